"""What a document says of a plan, before anybody has agreed to it. All money is in euros."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from globa.documents.document import Place


class Missing(StrEnum):
    """Why there is no amount: nothing was planned or used, nobody says how much, another line carries it, it was given in kind."""

    NONE = "none"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    IN_KIND = "in_kind"


class Doubt(StrEnum):
    """What a problem asks for: another number or source, which amounts belong together, whether a hidden row counts, or only a look."""

    NUMBER = "number"
    CUT = "cut"
    TOTAL = "total"
    PARTS = "parts"
    SOURCE = "source"
    DASH = "dash"
    NO_SUM = "no_sum"
    TOGETHER = "together"
    HIDDEN = "hidden"
    LOOK = "look"


@dataclass(frozen=True)
class Spot:
    """
    What a problem is about: the `serial` of a measure, the number of its line from nought, a side of it and one of its amounts.

    Without an `amount` it is the printed total; without a `side` the whole line; without a measure the document.
    """

    measure: int = 0
    line: int = 0
    side: str = ""
    amount: int | None = None


@dataclass(frozen=True)
class Problem:
    """What a person decides: `sentence` is an English message for gettext with its `values`, `suggestion` what is likely meant."""

    place: Place
    cell: str
    sentence: str
    values: dict[str, str] = field(default_factory=dict)
    suggestion: str = ""
    doubt: Doubt = Doubt.LOOK
    at: Spot = field(default_factory=Spot)


@dataclass(frozen=True)
class Amount:
    """`source` is empty where nobody knows it; a dash beside a named source is an amount of None."""

    amount: Decimal | None
    source: str
    note: str = ""
    parts: tuple[Amount, ...] = ()


@dataclass(frozen=True)
class Money:
    """One side of a line. `stated` is the total as printed, None where none is, or where it is no sum of money."""

    amounts: tuple[Amount, ...] = ()
    stated: Decimal | None = None
    missing: Missing | None = None

    @property
    def total(self) -> Decimal | None:
        """The parts added, never the parts of a part; the printed total where there are no parts."""
        known = [amount.amount for amount in self.amounts if amount.amount is not None]
        return sum(known, Decimal(0)) if known else self.stated


@dataclass(frozen=True)
class Line:
    """One responsible body, or several acting jointly."""

    responsible: tuple[str, ...]
    planned: Money
    used: Money
    expected: str = ""
    achieved: str = ""
    place: Place = field(default_factory=Place)


@dataclass
class Measure:
    """`serial` counts measures from one in the order in which they were read."""

    no: str
    text: str
    serial: int = 0
    lines: list[Line] = field(default_factory=list)


@dataclass
class Task:
    no: str
    text: str
    measures: list[Measure] = field(default_factory=list)


@dataclass
class Goal:
    no: str
    text: str
    tasks: list[Task] = field(default_factory=list)


@dataclass(frozen=True)
class Column:
    """One column of a yearly table: which sources it holds together, by the words above it."""

    heading: str
    sources: tuple[str, ...]
    amount: Decimal | None


@dataclass(frozen=True)
class Yearly:
    year: int
    total: Decimal | None
    columns: tuple[Column, ...]
    place: Place


@dataclass(frozen=True)
class Additional:
    """Something done beside the plan. `amounts` are the sums of money that its sentence names."""

    institution: str
    no: str
    text: str
    amounts: tuple[Decimal, ...]
    place: Place


@dataclass(frozen=True)
class Printed:
    """A row of totals, as printed: of a task where it is numbered as one, of a goal, or of everything (both empty)."""

    goal: str
    task: str
    text: str
    planned: Decimal | None
    used: Decimal | None
    place: Place


@dataclass
class Plan:
    municipality: str
    year: int
    goals: list[Goal] = field(default_factory=list)
    yearly: list[Yearly] = field(default_factory=list)
    additional: list[Additional] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)

    def measures(self) -> Iterator[Measure]:
        for goal in self.goals:
            for task in goal.tasks:
                yield from task.measures
