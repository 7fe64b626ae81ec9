"""
When a row counts: its day or days, compared with the period.

A row handed to these methods is a fact row joined with the scope. Beside its own columns it has
`scope_begins` and `scope_ends` (half-open), `scope_eve` (the day before), `scope_last` (the last day), one
`since_<table>` a fact table (from when its organisation records it) and one column a stated day.
Ranges are half-open: the day of leaving is no longer a day of the stay, so that
opening + came - left = closing holds to the day. Nothing here needs Ibis to be imported.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from globa.vocabulary.period import Period

if TYPE_CHECKING:
    import ibis.expr.types as ir


class When(ABC):
    @property
    @abstractmethod
    def is_flow(self) -> bool:
        """Whether rows are counted over the whole period, and not as of one day."""

    @property
    @abstractmethod
    def columns(self) -> tuple[str, ...]:
        """The columns of days; evidence is ordered by the first."""

    @property
    def stated_days(self) -> tuple[str, ...]:
        return ()

    @abstractmethod
    def holds(self, row: ir.Table) -> ir.BooleanValue: ...

    @abstractmethod
    def recorded(self, row: ir.Table, table: str) -> ir.BooleanValue:
        """Whether the row's organisation recorded the table from the day that the figure needs."""

    @abstractmethod
    def age_day(self, row: ir.Table) -> ir.DateValue:
        """The day by which ages are told."""

    @abstractmethod
    def days(self, period: Period) -> tuple[date, date]:
        """The first and the last day that the figure is about; the first is also the day from which it needs records."""

    @abstractmethod
    def age_date(self, period: Period) -> date: ...

    @abstractmethod
    def label(self, period: Period) -> str: ...


class _OverPeriod(When):
    is_flow = True

    def recorded(self, row: ir.Table, table: str) -> ir.BooleanValue:
        return row[f"since_{table}"] <= row.scope_begins

    def age_day(self, row: ir.Table) -> ir.DateValue:
        return row.scope_last

    def days(self, period: Period) -> tuple[date, date]:
        return period.begins, period.last_day

    def age_date(self, period: Period) -> date:
        return period.last_day

    def label(self, period: Period) -> str:
        return str(period)


@dataclass(frozen=True)
class During(_OverPeriod):
    """A flow: the day lies in the period. Ages are by the row's own day."""

    day: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.day,)

    def holds(self, row: ir.Table) -> ir.BooleanValue:
        return (row[self.day] >= row.scope_begins) & (row[self.day] < row.scope_ends)

    def age_day(self, row: ir.Table) -> ir.DateValue:
        return row[self.day]


@dataclass(frozen=True)
class AtAnyTime(_OverPeriod):
    """Whatever lasted on at least one day of the period: everybody served. Ages are by its last day."""

    began: str
    ended: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.began, self.ended)

    def holds(self, row: ir.Table) -> ir.BooleanValue:
        return (row[self.began] < row.scope_ends) & (row[self.ended].isnull() | (row[self.ended] > row.scope_begins))


@dataclass(frozen=True)
class _OnOneDay(When):
    began: str
    ended: str
    is_flow = False

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.began, self.ended)

    @property
    @abstractmethod
    def scope_day(self) -> str:
        """The column of the scope that holds the day."""

    def holds(self, row: ir.Table) -> ir.BooleanValue:
        day = row[self.scope_day]
        return (row[self.began] <= day) & (row[self.ended].isnull() | (row[self.ended] > day))

    def recorded(self, row: ir.Table, table: str) -> ir.BooleanValue:
        return row[f"since_{table}"] <= row[self.scope_day]

    def age_day(self, row: ir.Table) -> ir.DateValue:
        return row[self.scope_day]

    def days(self, period: Period) -> tuple[date, date]:
        day = self.age_date(period)
        return day, day

    def label(self, period: Period) -> str:
        return self.age_date(period).isoformat()


@dataclass(frozen=True)
class AtOpening(_OnOneDay):
    """
    A stock at the end of the day before the period, shown as that of its first day.

    Whoever begins to record on the first day of a period enters first what is there, so the
    opening needs records only from that day.
    """

    scope_day = "scope_eve"

    def recorded(self, row: ir.Table, table: str) -> ir.BooleanValue:
        return row[f"since_{table}"] <= row.scope_begins

    def days(self, period: Period) -> tuple[date, date]:
        return period.begins, period.begins

    def age_date(self, period: Period) -> date:
        return period.day_before

    def label(self, period: Period) -> str:
        return period.begins.isoformat()


@dataclass(frozen=True)
class AtClosing(_OnOneDay):
    """A stock at the end of the last day of the period."""

    scope_day = "scope_last"

    def age_date(self, period: Period) -> date:
        return period.last_day


@dataclass(frozen=True)
class OnDay(_OnOneDay):
    """A stock on a stated day: by default 1 January of the year after the period's last day, as occupancy tables have it."""

    month: int = 1
    day: int = 1
    years: int = 1

    @property
    def scope_day(self) -> str:
        return f"stated_{self.month}_{self.day}_{self.years}"

    @property
    def stated_days(self) -> tuple[str, ...]:
        return (self.scope_day,)

    def age_date(self, period: Period) -> date:
        return stated_day(self.scope_day, period)


@dataclass(frozen=True)
class All(When):
    """Both hold, as for who was trained during the year and is still in post at its end. Shown and aged as the first."""

    one: When
    other: When

    @property
    def is_flow(self) -> bool:
        return self.one.is_flow or self.other.is_flow

    @property
    def columns(self) -> tuple[str, ...]:
        return self.one.columns + self.other.columns

    @property
    def stated_days(self) -> tuple[str, ...]:
        return self.one.stated_days + self.other.stated_days

    def holds(self, row: ir.Table) -> ir.BooleanValue:
        return self.one.holds(row) & self.other.holds(row)

    def recorded(self, row: ir.Table, table: str) -> ir.BooleanValue:
        return self.one.recorded(row, table) & self.other.recorded(row, table)

    def age_day(self, row: ir.Table) -> ir.DateValue:
        return self.one.age_day(row)

    def days(self, period: Period) -> tuple[date, date]:
        pairs = (self.one.days(period), self.other.days(period))
        return min(first for first, _ in pairs), max(last for _, last in pairs)

    def age_date(self, period: Period) -> date:
        return self.one.age_date(period)

    def label(self, period: Period) -> str:
        return self.one.label(period)


def stated_day(column: str, period: Period) -> date:
    """Read `stated_1_1_1`: month, day, years after the year of the period's last day."""
    month, day, years = (int(part) for part in column.removeprefix("stated_").split("_"))
    return date(period.last_day.year + years, month, day)
