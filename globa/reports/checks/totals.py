"""
A row of totals that is not the sum of the rows above it.

Only where the rows may be added: the unit adds up, or the parts are of one moment, at which nobody is in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from globa.indicators.identities import WHOLES
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk, plain, written
from globa.reports.document import Amount, Computed, FigureKey, Row, Section, Table, Value
from globa.reports.writing.units import unit_of

RULE = "total"
AT_ONE_MOMENT = ("dwelling", "setting", "sex", "age", "municipality")
ADDED = {(one.indicator, one.dimension) for one in WHOLES}


def find(walk: Walk) -> Iterator[Finding]:
    for section, table in walk.tables:
        totals = [row for row in table.rows if row.is_total]
        rows = [row for row in table.rows if not row.is_total and not row.is_part]
        if len(totals) == 1 and rows:
            for column in range(len(totals[0].cells)):
                yield from _column(walk, section, table, rows, totals[0], column)


def _column(walk: Walk, section: Section, table: Table, rows: list[Row], total: Row, column: int) -> Iterator[Finding]:
    stated = walk.number_in(total.cells[column].content)
    numbers = [walk.number_in(row.cells[column].content) for row in rows if column < len(row.cells)]
    known = [number for number in numbers if number is not None]
    if stated is None or not known or not all(_may_be_added(walk, row, column) for row in rows):
        return
    made: Amount = sum(known, start=Decimal(0))
    if made != stated:
        yield _finding(walk, section, table, total, column, made, stated)


def _may_be_added(walk: Walk, row: Row, column: int) -> bool:
    content = row.cells[column].content if column < len(row.cells) else None
    if not isinstance(content, Computed):
        return True
    value = walk.value(content.key)
    return value is not None and (value.value is None or _adds_up(value))


def _adds_up(value: Value) -> bool:
    unit = unit_of(value.unit)
    dimension = value.key.dimension
    if unit is None or not dimension:
        return False
    is_stock = len(value.when) == len("2023-12-31")
    return unit.adds_up or (value.key.code, dimension) in ADDED or (is_stock and dimension in AT_ONE_MOMENT)


def _finding(walk: Walk, section: Section, table: Table, total: Row, column: int, made: Amount, stated: Amount) -> Finding:
    content = total.cells[column].content
    key = content.key if isinstance(content, Computed) else None
    value = walk.value(key) if key else None
    unit = value.unit if value else ""
    heading = table.columns[column] if column < len(table.columns) else ""
    said = {"caption": table.caption, "column": heading, "stated": written(stated, unit), "made": written(made, unit)}
    message = _("“%(caption)s”, column “%(column)s”: the total is %(stated)s, the rows add up to %(made)s.") % said
    figures: tuple[FigureKey, ...] = (key,) if key else ()
    place = walk.in_cell(section, table, total, total.cells[column], content)
    return Finding(
        RULE, Severity.CONTRADICTION, (place,), message, stable(RULE, table.key, column, plain(stated), plain(made)),
        said["stated"], said["made"], figures,
    )  # fmt: skip
