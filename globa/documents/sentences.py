"""Sentences of a document with their places: of its paragraphs, and of cells that hold text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from globa.documents.document import Cell, Document, Heading, Paragraph, Place, Table

UPPER = "A-ZĄČĘĖĮŠŲŪŽ"
END = re.compile(rf"(?<=[.!?…])[”“\"')]*\s+(?=[{UPPER}„“\"(•\d])|\n\s*(?=[•▪–-]\s)|(?<=[.;:!?])\s*\n\s*|\n\s*\n\s*|\n\s*(?=[{UPPER}„])")
# What stands before a full stop that ends nothing; the second only before a figure or a small letter.
NEVER = re.compile(
    rf"(?:^|[\s(„])(?:[{UPPER}]|m|d|g|pr|al|pl|nr|str|p|soc|sav|raj|r|t|pvz|žr|dr|doc|prof|inž|vyr|pav|tel|el)\.$", re.IGNORECASE
)
BEFORE_FIGURE = re.compile(r"(?:^|[\s(/])(?:asm|val|vnt|eur|proc|tūkst|mln|kart|mėn|min|kt|pan|kv|vid|apie|iki)\.$", re.IGNORECASE)
LIST_NUMBER = re.compile(r"(?:^|[:;]\s*|\n)\d{1,2}(?:\.\d+)*[.)]$")


@dataclass(frozen=True)
class Sentence:
    """`place` counts sentences of its paragraph or cell from one; `start` is where it begins in that text."""

    text: str
    place: Place
    start: int = 0


def sentences(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from (one for cell in row.cells if not cell.is_covered for one in in_cell(cell))
        elif isinstance(block, Paragraph | Heading):
            yield from of(block.text, block.place)


def in_cell(cell: Cell) -> Iterator[Sentence]:
    yield from of(cell.text, cell.place)


def of(text: str, place: Place) -> Iterator[Sentence]:
    for number, (start, one) in enumerate(split(text), start=1):
        yield Sentence(one, replace(place, sentence=number), start)


def split(text: str) -> list[tuple[int, str]]:
    """Each sentence with where it begins. „V. Pavyzdys“, „2023 m. Visagine“ and „25 asm. 4 kartai“ end nothing."""
    cuts, begun = [], 0
    for found in END.finditer(text):
        if not _goes_on(text[begun : found.start()], text[found.end() :]):
            cuts.append((begun, found.start()))
            begun = found.end()
    cuts.append((begun, len(text)))
    return [(start, " ".join(text[start:end].split())) for start, end in cuts if text[start:end].strip()]


def _goes_on(before: str, after: str) -> bool:
    return bool(NEVER.search(before) or LIST_NUMBER.search(before) or (after[:1].isdigit() and BEFORE_FIGURE.search(before)))
