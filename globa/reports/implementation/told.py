"""
What an implementation report is made of, as plain data: the plan's tree with its money, the group and its sitting, what was done beside.

Read from the records by `reading`, drawn by `tables`, counted by `counting`, checked by `checks`: none of these asks the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

NOTHING = Decimal(0)
TAKEN_OUT = "taken_out"
"""Why nothing is planned on a line that an amendment took out."""


@dataclass(frozen=True)
class Sum:
    """One row of money: an amount planned, a ledger entry, or what a document says of an earlier year. `source` is the code of who pays."""

    record: str
    amount: Decimal | None
    source: str
    column: str = ""
    purpose: str = ""
    day: date | None = None
    document: str = ""
    parts: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class Side:
    """What was planned for a line, or used of it; `missing` says why there is no sum."""

    sums: tuple[Sum, ...] = ()
    missing: str = ""

    @property
    def total(self) -> Decimal | None:
        known = [one.amount for one in self.sums if one.amount is not None]
        return sum(known, NOTHING) if known else None

    def by_source(self) -> dict[str, Decimal | None]:
        """In the order in which they stand; None where a source is named and no sum."""
        found: dict[str, Decimal | None] = {}
        for one in self.sums:
            before = found.get(one.source)
            found[one.source] = before if one.amount is None else (before or NOTHING) + one.amount
        return found


@dataclass(frozen=True)
class Expected:
    """
    An expected result. `reached` is what the records say, None where they do not say it; `is_met` whether that is enough.

    `figure` is the figure that answers it, with its part, and `institutions` the keys of those whose records it is counted over.
    """

    key: str
    text: str
    unit: str = ""
    quantity: Decimal | None = None
    is_counted: bool = False
    reached: Decimal | None = None
    is_met: bool | None = None
    figure: str = ""
    institutions: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class Achieved:
    """What somebody wrote about a result; `why` is the reason where it stands in the place of what the records say."""

    text: str
    expected: str = ""
    why: str = ""


@dataclass(frozen=True)
class Line:
    """`no` is that of its measure with its own: 1.2.7-2."""

    no: str
    bodies: tuple[str, ...]
    planned: Side = Side()
    used: Side = Side()
    expects: str = ""
    expected: tuple[Expected, ...] = ()
    achieved: tuple[Achieved, ...] = ()
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """`is_numbered` is false where the plan prints no number, and `no` is its place."""

    no: str
    text: str
    lines: tuple[Line, ...]
    is_numbered: bool = True


@dataclass(frozen=True)
class Objective:
    no: str
    text: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Goal:
    no: str
    text: str
    objectives: tuple[Objective, ...]
    is_numbered: bool = True

    @property
    def measures(self) -> Iterator[Measure]:
        return (measure for objective in self.objectives for measure in objective.measures)

    def lines(self) -> Iterator[tuple[Objective, Measure, Line]]:
        for objective in self.objectives:
            for measure in objective.measures:
                for line in measure.lines:
                    yield objective, measure, line


@dataclass(frozen=True)
class Beside:
    """Something done that is no measure of the plan. What it cost, where that is known, counts in the year."""

    no: str
    body: str
    text: str
    cost: Sum | None = None


@dataclass(frozen=True)
class Attending:
    """One of the working group; `absent` says why somebody was not at the sitting, and is empty of whoever was."""

    name: str
    body: str
    part: str
    absent: str = ""
    signs: bool = False


@dataclass(frozen=True)
class Sitting:
    order_number: str = ""
    ordered_on: date | None = None
    day: date | None = None
    place: str = ""
    members: tuple[Attending, ...] = ()

    @property
    def present(self) -> int:
        return sum(1 for one in self.members if not one.absent)

    @property
    def has_quorum(self) -> bool:
        """More than half of the group were there."""
        return self.present * 2 > len(self.members)


@dataclass(frozen=True)
class Before:
    """
    A measure as the plan of an earlier year had it, and what was used of it.

    `goal` and `measure` are the numbers under which they are told: those of this year's plan, or of what it has no more a number that
    nothing else has. `goal_text` and `text` are words of the earlier plan, `own_no` its number.
    """

    year: int
    goal: str
    goal_text: str
    measure: str
    own_no: str
    text: str
    used: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class StandsBeside:
    """A report's sum on a line and what came to the line after it, while nobody has said which counts. `line` is the line's number."""

    line: str
    source: str
    reported: Decimal
    booked: Decimal


@dataclass(frozen=True)
class UnitValue:
    """What was used of a line of a year's plan, and how many of one unit were achieved with it. `line` is the line's lineage."""

    year: int
    no: str
    text: str
    line: str
    unit: str
    used: Decimal
    count: Decimal

    @property
    def each(self) -> Decimal:
        return self.used / self.count


@dataclass(frozen=True)
class Told:
    """
    `earlier` are the sums of years before, by year: from their own plan and ledger, or from what their document says.

    `before` are the measures of those years that have a plan here, the latest year first.
    """

    year: int
    title: str = ""
    approved_on: date | None = None
    decision: str = ""
    goals: tuple[Goal, ...] = ()
    beside: tuple[Beside, ...] = ()
    earlier: tuple[tuple[int, tuple[Sum, ...]], ...] = ()
    sitting: Sitting = Sitting()
    sources: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    unit_values: tuple[UnitValue, ...] = ()
    before: tuple[Before, ...] = ()
    stands_beside: tuple[StandsBeside, ...] = ()

    def lines(self) -> Iterator[tuple[Goal, Objective, Measure, Line]]:
        for goal in self.goals:
            for objective, measure, line in goal.lines():
                yield goal, objective, measure, line

    def expected(self) -> Iterator[tuple[Line, Expected]]:
        for _goal, _objective, _measure, line in self.lines():
            for one in line.expected:
                yield line, one
