"""
The tables of a plan or of its report as measures with their money: planned and used, by source.

Columns are known by the stems of their heads, a measure by its number, wherever in the row that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.folding import folded, is_total
from globa.documents.document import Cell, Place, Row, Table
from globa.documents.numbers import units
from globa.documents.numbers.money import Line, money

COLUMNS = {
    "used": re.compile(r"panaudot\w* les|panaudota|les\w* panaud|isleist\w* les"),
    "planned": re.compile(r"\bles(?:os|u)\b|planuojam\w* les|skirt\w* les|finansav\w*"),
    "body": re.compile(r"vykdytoj"),
    "expected": re.compile(r"laukiam|planuojam\w* rezult|planuoti rezult|siektin"),
    "achieved": re.compile(r"pasiekt|iskilus|pastab\w* apie vykd|rezultatas"),
    "measure": re.compile(r"\bpriemon"),
}
NUMBER = re.compile(r"^\s*(\d+\.\d+\.\d+)\b\.?\s*")
SHORT = 60


@dataclass(frozen=True)
class MoneyCell:
    cell: Cell
    lines: tuple[Line, ...]

    @property
    def place(self) -> Place:
        return self.cell.place

    def by_source(self) -> dict[str, Decimal]:
        """What stands in it by source; „" for what names none, also the part of a total that its parts do not make."""
        sums: dict[str, Decimal] = {}
        for line in self.lines:
            for source, amount in line.by_source().items() or ([("", line.total)] if line.total is not None else []):
                sums[source] = sums.get(source, Decimal(0)) + amount
        return sums

    @property
    def total(self) -> Decimal | None:
        """By its printed totals, but by the parts of one that is misprinted so that they make it."""
        known = [total for line in self.lines if (total := sound_total(line)) is not None]
        return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True)
class Measured:
    """One row of a measure: one responsible body, or several with as many amounts in one cell."""

    number: str
    title: str
    row: Row
    planned: MoneyCell | None
    used: MoneyCell | None
    body: Cell | None
    expected: Cell | None
    achieved: Cell | None

    @property
    def name(self) -> str:
        words = " ".join(self.title.split())
        return f"{self.number} {words[:SHORT].rsplit(' ', 1)[0]}…" if len(words) > SHORT else f"{self.number} {words}"

    def side(self, side: str) -> MoneyCell | None:
        return self.used if side == "used" else self.planned


@dataclass(frozen=True)
class Plan:
    """A measure table. `totals` are its rows that sum up measures above them."""

    table: Table
    measures: tuple[Measured, ...]
    totals: tuple[Measured, ...]


def sound_total(line: Line) -> Decimal | None:
    if line.reading is not None and line.added is not None and line.added in line.reading.doubtful:
        return line.added
    return line.total


def plan(table: Table) -> Plan | None:
    columns = _columns(table.head)
    if not {"measure", "planned", "used"} & columns.keys() or not {"planned", "used"} & columns.keys():
        return None
    rows = [row for row in table.body if any(cell.text.strip() for cell in row.cells)]
    measures = tuple(_measures(rows, columns, table.head))
    totals = tuple(_measured("", _first_text(row), row, columns, table.head) for row in rows if _is_total_row(row))
    return Plan(table, measures, totals) if len(measures) > 1 else None


def _columns(heads: Sequence[Row]) -> dict[str, int]:
    """Each kind of column once; what was used is asked before what was planned, for its head also speaks of funds."""
    known: dict[str, int] = {}
    for place in range(len(heads[0].cells) if heads else 0):
        words = folded(" ".join(row.cells[place].text for row in heads))
        kind = next((name for name, pattern in COLUMNS.items() if pattern.search(words)), None)
        if kind is not None:
            known.setdefault(kind, place)
    return known


def _measures(rows: Sequence[Row], columns: dict[str, int], heads: Sequence[Row]) -> Iterator[Measured]:
    """A row without a number goes on with the measure above it, for another body."""
    number = title = ""
    for row in rows:
        found = next((match for cell in row.cells[:3] if not cell.is_covered and (match := NUMBER.match(cell.text))), None)
        if found:
            number, title = found[1], found.string[found.end() :]
        elif _is_total_row(row):
            continue
        if number:
            yield _measured(number, title, row, columns, heads)


def _is_total_row(row: Row) -> bool:
    texts = [cell.text for cell in row.cells[:3] if cell.text.strip() and not cell.is_covered]
    return any(is_total(text) for text in texts) and not any(NUMBER.match(text) for text in texts)


def _first_text(row: Row) -> str:
    return next((cell.text for cell in row.cells if is_total(cell.text)), "")


def _measured(number: str, title: str, row: Row, columns: dict[str, int], heads: Sequence[Row]) -> Measured:
    cells = {kind: row.cells[place] for kind, place in columns.items() if not row.cells[place].is_covered}
    amounts = {side: _money(cells[side], heads, columns[side]) for side in ("planned", "used") if side in cells}
    others = (cells.get(kind) for kind in ("body", "expected", "achieved"))
    return Measured(number, title, row, amounts.get("planned"), amounts.get("used"), *others)


def _money(cell: Cell, heads: Sequence[Row], column: int) -> MoneyCell:
    return MoneyCell(cell, money(cell.text, units.measure(" ".join(row.cells[column].text for row in heads))))
