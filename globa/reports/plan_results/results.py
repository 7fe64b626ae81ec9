"""The results of measures as pages and reports read them: plain data, everything counted already."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from uuid import UUID

from globa.indicators.figures import Figure, Number
from globa.indicators.measuring import SideBySide
from globa.indicators.people import Over, People
from globa.planning.plans.activities import Activity
from globa.planning.plans.results import AchievedResult, ExpectedResult
from globa.registry.organisations import Organisation


class Outcome(Enum):
    """What can be said of an expectation. What is not recorded is neither reached nor short."""

    REACHED = "reached"
    SHORT = "short"
    NOT_RECORDED = "not_recorded"
    """A figure answers it, and nobody recorded what it counts, or so few did that more might have reached it."""
    NO_TARGET = "no_target"
    """There is a number and nothing to compare it with."""
    IN_WORDS = "in_words"
    """No figure answers it and nobody wrote a number: it is told in words, if at all."""


@dataclass(frozen=True)
class Opened:
    """Where the records behind a figure are opened: /figures/<organisation>/<period>/<code>/records/. `code` names a part in brackets."""

    organisation: str
    code: str
    dimension: str = ""
    part: str = ""


@dataclass(frozen=True)
class Answer:
    """
    An expectation with what answers it. A number written by hand takes the place of the computed one, which stays beside it.

    `figure` has the unit, how many records stand behind the value, and who does not record them.
    """

    expected: ExpectedResult
    outcome: Outcome
    figure: Figure | None = None
    by_hand: AchievedResult | None = None
    opened: tuple[Opened, ...] = ()

    @property
    def value(self) -> Number | None:
        if self.by_hand is not None and self.by_hand.quantity is not None:
            return self.by_hand.quantity
        return self.figure.value if self.figure else None

    @property
    def is_by_hand(self) -> bool:
        return self.by_hand is not None and self.by_hand.quantity is not None

    @property
    def differs(self) -> Decimal | None:
        """How far the number written by hand is from the computed one; None where there are not both."""
        if not self.is_by_hand or self.figure is None or self.figure.value is None or self.value is None:
            return None
        return Decimal(self.value) - Decimal(self.figure.value)


@dataclass(frozen=True)
class OfActivity:
    """`lineage` is that of its line, of whatever version that is."""

    activity: Activity
    lineage: UUID
    counted: SideBySide


@dataclass(frozen=True)
class OfBody:
    """What one institution did for the measure: its people are told apart within it."""

    body: Organisation
    counted: SideBySide


@dataclass(frozen=True)
class InBoth:
    one: Activity
    other: Activity
    people: People


@dataclass(frozen=True)
class MeasureResults:
    """
    What fed a measure, and what was expected of it.

    `together` is over the measure: everybody once, an act that two activities take once. None where nothing feeds it. The rows of
    `activities`, of `bodies` and `in_both` are no parts of it to be added up; `uses` is what such a sum of people would be.
    """

    measure: UUID
    together: SideBySide | None
    activities: tuple[OfActivity, ...] = ()
    bodies: tuple[OfBody, ...] = ()
    in_both: tuple[InBoth, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def people(self) -> People | None:
        return self.together.people if self.together else None

    @property
    def uses(self) -> int | None:
        """417 uses = N people: who was in two activities is two uses and one person."""
        uses = [one.counted.people.uses for one in self.activities if one.counted.people is not None]
        return sum(uses) if uses else None

    @property
    def over(self) -> tuple[Over, ...]:
        """Over what people were told apart, of the numbers that there are."""
        there_are = {Over.ACTIVITY: self.activities, Over.BODY: self.bodies[1:], Over.MEASURE: self.people}
        return tuple(over for over, found in there_are.items() if found)

    def of_line(self, line: UUID) -> tuple[Answer, ...]:
        return tuple(one for one in self.answers if one.expected.line_id == line)


@dataclass(frozen=True)
class PlanResults:
    """`municipality` is over the whole plan: who was helped by two measures is one person of the municipality."""

    measures: dict[UUID, MeasureResults]
    municipality: SideBySide | None
