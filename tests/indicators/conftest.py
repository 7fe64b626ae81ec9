"""A small world of facts that a test writes down as tables, counted by DuckDB in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pytest

from globa.facts.engines.duckdb import DuckDB
from globa.facts.tables import TABLES
from globa.indicators import figures
from globa.indicators.card import Card
from globa.indicators.figures import Breakdown, Figure
from globa.indicators.indicator import Indicator
from globa.indicators.scope import Scope
from globa.vocabulary.period import Period
from tests.spec.language import read

CENTRE = "centre"
LONG_AGO = date(1990, 1, 1)


@dataclass
class World:
    rows: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    recording: dict[str, dict[str, date]] = field(default_factory=lambda: {table: {CENTRE: LONG_AGO} for table in TABLES})

    def given(self, text: str, organisation: str = CENTRE) -> None:
        for table, rows in read(text, organisation).items():
            self.rows.setdefault(table, []).extend(rows)

    def records_from(self, day: date | None, *tables: str, organisation: str = CENTRE) -> None:
        """From which day the organisation records; never, without one."""
        for table in tables or TABLES:
            self.recording[table].pop(organisation, None)
            if day:
                self.recording[table][organisation] = day

    def scope(self, period: str = "2023", organisations: Iterable[str] = (CENTRE,)) -> Scope:
        return Scope(CENTRE, Period.parse(period), tuple(organisations), self.recording)

    @property
    def engine(self) -> DuckDB:
        return DuckDB.of_rows(self.rows)

    def figure(self, indicator: Indicator | Card | str, period: str = "2023", organisations: Iterable[str] = (CENTRE,)) -> Figure:
        return figures.figure(self.scope(period, organisations), indicator, self.engine)

    def parts(self, code: str, dimension: str, period: str = "2023") -> dict[str, object]:
        found: list[Breakdown] = figures.breakdown(self.scope(period), code, dimension, self.engine)
        return {one.code: one.figure.value for one in found}


@pytest.fixture
def world() -> World:
    return World()
