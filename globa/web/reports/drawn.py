"""A document laid out for its page: every block with its template, every number living or marked as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from globa.reports.document import (
    Balance,
    Block,
    Cell,
    ChartUnit,
    Comparator,
    Computed,
    Document,
    FigureKey,
    OrganisationChart,
    Passage,
    Picture,
    PictureKind,
    Row,
    Section,
    Span,
    Table,
    Typed,
    Words,
)
from globa.reports.writing.balance import came_and_left
from globa.reports.writing.currency import is_said_above, without_currency
from globa.reports.writing.numbers import Amount
from globa.reports.writing.numbers import number as written
from globa.web.numbers import Number
from globa.web.pictures.bars import Column
from globa.web.pictures.parts import Part
from globa.web.reports.findings import Found
from globa.web.reports.numbers import Numbers

MINUS = "\N{MINUS SIGN}"
DRAWN_PARTS = 6
WRITTEN_NUMBER = re.compile(r"[+−-]?\d[\d\s.,]*(?:%|Eur)?")


@dataclass(frozen=True)
class DrawnSpan:
    """One of: words, a living number, a number typed by hand (with what was found). Above a bare one it is said that it is of euros."""

    text: str = ""
    number: Number | None = None
    with_unit: bool = False
    is_bare: bool = False
    is_typed: bool = False
    found: Found | None = None


@dataclass(frozen=True)
class DrawnCell:
    spans: tuple[DrawnSpan, ...]
    note: str
    place: str
    is_numeric: bool

    @property
    def is_empty(self) -> bool:
        return all(not span.number and not span.text.strip() for span in self.spans)


@dataclass(frozen=True)
class DrawnRow:
    title: DrawnCell
    cells: tuple[DrawnCell, ...]
    is_total: bool
    is_part: bool


@dataclass(frozen=True)
class DrawnBlock:
    """`what` is for the template of the kind; `found` is said below the block."""

    key: str
    kind: str
    what: Mapping[str, Any]
    found: tuple[Found, ...] = ()

    @property
    def template(self) -> str:
        return f"reports/blocks/{self.kind}.html"


@dataclass(frozen=True)
class DrawnSection:
    key: str
    number: str
    title: str
    blocks: tuple[DrawnBlock, ...]

    @property
    def is_within(self) -> bool:
        return "." in self.number.rstrip(".")


@dataclass
class Drawing:
    """`found` are the findings by the text that they stand in, `notes` by the one block below which each is said."""

    document: Document
    numbers: Numbers
    found: Mapping[str, Sequence[Found]] = field(default_factory=dict)
    notes: Mapping[str, Sequence[Found]] = field(default_factory=dict)

    def sections(self) -> list[DrawnSection]:
        return [self.section(one) for one in self.document.sections]

    def section(self, section: Section) -> DrawnSection:
        return DrawnSection(section.key, section.number, section.title, tuple(self.block(block) for block in section.blocks))

    def block(self, block: Block) -> DrawnBlock:
        kind, what = self._laid_out(block)
        return DrawnBlock(block.key, kind, {"block": block} | what, tuple(self.notes.get(block.key, ())))

    def _laid_out(self, block: Block) -> tuple[str, dict[str, Any]]:
        match block:
            case Passage():
                return "passage", {"paragraphs": self.paragraphs(block)}
            case Table():
                return "table", self._table(block)
            case Balance():
                return "balance", {"terms": list(self._terms(block)), **self._verdict(block)}
            case Picture():
                return self._picture(block)
            case OrganisationChart():
                return "chart", {"units": [unit_lines(block.root)], "on": block.on}

    def paragraphs(self, passage: Passage) -> list[list[DrawnSpan]]:
        return [list(self._spans(paragraph.spans, passage.key)) for paragraph in passage.paragraphs]

    def spans_of(self, cell: Cell, place: str) -> list[DrawnSpan]:
        return list(self._spans(cell.spans, place))

    def _spans(self, spans: Iterable[Span], place: str, is_bare: bool = False) -> Iterator[DrawnSpan]:
        for span in spans:
            if isinstance(span, Computed):
                yield DrawnSpan(number=self.numbers.of(span.key), with_unit=span.with_unit, is_bare=is_bare)
            elif isinstance(span, Typed):
                yield DrawnSpan(without_currency(span.text) if is_bare else span.text, is_typed=True, found=self._about(place, span))
            else:
                yield DrawnSpan(span.text)

    def _about(self, place: str, typed: Typed) -> Found | None:
        return next((one for one in self.found.get(place, ()) if one.is_of(typed)), None)

    def _table(self, table: Table) -> dict[str, Any]:
        numeric = [_is_numeric(table, place) for place in range(len(table.columns))]
        bare = [is_said_above(table, place) for place in range(len(table.columns))]
        rows = [self._row(row, numeric, bare, table.key) for row in table.rows]
        return {
            "columns": list(zip(table.columns, numeric, strict=True)),
            "rows": [row for row in rows if not row.is_total],
            "totals": [row for row in rows if row.is_total],
        }

    def _row(self, row: Row, numeric: Sequence[bool], bare: Sequence[bool], table: str) -> DrawnRow:
        cells = tuple(self._cell(cell, table, *how) for cell, *how in zip(row.cells, numeric, bare, strict=False))
        return DrawnRow(self._cell(row.title, table), cells, row.is_total, row.is_part)

    def _cell(self, cell: Cell, table: str, is_numeric: bool = False, is_bare: bool = False) -> DrawnCell:
        return DrawnCell(tuple(self._spans(cell.spans, cell.key or table, is_bare)), cell.note, cell.key, is_numeric)

    def _terms(self, balance: Balance) -> Iterator[tuple[str, Number, str]]:
        """Sign, number and word of each term of “33 were + 6 came − 14 left = 25 are”."""
        yield "", self.numbers.of(balance.opening), pgettext("balance", "were")
        closing = self.document.value(balance.closing)
        came, left = came_and_left(closing.unit if closing else "")
        for sign, keys, word in (("+", balance.came, came), (MINUS, balance.left, left)):
            for key in keys:
                yield sign, self.numbers.of(key), word if len(keys) == 1 else self._title(key)
        yield "=", self.numbers.of(balance.closing), pgettext("balance", "are")

    def _verdict(self, balance: Balance) -> dict[str, Any]:
        values = [self._value(key) for key in (balance.opening, *balance.came, balance.closing, *balance.left)]
        if any(value is None for value in values):
            return {"known": False}
        made = self._sum((balance.opening, *balance.came)) - self._sum(balance.left)
        return {"known": True, "agrees": made == self._value(balance.closing), "expected": written(made)}

    def _sum(self, keys: Iterable[FigureKey]) -> Any:
        return sum((self._value(key) or 0 for key in keys), start=0)

    def _value(self, key: FigureKey) -> Any:
        value = self.document.value(key)
        return value.value if value else None

    def _title(self, key: FigureKey) -> str:
        value = self.document.value(key)
        return value.title if value else str(key)

    def _picture(self, picture: Picture) -> tuple[str, dict[str, Any]]:
        points = [(point, self.numbers.of(point.key)) for point in picture.points]
        unit = points[0][1].unit if points else None
        what: dict[str, Any] = {"unit": str(_(unit.title)) if unit else ""}
        if picture.kind is PictureKind.TARGET:
            rows = [(point.label, number, _target(point.meant, point.target, number)) for point, number in points]
            return "target", what | {"rows": rows}
        if picture.kind is PictureKind.PARTS and len(points) <= DRAWN_PARTS:
            return "parts", what | {"items": [Part(point.label, number) for point, number in points]}
        columns = [Column(point.label, number, point.label[:1].upper()) for point, number in points]
        if picture.kind is PictureKind.PARTS or any(len(point.label) > 12 for point in picture.points):
            return "rows", what | {"rows": _bars(columns)}
        return "bars", what | {"columns": columns, "highlight": "last" if picture.kind is PictureKind.TREND else "largest"}


def _is_numeric(table: Table, place: int) -> bool:
    """Numbers stand to the right; what is empty decides nothing."""
    cells = [cell for row in table.rows for cell in row.cells[place : place + 1]]
    filled = [cell.content for cell in cells if not _says_nothing(cell.content)]
    if any(cell.rest and not cell.key for cell in cells):
        return False
    return bool(filled) and all(isinstance(one, Computed | Typed) or WRITTEN_NUMBER.fullmatch(one.text) for one in filled)


def _says_nothing(span: Span) -> bool:
    return isinstance(span, Words) and span.text.strip() in ("", "–")


@dataclass(frozen=True)
class Target:
    """`bar` is what was reached and `stroke` what was planned, of 120."""

    number: Number
    words: str
    is_met: bool | None
    bar: str
    stroke: str


def _target(meant: Comparator | None, target: Amount | None, reached: Number) -> Target | None:
    if target is None:
        return None
    words = {
        Comparator.AT_LEAST: _("at least"), Comparator.MORE_THAN: _("more than"), Comparator.AT_MOST: _("at most"),
        Comparator.LESS_THAN: _("less than"), Comparator.ABOUT: _("about"),
    }.get(meant or Comparator.EXACTLY, "")  # fmt: skip
    met = (meant or Comparator.AT_LEAST).holds(target, reached.value) if reached.value is not None else None  # type: ignore[arg-type]
    done, goal = float(reached.value or 0), float(target)
    top = max(done, goal) * 1.05 or 1
    return Target(Number(target, reached.unit), words, met, f"{118 * done / top:.1f}", f"{118 * goal / top:.1f}")


@dataclass(frozen=True)
class LyingBar:
    """A bar that lies, for labels that are too long to stand under a column. Of 300 wide."""

    label: str
    number: Number
    width: str


def _bars(columns: Sequence[Column]) -> list[LyingBar]:
    top = max((float(column.number.value or 0) for column in columns), default=0) or 1
    return [LyingBar(one.label, one.number, f"{max(300 * float(one.number.value or 0) / top, 0):.1f}") for one in columns]


@dataclass(frozen=True)
class UnitLines:
    """A unit of the chart: the same post twice is one line with its full-time equivalents together."""

    name: str
    posts: tuple[tuple[str, str, str], ...]
    units: tuple[UnitLines, ...]


def unit_lines(unit: ChartUnit) -> UnitLines:
    posts = tuple((person.post, person.name, written(person.fte)) for person in unit.people)
    return UnitLines(unit.name, posts, tuple(unit_lines(one) for one in unit.units))
