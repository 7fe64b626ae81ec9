"""
A report as it is read: sections of paragraphs, tables, balances and pictures, every number in its place.

Plain data. The page, Word, PDF and the workbook are drawn from it, the checks walk it, signing freezes it;
nothing of it needs the records any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from msgspec import Struct, field

Amount = int | Decimal


class Part(Struct, frozen=True, tag=True, tag_field="~", forbid_unknown_fields=True, gc=False):
    """Anything that a document is made of. It never changes, so it holds no circle that would have to be looked for."""


class FigureKey(Part, frozen=True, order=True):
    """
    Which figure: an indicator, one part of it, and of how many years before the report's own (`years_back`).

    `also` narrows the part further: spending of one item (dimension, part) from one source (also).
    """

    code: str
    dimension: str = ""
    part: str = ""
    years_back: int = 0
    also: tuple[tuple[str, str], ...] = ()

    @property
    def where(self) -> dict[str, str]:
        return ({self.dimension: self.part} if self.dimension else {}) | dict(self.also)

    def __str__(self) -> str:
        """As it is written in a text: homes.at-school[school=alytus-school-4]@1."""
        part = f"[{','.join(f'{name}={code}' for name, code in self.where.items())}]" if self.dimension else ""
        return f"{self.code}{part}{f'@{self.years_back}' if self.years_back else ''}"

    @classmethod
    def parse(cls, text: str) -> FigureKey | None:
        """Read what `str` writes; None where it is not a figure's key at all."""
        found = WRITTEN_KEY.fullmatch(text)
        if found is None:
            return None
        pairs = [(name, part) for name, _equals, part in (one.partition("=") for one in (found["parts"] or "").split(",")) if name]
        dimension, part = pairs[0] if pairs else ("", "")
        return cls(found["code"], dimension, part, int(found["back"] or 0), tuple(pairs[1:]))


WRITTEN_KEY = re.compile(
    r"(?P<code>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)"
    r"(?:\[(?P<parts>[a-z_]+=[^\[\]{},=@]+(?:,[a-z_]+=[^\[\]{},=@]+)*)\])?"
    r"(?:@(?P<back>[0-9]))?"
)


class Comparator(Enum):
    """How a number in a text is meant."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"

    def holds(self, stated: Amount, true: Amount) -> bool:
        """Whether the true value fits what is stated; about: within a tenth."""
        return {
            Comparator.EXACTLY: true == stated,
            Comparator.ABOUT: abs(Decimal(true) - Decimal(stated)) * 10 <= abs(Decimal(stated)),
            Comparator.AT_LEAST: true >= stated,
            Comparator.MORE_THAN: true > stated,
            Comparator.AT_MOST: true <= stated,
            Comparator.LESS_THAN: true < stated,
        }[self]


class Value(Part, frozen=True):
    """A computed figure as it stands in the document. `value` is None where it is not recorded or not defined."""

    key: FigureKey
    title: str
    value: Amount | None
    unit: str
    when: str
    of: Amount | None = None
    to: Amount | None = None
    recorded: bool = True
    evidence_count: int = 0
    definition: str = ""
    """Fingerprint of the declaration that it was computed by."""


class Words(Part, frozen=True):
    text: str


class Computed(Part, frozen=True):
    """A living number in its place."""

    key: FigureKey
    with_unit: bool = False


class Typed(Part, frozen=True):
    """
    A number that somebody typed: `text` as it stands, `noun` the words it counts.

    `means` is the figure it seems to mean, None where none fits; `at` is where it begins in the passage's source text, in
    characters from 0, so that it can be replaced there by a living number.
    """

    text: str
    number: Amount
    comparator: Comparator = Comparator.EXACTLY
    noun: str = ""
    means: FigureKey | None = None
    at: int = 0


Span = Words | Computed | Typed


class Paragraph(Part, frozen=True):
    spans: tuple[Span, ...]


class Passage(Part, frozen=True):
    """Editable text of a block; `before` is last year's text where it carries over, `changed` whether it differs from it."""

    key: str
    paragraphs: tuple[Paragraph, ...]
    source: str = ""
    before: str | None = None
    by_hand: bool = False


class Cell(Part, frozen=True):
    """
    One of: words, a computed number, a typed number; an empty cell is Words("").

    `note` stands under it in small. `key` is the name under which a person writes the cell's text (as a passage's), when it is
    theirs to write; `rest` follows the content where such a text goes on after it.
    """

    content: Span
    note: str = ""
    key: str = ""
    rest: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.content, *self.rest)


class Row(Part, frozen=True):
    title: Cell
    cells: tuple[Cell, ...]
    is_total: bool = False
    is_part: bool = False
    """A part of the row above it ("of which"), never added to the total."""


class Table(Part, frozen=True):
    """`day` is the one day all its stocks are of, when they are; `columns` without that of the row titles."""

    key: str
    caption: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    day: date | None = None
    numbers_from: int = 0
    note: str = ""
    lies: bool = False
    """Too wide for a page that stands."""


class Balance(Part, frozen=True):
    """Opening + came - left = closing, in one strip."""

    key: str
    opening: FigureKey
    came: tuple[FigureKey, ...]
    left: tuple[FigureKey, ...]
    closing: FigureKey


class PictureKind(Enum):
    BARS = "bars"
    PARTS = "parts"
    TREND = "trend"
    TARGET = "target"


class Point(Part, frozen=True):
    """`target` is what was aimed at and `meant` how, in a picture of plan against result."""

    label: str
    key: FigureKey
    target: Amount | None = None
    meant: Comparator | None = None


class Picture(Part, frozen=True):
    """Drawn once and used everywhere, always with its table (`points`)."""

    key: str
    kind: PictureKind
    caption: str
    points: tuple[Point, ...]


class Person(Part, frozen=True):
    post: str
    name: str
    fte: Decimal


class ChartUnit(Part, frozen=True):
    name: str
    people: tuple[Person, ...]
    units: tuple[ChartUnit, ...] = ()


class OrganisationChart(Part, frozen=True):
    key: str
    caption: str
    on: date
    root: ChartUnit


Block = Passage | Table | Balance | Picture | OrganisationChart


class Section(Part, frozen=True):
    """`number` is as printed: 1, 2.1."""

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]


class Document(Part, frozen=True):
    """`values` holds every figure that any place names, by the text of its key."""

    form: str
    form_version: int
    title: str
    organisation: str
    organisation_name: str
    period: str
    language: str
    sections: tuple[Section, ...]
    values: dict[str, Value] = field(default_factory=dict)

    def value(self, key: FigureKey) -> Value | None:
        return self.values.get(str(key))

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        for section in self.sections:
            for block in section.blocks:
                yield section, block


@dataclass(frozen=True)
class Place:
    """Where in a document something stands; `label` is for readers: "1.3, second sentence"."""

    section: str
    block: str
    at: int = 0
    label: str = ""
