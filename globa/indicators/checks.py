"""What is refused while an indicator is being declared; the messages are for the person who declares it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

import ibis.expr.operations as ops
import ibis.expr.types as ir

from globa.facts.columns import FactTable
from globa.facts.tables import TABLES
from globa.indicators.dimensions import Dimension
from globa.indicators.sections import SECTIONS
from globa.indicators.value import Days, Measure, Ratio, Rows
from globa.indicators.when import AtAnyTime, When
from globa.vocabulary.unit import Unit

CODE = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*")


class WrongDeclaration(Exception):
    """An indicator that could not mean anything, or not what it says."""


class UnknownColumn(WrongDeclaration):
    def __init__(self, code: str, column: str, table: FactTable) -> None:
        super().__init__(f"{code}: {table.name} has no column {column!r}.{_meant(column, table.columns)}")


class UnknownValue(WrongDeclaration):
    def __init__(self, code: str, value: str, column: str, codes: tuple[str, ...]) -> None:
        super().__init__(f"{code}: {column} is never {value!r}.{_meant(value, codes)} It is one of: {', '.join(map(repr, codes))}.")


class UnitDoesNotFit(WrongDeclaration):
    def __init__(self, code: str, unit: Unit, units: tuple[Unit, ...]) -> None:
        fitting = ", ".join(f"Unit.{unit.name}" for unit in units) or "none: give the column a unit in globa/indicators/value.py"
        super().__init__(f"{code}: the value is not in {unit.code}. Units that fit: {fitting}.")


class NotRowsOfAFactTable(WrongDeclaration):
    def __init__(self, code: str) -> None:
        super().__init__(f"{code}: rows must be a table of globa.facts.tables, or filters of one: services.filter(services.minutes > 0).")


def _meant(wrong: str, known: object) -> str:
    near = get_close_matches(wrong, list(known), 1)  # type: ignore[call-overload]
    return f" Did you mean {near[0]!r}?" if near else ""


def identity(code: str, section: str, since: date, until: date | None) -> None:
    if section not in SECTIONS:
        raise WrongDeclaration(f"{code}: there is no section {section!r}.{_meant(section, SECTIONS)}")
    if not CODE.fullmatch(code) or not code.startswith(f"{section}."):
        raise WrongDeclaration(f"{code}: a code is written like {section}.children-at-closing, and begins with its section.")
    if until and until <= since:
        raise WrongDeclaration(f"{code}: it would end on {until}, before it begins on {since}.")


def complete(code: str, value: Measure, rows: ir.Table | None, when: When | None) -> Rows:
    if rows is None or when is None:
        raise WrongDeclaration(f"{code}: rows and when are missing; only a ratio whose parts bring their own may leave them out.")
    return Rows(value, rows, when)


def part(code: str, given: Rows, dimensions: tuple[Dimension, ...]) -> None:
    table = table_of(given.rows, code)
    _columns(code, table, given.value, given.when)
    _codes(code, table, given.rows)
    for dimension in dimensions:
        _dimension(code, table, dimension, given.when)


def unit(code: str, value: Measure | Ratio, declared: Unit) -> None:
    if declared not in value.units:
        raise UnitDoesNotFit(code, declared, tuple(value.units))


def table_of(rows: ir.Table, code: str = "") -> FactTable:
    relation = rows.op()
    while isinstance(relation, ops.Filter):
        relation = relation.parent
    if not isinstance(relation, ops.UnboundTable) or relation.name not in TABLES:
        raise NotRowsOfAFactTable(code)
    return TABLES[relation.name]


def predicates(rows: ir.Table) -> Iterator[ops.Value]:
    """Every condition of a chain of filters."""
    relation = rows.op()
    while isinstance(relation, ops.Filter):
        yield from relation.predicates
        relation = relation.parent


def _columns(code: str, table: FactTable, value: Measure, when: When) -> None:
    for column in (*value.columns, *when.columns):
        if column not in table.columns:
            raise UnknownColumn(code, column, table)
    for column in when.columns:
        if table.columns[column].type != "date":
            raise WrongDeclaration(f"{code}: {table.name}.{column} is not a day.")
    if isinstance(value, Days) and when != AtAnyTime(value.began, value.ended):
        raise WrongDeclaration(f"{code}: days are counted only of rows counted {AtAnyTime(value.began, value.ended)}.")


def _dimension(code: str, table: FactTable, dimension: Dimension, when: When) -> None:
    if dimension.column and dimension.column not in table.columns:
        raise UnknownColumn(code, dimension.column, table)
    if not dimension.fits(when):
        raise WrongDeclaration(f"{code}: a stock cannot be broken down by {dimension.name}.")


def _codes(code: str, table: FactTable, rows: ir.Table) -> None:
    for predicate in predicates(rows):
        for column, value in compared(predicate):
            codes = table.columns[column].codes
            if codes and value not in codes:
                raise UnknownValue(code, value, f"{table.name}.{column}", codes)


def compared(node: ops.Value) -> Iterator[tuple[str, str]]:
    """Every column with every text that it is compared with."""
    if isinstance(node, ops.Comparison):
        yield from _pairs(node.left, (node.right,))
        yield from _pairs(node.right, (node.left,))
    if isinstance(node, ops.InValues):
        yield from _pairs(node.value, node.options)
    for child in node.args:
        for inner in child if isinstance(child, tuple) else (child,):
            if isinstance(inner, ops.Value):
                yield from compared(inner)


def _pairs(column: ops.Value, values: tuple[ops.Value, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(column, ops.Field):
        for value in values:
            if isinstance(value, ops.Literal) and isinstance(value.value, str):
                yield column.name, value.value
