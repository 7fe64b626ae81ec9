"""What a person says to the doubts of a plan that was read: kept as one goes, and applied to the plan when it is accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from globa.documents.numbers.comparators import Comparator
from globa.importers.plans.understood import Doubt, Missing, Plan, Problem


class Choice(StrEnum):
    """The likely reading, another, none with its reason, as it was read, the amounts of several lines as those of one, or not at all."""

    TAKE = "take"
    TYPE = "type"
    LEAVE = "leave"
    AS_READ = "as_read"
    JOIN = "join"
    OUT = "out"


CHOICES: dict[Doubt, tuple[Choice, ...]] = {
    Doubt.NUMBER: (Choice.TAKE, Choice.TYPE, Choice.LEAVE),
    Doubt.CUT: (Choice.AS_READ, Choice.TYPE, Choice.LEAVE),
    Doubt.TOTAL: (Choice.AS_READ, Choice.TYPE),
    Doubt.PARTS: (Choice.TAKE, Choice.AS_READ),
    Doubt.SOURCE: (Choice.TYPE,),
    Doubt.DASH: (Choice.TYPE, Choice.LEAVE),
    Doubt.NO_SUM: (Choice.TYPE, Choice.LEAVE),
    Doubt.TOGETHER: (Choice.AS_READ, Choice.JOIN),
    Doubt.HIDDEN: (Choice.AS_READ, Choice.OUT),
    Doubt.LOOK: (Choice.AS_READ,),
}


@dataclass(frozen=True)
class Answer:
    """`amount`, `source` and `part` (which amount of a printed total is wrong) are typed; `missing` is why none is known."""

    choice: Choice
    amount: Decimal | None = None
    source: str = ""
    part: int | None = None
    missing: Missing | None = None


class How(StrEnum):
    """A result as it was understood, as a person corrected it, or its sentence as it stands."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    TEXT = "text"


@dataclass(frozen=True)
class ResultAnswer:
    how: How
    comparator: Comparator = Comparator.EXACTLY
    quantity: Decimal | None = None
    until: Decimal | None = None
    unit: str = ""
    population: str = ""


class Booking(StrEnum):
    """Of an amount used on a line for which the ledger has something: all of it, what the ledger does not have yet, or nothing."""

    ALL = "all"
    DIFFERENCE = "difference"
    NOTHING = "nothing"


@dataclass(frozen=True)
class MatchAnswer:
    """`line` is the lineage of a line of the kept plan, empty where the report's is left out; `booking` is asked where it matters."""

    line: str
    booking: Booking | None = None


@dataclass(frozen=True)
class BesideAnswer:
    """An activity beside the plan as a person says it is; one that is not taken stays in the document."""

    is_taken: bool
    body: str = ""
    amount: Decimal | None = None
    source: str = ""


@dataclass(frozen=True)
class YearAnswer:
    """An amount of an earlier year as a person says it is."""

    is_taken: bool
    amount: Decimal | None = None
    source: str = ""


@dataclass
class Decisions:
    """
    `doubts` by the number of the problem; `bodies` by the name as printed: the key of an organisation, or "" for a name only.

    `results` by `results.key`, `obstacles` by `obstacles.Sentence.key`: whether it is one. `matches` by `matching.Match.key`, `beside` by
    the number of the activity, `years` by `earlier.Taking.key`. What is not in it has not been decided.
    """

    doubts: dict[str, Answer] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    results: dict[str, ResultAnswer] = field(default_factory=dict)
    obstacles: dict[str, bool] = field(default_factory=dict)
    matches: dict[str, MatchAnswer] = field(default_factory=dict)
    beside: dict[str, BesideAnswer] = field(default_factory=dict)
    years: dict[str, YearAnswer] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Decisions:
        return msgspec.convert(kept, cls)

    def as_kept(self) -> dict[str, Any]:
        made: dict[str, Any] = msgspec.to_builtins(self)
        return made


def choices(problem: Problem) -> tuple[Choice, ...]:
    """A likely reading is offered only where there is one."""
    return tuple(one for one in CHOICES[problem.doubt] if one != Choice.TAKE or problem.suggestion)


def open_doubts(plan: Plan, decisions: Decisions) -> list[int]:
    """Those that nobody has answered yet, by their numbers."""
    return [number for number, _problem in enumerate(plan.problems) if str(number) not in decisions.doubts]


def looks_left(plan: Plan, decisions: Decisions) -> list[int]:
    """Open ones that ask for nothing but a look; they may be answered together."""
    return [number for number in open_doubts(plan, decisions) if plan.problems[number].doubt == Doubt.LOOK]
