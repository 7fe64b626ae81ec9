"""Every indicator on generated rows: PostgreSQL, DuckDB and the oracle agree."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from globa.facts.tables import TABLES
from globa.indicators import figures
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.checks import table_of
from globa.indicators.figures import Figure
from globa.indicators.indicator import Indicator
from globa.indicators.parting import parted
from globa.indicators.scope import Scope
from globa.indicators.value import percent
from globa.vocabulary.period import Period
from tests.spec.collected import all_specs
from tests.spec.engines import Engines
from tests.spec.generating import rows_of
from tests.spec.language import Result, Year, as_facts, birthday

WORLDS = ("north", "south", "east", "west", "other")
LONG_AGO = date(1990, 1, 1)
RECORDING = {table: dict.fromkeys(WORLDS, LONG_AGO) for table in TABLES}
SCOPES = [Scope(world, Period.year(2023), (world,), RECORDING) for world in WORLDS[:4]] + [
    Scope("north", Period.parse("2023-03"), ("north",), RECORDING),
    Scope("all", Period.year(2023), WORLDS[:4], RECORDING),
]
# Making a failing example smaller would take minutes: every try loads two databases. What is drawn is printed as it is.
GENERATED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate])
World = dict[str, list[dict[str, object]]]


def of_table(table: str) -> list[Indicator]:
    return [one for one in CATALOGUE.values() if table_of(one.parts[0].rows).name == table]


def tables_of(indicators: list[Indicator]) -> list[str]:
    return sorted({table_of(part.rows).name for one in indicators for part in one.parts})


@st.composite
def worlds(draw: st.DrawFn, tables: list[str]) -> World:
    """Some rows of each table for each of a few organisations that know nothing of each other."""
    rows: World = {}
    for table in tables:
        drawn = draw(st.lists(st.tuples(st.sampled_from(WORLDS), rows_of(table)), min_size=15, max_size=40))
        rows[table] = [row | {"record": f"{table}:{place:02}", "organisation": world} for place, (world, row) in enumerate(drawn)]
    return rows


def counted_slowly(code: str, scope: Scope, world: World) -> Result:
    within = {table: [row for row in rows if row["organisation"] in scope.organisations] for table, rows in world.items()}
    return all_specs()[code].oracle(as_facts(within), Year(scope.period))


def expected(figure: Figure, world: World) -> tuple[Any, Any, Any, int]:
    """The value, of a ratio its two numbers, and how many rows stand behind it, as the oracle counts them."""
    value, found = counted_slowly(figure.code, figure.scope, world)
    return (percent(*value), *value, len(found)) if figure.indicator.is_ratio else (value, None, None, len(found))


def records_of(code: str, scope: Scope, world: World) -> list[str]:
    return sorted(row.record for row in counted_slowly(code, scope, world)[1])


@pytest.mark.parametrize("table", sorted(table for table in TABLES if of_table(table)))
@settings(GENERATED, max_examples=8)
@given(data=st.data())
def test_engines_and_the_oracle_agree(table: str, engines: Engines, data: st.DataObject) -> None:
    indicators = of_table(table)
    world = data.draw(worlds(tables_of(indicators)))
    for name, engine in engines.holding(world).items():
        for figure in figures.compute(SCOPES, engine, indicators):
            said = f"{name} {figure.code} {figure.scope.report} {figure.when}"
            assert (said, figure.value, figure.of, figure.to, figure.evidence_count) == (said, *expected(figure, world))


@pytest.mark.parametrize("table", sorted(table for table in TABLES if of_table(table)))
@settings(GENERATED, max_examples=2)
@given(data=st.data())
def test_the_evidence_is_the_oracles_and_sorts_into_the_parts(table: str, engines: Engines, data: st.DataObject) -> None:
    indicators = of_table(table)
    world = data.draw(worlds(tables_of(indicators)))
    scope = SCOPES[-1]
    for engine in engines.holding(world).values():
        for indicator in indicators:
            found = figures.evidence(scope, indicator, engine, limit=1000)
            assert (indicator.code, sorted(found.records)) == (indicator.code, records_of(indicator.code, scope, world))
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
            for dimension, parts in figures.breakdowns(scope, indicator, engine).items():
                by_hand = Counter(_part(indicator, dimension, row) for row in rows)
                counted = {part.code: part.figure.evidence_count for part in parts if part.figure.evidence_count}
                assert (indicator.code, dimension, counted) == (indicator.code, dimension, dict(by_hand))


@pytest.mark.parametrize("table", sorted(table for table in TABLES if of_table(table)))
@settings(GENERATED, max_examples=2)
@given(data=st.data())
def test_the_parts_of_a_whole_report_are_those_of_each_figure(table: str, engines: Engines, data: st.DataObject) -> None:
    indicators = of_table(table)
    world = data.draw(worlds(tables_of(indicators)))
    wanted = {one.code: [(name,) for name in one.card.dimensions] for one in indicators}
    for engine in engines.holding(world).values():
        for scope, together in zip(SCOPES[3:], parted(SCOPES[3:], wanted, engine), strict=True):
            for indicator in indicators:
                for name, apart in figures.breakdowns(scope, indicator, engine).items():
                    expected_parts = {part.code: part.figure for part in apart}
                    found = {code: one for (code,), one in together[indicator.code, (name,)].parts.items()}
                    assert (indicator.code, name, _numbers(found)) == (indicator.code, name, _numbers(expected_parts))


def _numbers(parts: dict[str, Figure]) -> dict[str, tuple[Any, ...]]:
    """Parts that nobody is in may be said or left out."""
    told = {code: (one.value, one.of, one.to, one.evidence_count) for code, one in parts.items()}
    return {code: numbers for code, numbers in told.items() if any(numbers)}


def _part(indicator: Indicator, name: str, row: dict[str, Any]) -> str:
    """The part that the row belongs to, told without SQL."""
    when = indicator.parts[0].when
    if name == "month":
        return f"{row[when.columns[0]]:%Y-%m}"
    if name == "age":
        on = row[when.columns[0]] if when.columns[1:] == () else when.age_date(Period.year(2023))
        return _band(row["birth_date"], on)
    (dimension,) = [one for one in indicator.dimensions if one.name == name]
    return row[dimension.column] or "unknown"


def _band(born: date | None, on: date) -> str:
    if born is None:
        return "unknown"
    for after, band in ((3, "0-2"), (7, "3-6"), (14, "7-13"), (18, "14-17")):
        if birthday(born, after) > on:
            return band
    return "18+"
