"""Lines of a PDF page out of its characters, and paragraphs out of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.utils import extract_words

from globa.documents.document import Heading, Paragraph, Place
from globa.documents.readers.characters import on_one_line, tidy

# Of the height of a letter: a gap that parts paragraphs, and letters that make a heading.
PARTING = 0.9
LARGER = 1.2
# Of the same: a space between words and the margin inside a cell.
ROOM = 0.8
# Of the same: words that stand farther apart are not of one sentence.
APART = 0.65
# Of the height of the page, above and below: where running heads and page numbers stand.
MARGIN = 0.12
PAGE_NUMBER = re.compile(r"(?:psl\.|p\.|puslapis)?\s*[–-]?\s*\d{1,4}\s*[–-]?(?:\s*(?:/|iš)\s*\d{1,4})?(?:\s*psl\.?)?", re.IGNORECASE)
PAGE_OF = re.compile(r"\b\d{1,4} (?:puslapis|psl\.) iš \d{1,4}$|\bpage \d{1,4} of \d{1,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """`pieces` are its words, those far apart from each other apart; `first_word` is how wide that is which goes to a line together."""

    text: str
    top: float
    bottom: float
    left: float = 0
    right: float = 0
    first_word: float = 0
    pieces: tuple[Span, ...] = ()

    @property
    def size(self) -> float:
        return round(self.bottom - self.top, 1)


def lines_of(characters: Sequence[Any]) -> list[Line]:
    """Words on one height, from left to right."""
    words = extract_words(list(characters), keep_blank_chars=False, use_text_flow=False, x_tolerance=1.5)
    lines: list[list[Any]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if lines and _is_level(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(words, key=lambda word: word["x0"])) for words in lines]


def _is_level(last: Any, word: Any) -> bool:
    middle = (word["top"] + word["bottom"]) / 2
    return bool(last["top"] <= middle <= last["bottom"])


def _line(words: Sequence[Any]) -> Line:
    top, bottom = min(word["top"] for word in words), max(word["bottom"] for word in words)
    left, right = float(words[0]["x0"]), float(words[-1]["x1"])
    text, pieces = tidy(" ".join(word["text"] for word in words)), _pieces(words, APART * float(bottom - top))
    return Line(text, float(top), float(bottom), left, right, _bound(words) - left, pieces)


def _bound(words: Sequence[Any]) -> float:
    """Where that ends which no line may break: a word, or a number with its unit."""
    last = next((word for word in words if not word["text"][:1].isdigit()), words[-1])
    return float(last["x1"])


def _pieces(words: Sequence[Any], apart: float) -> tuple[Span, ...]:
    groups: list[list[Any]] = []
    for word in words:
        if groups and word["x0"] - groups[-1][-1]["x1"] < apart:
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(Span(float(group[0]["x0"]), float(group[-1]["x1"]), tidy(" ".join(word["text"] for word in group))) for group in groups)


def unwrapped(lines: Sequence[Line], edge: float) -> str:
    """Lines that the edge of their cell broke are one; a line that ended while the next word still had room ended by itself."""
    parts: list[list[Line]] = []
    for line in lines:
        if parts and not _ended(parts[-1][-1], line, edge):
            parts[-1].append(line)
        else:
            parts.append([line])
    return "\n".join(on_one_line("\n".join(line.text for line in part)) for part in parts)


def _ended(line: Line, following: Line, edge: float) -> bool:
    """A small letter goes on with a sentence: words may be bound so that they go to the next line together."""
    return not following.text[:1].islower() and line.right + ROOM * line.size + following.first_word < edge


def without_running(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Page numbers and what stands at one height in the margin of three pages, or of both where there are only a few."""
    enough = 3 if len(pages) > 3 else 2
    seen = Counter(_running(line) for lines in pages for line in lines)
    return [
        [line for line in lines if not (_is_in_margin(line, height) and (_is_page_number(line) or seen[_running(line)] >= enough))]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _running(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / 4)


def _is_in_margin(line: Line, height: float) -> bool:
    return line.bottom < height * MARGIN or line.top > height * (1 - MARGIN)


def _is_page_number(line: Line) -> bool:
    return bool(PAGE_NUMBER.fullmatch(line.text) or PAGE_OF.search(line.text))


def paragraphs(lines: Sequence[Line], page: int, counted: Iterator[int], edge: float) -> Iterator[Heading | Paragraph]:
    """Lines that stand close are one paragraph; larger letters than most of the page's make a heading."""
    usual = Counter(line.size for line in lines).most_common(1)
    for group in _groups(lines):
        text, place = unwrapped(group, edge), Place(page=page, paragraph=next(counted))
        is_large = len(group) < 4 and min(line.size for line in group) > usual[0][0] * LARGER
        if text:
            yield Heading(text, place) if is_large else Paragraph(text, place)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and (line.top - group[-1].bottom > PARTING * (line.bottom - line.top) or abs(line.size - group[-1].size) > 1):
            yield group
            group = []
        group.append(line)
    if group:
        yield group
