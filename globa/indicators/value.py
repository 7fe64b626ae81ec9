"""
What is counted of the rows: the last step of a figure.

Every value names its aggregate function and, where it needs one, the column or expression that goes into
it. "Open this number" is the same expression without the aggregate. Nothing here needs Ibis to be imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from globa.indicators.when import When
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit

if TYPE_CHECKING:
    import ibis.expr.types as ir

HUNDREDTH = Decimal("0.01")
MINUTES_IN_AN_HOUR = 60

UNITS_OF_ROWS = (
    Unit.TIMES, Unit.SERVICES, Unit.STAYS, Unit.DOCUMENTS, Unit.CASES, Unit.MEETINGS, Unit.EVENTS,
    Unit.VEHICLES, Unit.CONTRACTS, Unit.TARGETS, Unit.GUARDIANSHIPS,
)  # fmt: skip
UNITS_OF_DISTINCT = {
    "child": (Unit.CHILDREN,),
    "person": (Unit.PERSONS, Unit.CHILDREN, Unit.CARERS),
    "worker": (Unit.PERSONS,),
    "provider": (Unit.PERSONS,),
    "carer": (Unit.CARERS,),
    "family": (Unit.FAMILIES,),
    "guardian_family": (Unit.FAMILIES,),
    "course": (Unit.GROUPS,),
    "unit": (Unit.UNITS,),
    "dwelling": (Unit.HOMES,),
    "address": (Unit.ADDRESSES,),
}
UNITS_OF_SUM = {
    "places": (Unit.PLACES,),
    "seats": (Unit.SEATS,),
    "fte": (Unit.POSTS,),
    "amount": (Unit.EUROS,),
    "heads": (Unit.ATTENDANCES,),
    "recipients": (Unit.ATTENDANCES,),
}


class Measure(Protocol):
    """A value of one set of rows."""

    @property
    def columns(self) -> tuple[str, ...]: ...

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in which the value may be declared."""
        ...

    @property
    def function(self) -> str:
        """The SQL of the aggregate, `{}` where the counted expression goes."""
        ...

    def counted(self, row: ir.Table) -> ir.Column | None: ...

    def read(self, raw: Any, period: Period, when: When) -> int | Decimal | None:
        """Make the figure of what the database answered."""
        ...


def whole_or_decimal(raw: Any) -> int | Decimal:
    """PostgreSQL answers a sum of whole numbers as a decimal without places, DuckDB as a whole number."""
    if raw is None:
        return 0
    if isinstance(raw, Decimal):
        return int(raw) if raw.as_tuple().exponent == 0 else raw
    return int(raw)


class Count(Enum):
    ROWS = "rows"

    @property
    def columns(self) -> tuple[str, ...]:
        return ()

    @property
    def units(self) -> tuple[Unit, ...]:
        return UNITS_OF_ROWS

    @property
    def function(self) -> str:
        return "COUNT(*)"

    def counted(self, row: ir.Table) -> None:
        return None

    def read(self, raw: Any, period: Period, when: When) -> int:
        return int(raw or 0)


@dataclass(frozen=True)
class _OfColumn:
    column: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.column,)

    def counted(self, row: ir.Table) -> ir.Column:
        return row[self.column]


@dataclass(frozen=True)
class Distinct(_OfColumn):
    """
    How many different ones: a child who came twice is one child. An empty cell is nobody, and null.

    The bare column, for PostgreSQL sorts rows once for all figures that ask for different ones of it.
    """

    function = "COUNT(DISTINCT {})"

    @property
    def units(self) -> tuple[Unit, ...]:
        return UNITS_OF_DISTINCT.get(self.column, ())

    def read(self, raw: Any, period: Period, when: When) -> int:
        return int(raw or 0)


@dataclass(frozen=True)
class Sum(_OfColumn):
    function = "SUM({})"

    @property
    def units(self) -> tuple[Unit, ...]:
        return UNITS_OF_SUM.get(self.column, ())

    def read(self, raw: Any, period: Period, when: When) -> int | Decimal:
        return whole_or_decimal(raw)


@dataclass(frozen=True)
class Hours(_OfColumn):
    """Hours of a column of minutes, to the hundredth."""

    column: str = "minutes"
    function = "SUM({})"
    units = (Unit.HOURS,)

    def read(self, raw: Any, period: Period, when: When) -> Decimal:
        return (Decimal(int(raw or 0)) / MINUTES_IN_AN_HOUR).quantize(HUNDREDTH, ROUND_HALF_UP)


@dataclass(frozen=True)
class Days:
    """Days of the rows' ranges that lie in the period, the day of leaving not counted; only of rows counted AtAnyTime."""

    began: str
    ended: str
    function = "SUM({})"
    units = (Unit.DAYS,)

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.began, self.ended)

    def counted(self, row: ir.Table) -> ir.Column:
        ended = row[self.ended].coalesce(row.scope_ends)
        until = (ended < row.scope_ends).ifelse(ended, row.scope_ends)
        since = (row[self.began] > row.scope_begins).ifelse(row[self.began], row.scope_begins)
        return until.delta(since, unit="day")

    def read(self, raw: Any, period: Period, when: When) -> int:
        return int(raw or 0)


@dataclass(frozen=True)
class _Extreme(_OfColumn):
    units = (Unit.YEARS, Unit.PLACES)

    def read(self, raw: Any, period: Period, when: When) -> int | Decimal | None:
        return None if raw is None else whole_or_decimal(raw)


@dataclass(frozen=True)
class Minimum(_Extreme):
    function = "MIN({})"


@dataclass(frozen=True)
class Maximum(_Extreme):
    function = "MAX({})"


@dataclass(frozen=True)
class _Age(_OfColumn):
    column: str = "birth_date"
    units = (Unit.YEARS,)

    def read(self, raw: Any, period: Period, when: When) -> int | None:
        return None if raw is None else age(raw, when.age_date(period))


@dataclass(frozen=True)
class Youngest(_Age):
    """Full years of the youngest, on the figure's date; nothing when nobody's birth date is known."""

    function = "MAX({})"


@dataclass(frozen=True)
class Oldest(_Age):
    """Full years of the oldest, on the figure's date; nothing when nobody's birth date is known."""

    function = "MIN({})"


def age(born: date, on: date) -> int:
    """Full years; who was born on 29 February is a year older on 1 March of a common year."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@dataclass(frozen=True, eq=False)
class Rows:
    """A value with the rows and the time it is of."""

    value: Measure
    rows: ir.Table
    when: When


@dataclass(frozen=True, eq=False)
class Part:
    """One side of a ratio; what is left out is as in the indicator."""

    value: Measure
    rows: ir.Table | None = None
    when: When | None = None


@dataclass(frozen=True, eq=False)
class Ratio:
    """One part of another in percent; both numbers are shown beside it."""

    of: Part
    to: Part
    units = (Unit.PERCENT,)


def percent(of: int | Decimal | None, to: int | Decimal | None) -> Decimal | None:
    """To the hundredth; nothing when there is nothing to take a share of."""
    if of is None or not to:
        return None
    return (Decimal(of) * 100 / Decimal(to)).quantize(HUNDREDTH, ROUND_HALF_UP)
