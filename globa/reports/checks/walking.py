"""A document walked once: where each number stands, typed or computed, and what its place is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from globa.reports.document import (
    Amount,
    Balance,
    Block,
    Cell,
    Computed,
    Document,
    FigureKey,
    Passage,
    Picture,
    Place,
    Row,
    Section,
    Span,
    Table,
    Typed,
    Value,
)
from globa.reports.texts.reading import sentence_number
from globa.reports.writing.units import amount, unit_of
from globa.vocabulary.unit import Unit

WHOLE_BLOCK = -1
"""The `at` of a place that is no typed number."""
MOST_PLACES = 6


@dataclass(frozen=True)
class TypedAt:
    """A typed number, the block or cell whose text it stands in, and its place for readers."""

    typed: Typed
    place: Place


@dataclass
class Walk:
    document: Document
    typed: list[TypedAt] = field(default_factory=list)
    computed: dict[FigureKey, list[Place]] = field(default_factory=dict)
    tables: list[tuple[Section, Table]] = field(default_factory=list)
    passages: list[tuple[Section, Passage]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for section, block in self.document.blocks():
            self._block(section, block)

    def _block(self, section: Section, block: Block) -> None:
        if isinstance(block, Passage):
            self.passages.append((section, block))
            for paragraph in block.paragraphs:
                for span in paragraph.spans:
                    self._span(span, self.in_passage(section, block, span))
        elif isinstance(block, Table):
            self.tables.append((section, block))
            for row in block.rows:
                for cell in (row.title, *row.cells):
                    for span in cell.spans:
                        self._span(span, self.in_cell(section, block, row, cell, span))
        elif isinstance(block, Balance):
            for key in (block.opening, *block.came, *block.left, block.closing):
                self._key(key, self.in_block(section, block.key, _("balance")))
        elif isinstance(block, Picture):
            for point in block.points:
                self._key(point.key, self.in_block(section, block.key, block.caption))

    def _span(self, span: Span, place: Place) -> None:
        if isinstance(span, Typed):
            self.typed.append(TypedAt(span, place))
        elif isinstance(span, Computed):
            self._key(span.key, place)

    def _key(self, key: FigureKey, place: Place) -> None:
        places = self.computed.setdefault(key, [])
        if place not in places:
            places.append(place)

    def in_passage(self, section: Section, passage: Passage, span: Span | None = None) -> Place:
        if not isinstance(span, Typed):
            return self.in_block(section, passage.key, _("text"))
        number = sentence_number(passage.source, span.at)
        return Place(
            section.key, passage.key, span.at, _("%(section)s, sentence %(number)s") % {"section": section.number, "number": number}
        )

    def in_cell(self, section: Section, table: Table, row: Row, cell: Cell, span: Span | None = None) -> Place:
        label = _("%(section)s, table “%(caption)s”") % {"section": section.number, "caption": table.caption}
        if cell.key:
            title = row.title.note or text_of(row.title)
            label = _("%(table)s, row “%(row)s”") % {"table": label, "row": title}
        return Place(section.key, cell.key or table.key, span.at if isinstance(span, Typed) else WHOLE_BLOCK, label)

    def in_block(self, section: Section, key: str, called: str) -> Place:
        return Place(section.key, key, WHOLE_BLOCK, _("%(section)s, %(what)s") % {"section": section.number, "what": called})

    def places_of(self, *keys: FigureKey) -> tuple[Place, ...]:
        """Where the figures stand as living numbers; the first few."""
        found = dict.fromkeys(place for key in keys for place in self.computed.get(key, ()))
        return tuple(found)[:MOST_PLACES]

    def value(self, key: FigureKey) -> Value | None:
        return self.document.value(key)

    @cached_property
    def whole(self) -> dict[str, Value]:
        """Whole figures of the report's own year that everybody in it recorded, by code."""
        return {
            one.key.code: one
            for one in self.document.values.values()
            if not one.key.where and not one.key.years_back and one.value is not None and one.recorded
        }

    @cached_property
    def parts(self) -> dict[tuple[str, str], dict[str, Value]]:
        """By code and dimension: the parts of this year, by their code."""
        found: dict[tuple[str, str], dict[str, Value]] = {}
        for one in self.document.values.values():
            if len(one.key.where) == 1 and not one.key.years_back and one.value is not None and one.recorded:
                found.setdefault((one.key.code, one.key.dimension), {})[one.key.part] = one
        return found

    def number_in(self, span: Span) -> Amount | None:
        """The number that a reader sees there."""
        if isinstance(span, Typed):
            return span.number
        value = self.document.value(span.key) if isinstance(span, Computed) else None
        return value.value if value else None


def text_of(cell: Cell) -> str:
    return getattr(cell.content, "text", "")


def written(number: Amount, unit: str = "") -> str:
    """A number as its unit is written; without a unit as it is."""
    return amount(unit_of(unit) or Unit.TIMES, number)


def plain(number: Amount) -> str:
    """For keys: 35, 36.25, never 36.250."""
    return f"{Decimal(number).normalize():f}"
