"""
What a specification of an indicator is written in.

A specification gives a few rows as a table that a person reads, the figure that must come out with the records behind
it, and an oracle: the same figure counted in slow, plain Python. It is tried on every engine, and the
oracle is compared with every engine on generated rows too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import Any

from globa.facts.tables import TABLES
from globa.vocabulary.period import Period

Row = Any
Facts = Any
Result = tuple[Any, list[Row]]
"""The value, of a ratio its two numbers, and the rows behind it."""
Oracle = Callable[[Facts, "Year"], Result]
SPECS: dict[str, Spec] = {}


@dataclass(frozen=True)
class Spec:
    code: str
    says: str
    given: str
    value: Decimal | None
    of: Decimal | None
    to: Decimal | None
    evidence: tuple[str, ...]
    period: Period
    oracle: Oracle

    @property
    def facts(self) -> dict[str, list[dict[str, object]]]:
        return read(self.given, self.code)


def spec(
    code: str,
    *,
    given: str,
    value: str | int | None,
    evidence: str = "",
    of: str | int | None = None,
    to: str | int | None = None,
    period: str = "2023",
) -> Callable[[Oracle], Oracle]:
    """Specify the indicator by an example; the function below is its oracle and returns the value with the rows behind it."""

    def keep(oracle: Oracle) -> Oracle:
        assert code not in SPECS, f"{code} is specified twice"
        says, records = (oracle.__doc__ or "").strip(), tuple(evidence.split())
        SPECS[code] = Spec(code, says, given, _number(value), _number(of), _number(to), records, Period.parse(period), oracle)
        return oracle

    return keep


def _number(told: str | int | None) -> Decimal | None:
    return None if told is None else Decimal(told)


class Year:
    """The period as an oracle sees it: days, one after another."""

    def __init__(self, period: Period) -> None:
        self.first, self.last = period.begins, period.last_day
        self.eve = period.day_before
        self.next_january = date(self.last.year + 1, 1, 1)

    @property
    def days(self) -> Iterator[date]:
        day = self.first
        while day <= self.last:
            yield day
            day += timedelta(days=1)

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def lasts(row: Row, day: date) -> bool:
    """Whether the day is one of the row's; the day it ended is not."""
    if day < row.began_on:
        return False
    return row.ended_on is None or day < row.ended_on


def lasts_in(row: Row, year: Year) -> bool:
    """Whether at least one day of the period is one of the row's."""
    return row.began_on <= year.last and (row.ended_on is None or row.ended_on > year.first)


def different(values: Iterable[Any]) -> int:
    """How many different ones; nobody is not one."""
    seen = []
    for value in values:
        if value not in (None, "") and value not in seen:
            seen.append(value)
    return len(seen)


def hours(minutes: Iterable[int | None]) -> Decimal:
    return (Decimal(sum(one or 0 for one in minutes)) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)


def full_years(born: date, day: date) -> int:
    """One birthday after another."""
    years = 0
    while birthday(born, years + 1) <= day:
        years += 1
    return years


def birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def as_facts(rows: Mapping[str, Iterable[Mapping[str, object]]]) -> Facts:
    """Rows as an oracle reads them: `facts.stays[0].child`."""
    return SimpleNamespace(**{table: [SimpleNamespace(**row) for row in rows.get(table, ())] for table in TABLES})


def read(given: str, organisation: str) -> dict[str, list[dict[str, object]]]:
    """Read tables written one under another: a name alone, a head with bars, rows with bars; columns not named are empty."""
    tables: dict[str, list[dict[str, object]]] = {}
    table, head = "", None
    for line in filter(None, map(str.strip, given.splitlines())):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 1:
            table, head = line, None
            tables[table] = []
        elif head is None:
            head = cells
        else:
            named = dict(zip(head, cells, strict=True))
            tables[table].append(
                {name: _cell(column.type, named.get(name, "")) for name, column in TABLES[table].columns.items()}
                | {"organisation": organisation}
            )
    return tables


def _cell(kind: str, text: str) -> object:
    if kind == "boolean":
        return text == "yes"
    if not text:
        return None
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "int64":
        return int(text)
    return Decimal(text) if kind.startswith("decimal") else text
