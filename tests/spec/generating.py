"""Rows that nobody thought of: strategies made from the declared columns and from what indicators compare them with."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from globa.facts.tables import TABLES
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.checks import compared, predicates, table_of

EDGES = tuple(
    date.fromisoformat(day)
    for day in ("2022-12-31", "2023-01-01", "2023-01-02", "2023-03-01", "2023-04-01", "2023-12-31", "2024-01-01", "2024-01-02")
)
DAYS = st.sampled_from(EDGES) | st.dates(date(2022, 9, 1), date(2024, 3, 31))
PEOPLE = ("1", "2", "3", "4")
MAY_BE_EMPTY = {
    "ended_on", "birth_date", "destination", "carer", "person", "family", "guardian_family", "payer", "payer_kind", "minutes",
    "municipality", "sex", "unit", "course", "relation", "outcome", "level", "provider_role", "address", "value",
}  # fmt: skip


@cache
def compared_with(table: str) -> dict[str, set[str]]:
    """By column the texts that some indicator looks for."""
    found: dict[str, set[str]] = {}
    for indicator in CATALOGUE.values():
        for part in indicator.parts:
            if table_of(part.rows).name == table:
                for predicate in predicates(part.rows):
                    for column, value in compared(predicate):
                        found.setdefault(column, set()).add(value)
    return found


@cache
def rows_of(table: str) -> st.SearchStrategy[dict[str, object]]:
    columns = {name: _cell(table, name) for name in TABLES[table].columns if name not in ("record", "organisation", "ended_on")}
    if "ended_on" not in TABLES[table].columns:
        return st.fixed_dictionaries(columns)
    return st.tuples(st.fixed_dictionaries(columns), st.none() | DAYS).map(lambda drawn: _ended(*drawn))


def _ended(row: dict[str, object], ended: date | None) -> dict[str, object]:
    """Nothing ends before it began: then it ends the day after."""
    began = row["began_on"]
    assert isinstance(began, date)
    return row | {"ended_on": ended if ended is None or ended > began else began + timedelta(days=1)}


def _cell(table: str, name: str) -> st.SearchStrategy[object]:
    column = TABLES[table].columns[name]
    filled = _filled(table, name, column.type, column.codes)
    return st.none() | filled if name in MAY_BE_EMPTY else filled


def _filled(table: str, name: str, kind: str, codes: tuple[str, ...]) -> st.SearchStrategy[object]:
    if name == "birth_date":
        birthdays = [date(2005, 12, 31), date(2006, 1, 1), date(2008, 2, 29), date(2016, 12, 31), date(2020, 2, 29), date(2020, 3, 1)]
        return st.dates(date(2001, 1, 1), date(2023, 12, 31)) | st.sampled_from(birthdays)
    if kind == "date":
        return DAYS
    if kind == "boolean":
        return st.booleans()
    if kind == "int64":
        return st.integers(0, 20)
    if kind.startswith("decimal"):
        return st.integers(0, 400).map(lambda hundredths: Decimal(hundredths) / 100)
    return st.sampled_from(_texts(table, name, codes))


def _texts(table: str, name: str, codes: tuple[str, ...]) -> list[str]:
    """What indicators look for stands for half of the values, so that they find something."""
    wanted = sorted(compared_with(table).get(name, ()))
    if codes:
        return wanted * max(1, len(codes) // max(1, len(wanted))) + list(codes)
    return wanted * 2 + ["other"] if wanted else list(PEOPLE)
