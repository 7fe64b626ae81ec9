"""
The numbers of a running text with what they count, as far as sums need it: persons, families, hours, times, euros.

„5 asmenims (4 suaugusiems asmenims ir 1 vaikui)“ are three numbers of persons, the last two in brackets behind the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.folding import folded
from globa.checker.understanding import Read
from globa.documents.document import Heading, Paragraph, Place, Table
from globa.documents.numbers import amount
from globa.documents.numbers.amount import Form, Reading, Sign

UNITS = {
    "persons": r"asm\b|asmen|zmon|vaik|suaug|moter|vyr[aui]|mergait|berniuk|globej|globotoj|rupintoj|jaunuol|pirmok|gyventoj|dalyv|klient"
    r"|gavej|darbuotoj|savanor|nario|nariu|nariai|paaugl|kudik|pagyvenus|neigal|globotin|person|child|people|girl|boy",
    "families": r"seim|famil",
    "hours": r"val\b|valand|hour",
    "times": r"kart",
    "groups": r"grup",
    "consultations": r"konsultac",
    "services": r"paslaug",
    "contracts": r"sutart",
    "posts": r"etat|pareigyb",
    "pieces": r"vnt\b|vienet|egz",
    "events": r"rengin|susitikim|pasitarim|posedz|mokym|seminar|stovykl",
    "days": r"dien|par[ao]s?\b",
    "age": r"metu\b|metai\b|men\b|menes|m\.? amz",
    "homes": r"nam[uai]|but[ue]|kambar|istaig",
    "weight": r"kg\b|tona|tonu|\bg\b|litr",
}
UNIT = re.compile(r"^\W{0,2}(?:[a-z]+\W+){0,2}?(?:" + "|".join(f"(?P<{name}>{stems})" for name, stems in UNITS.items()) + ")")
ENDS_CLAUSE = re.compile(r"[,;()/.:–]")
BEFORE_DASH = re.compile(r"(\w+) ?[-–—:]$")
VAGUE = re.compile(
    r"(?:apie|daugiau (?:nei|kaip|negu)|maziau (?:nei|kaip|negu)|iki|virs|beveik|per|ne maziau (?:nei|kaip)|po|about|over|more than)\s*$"
)
OF_WHICH = re.compile(
    r"\b(?:is ju|is kuriu|is to skaiciaus|tarp ju|of them|of which|iskaitant)\b\W*$|\b(?:is ju|is kuriu|tarp ju)\b[^,;.()]{0,60}$"
)
SHORTEST_TEXT = 12


@dataclass(frozen=True)
class Number:
    """
    `depth` counts brackets around it; `before` are the words since the number before it, `after` those up to the end of its clause.

    `unit` is what it counts, `noun` the stem of the word that says so.
    """

    reading: Reading
    unit: str
    before: str
    after: str
    depth: int
    is_vague: bool
    noun: str = ""

    @property
    def value(self) -> Decimal:
        return self.reading.value

    @property
    def start(self) -> int:
        return self.reading.start

    @property
    def end(self) -> int:
        return self.reading.end

    @property
    def is_of_which(self) -> bool:
        return bool(OF_WHICH.search(self.before))


@dataclass(frozen=True)
class Text:
    place: Place
    text: str
    numbers: tuple[Number, ...]


def texts(read: Read) -> Iterator[Text]:
    """Paragraphs, a list of them together with what sums it up, and cells that hold more than a number."""
    for place, text in _blocks(read):
        if len(text) > SHORTEST_TEXT and any(letter.isdigit() for letter in text):
            numbers = tuple(_numbers(text))
            if len(numbers) > 1:
                yield Text(place, text, numbers)


def _blocks(read: Read) -> Iterator[tuple[Place, str]]:
    listed: list[tuple[Place, str]] = []
    for block in read.document.blocks:
        if isinstance(block, Table):
            listed = []
            yield from ((cell.place, cell.text) for row in block.body for cell in row.cells if not cell.is_covered)
        elif isinstance(block, Paragraph | Heading):
            is_item = bool(re.match(r"\s*(?:[-–—•▪*]|\d{1,2}[.)])\s", block.text))
            if listed and not is_item and re.match(r"\W*is ?viso\b", folded(block.text)):
                yield listed[0][0], "; ".join(text for _place, text in [*listed, (block.place, block.text)])
            else:
                yield block.place, block.text
            listed = [*listed, (block.place, block.text)] if is_item else []


def _numbers(text: str) -> Iterator[Number]:
    last = 0
    for reading in amount.readings(text):
        if reading.form in (Form.RANGE, Form.PAIR, Form.BROKEN):
            continue
        before, rest = folded(text[last : reading.start]), folded(text[reading.end : reading.end + 80])
        ends = ENDS_CLAUSE.search(rest)
        after = rest[: ends.start()] if ends else rest
        depth = text.count("(", 0, reading.start) - text.count(")", 0, reading.start)
        unit, noun = _unit(reading, rest)
        unit = unit or _named_before(before)
        yield Number(reading, unit, before, after, depth, bool(VAGUE.search(before)), noun)
        last = reading.end


def _named_before(before: str) -> str:
    """„giminaičių šeimų – 25“: whom a line counts stands before its dash."""
    found = BEFORE_DASH.search(before)
    return next((unit for unit in ("persons", "families") if found and re.match(UNITS[unit], found[1])), "")


def _unit(reading: Reading, rest: str) -> tuple[str, str]:
    """What is counted, and the stem of its noun: children and workers are both persons."""
    if reading.sign is not Sign.NONE:
        return str(reading.sign), ""
    found = UNIT.match(rest)
    if found is None or ENDS_CLAUSE.search(rest[: found.start(found.lastgroup or 0)]):
        return "", ""
    return found.lastgroup or "", found[found.lastgroup or 0]
