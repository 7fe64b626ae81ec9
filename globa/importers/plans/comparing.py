"""Printed totals beside what the lines make: of tasks, goals and the year; a difference is explained by the lines that make it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.explaining import Patience, explain
from globa.checker.finding import Part
from globa.documents.document import Place
from globa.importers.plans.understood import Additional, Goal, Measure, Plan

MOST_PARTS = 3
SECONDS = 1
SIDES = ("planned", "used")


@dataclass(frozen=True)
class Compared:
    """`label` is the printed text; `explained` are the smallest sets of lines whose sum is the difference."""

    label: str
    side: str
    printed: Decimal
    made: Decimal
    place: Place
    explained: tuple[tuple[Part, ...], ...] = ()

    @property
    def difference(self) -> Decimal:
        return self.printed - self.made


def compared(plan: Plan) -> list[Compared]:
    """In the order of the document; the year's table last, with what was done beside the plan."""
    patience = Patience(SECONDS, SECONDS)
    return [*_rows(plan, patience), *_year(plan, patience)]


def total(measures: list[Measure], side: str) -> Decimal | None:
    """None where no line has an amount."""
    known = [part.amount for part in _parts(measures, side)]
    return sum(known, Decimal(0)) if known else None


def of_goal(goal: Goal, task: str = "") -> list[Measure]:
    return [measure for one in goal.tasks if not task or one.no == task for measure in one.measures]


def _rows(plan: Plan, patience: Patience) -> Iterator[Compared]:
    for row in plan.printed:
        goals = [goal for goal in plan.goals if row.goal in ("", goal.no)]
        measures = [measure for goal in goals for measure in of_goal(goal, row.task)]
        for side in SIDES:
            printed: Decimal | None = getattr(row, side)
            if printed is not None and measures:
                yield _compared(row.text, side, printed, _parts(measures, side), row.place, patience)


def _year(plan: Plan, patience: Patience) -> Iterator[Compared]:
    parts = [*_parts(list(plan.measures()), "used"), *(part for one in plan.additional for part in _beside(one))]
    for row in plan.yearly:
        if row.year == plan.year and row.total is not None:
            yield _compared(str(row.year), "used", row.total, parts, row.place, patience)


def _compared(label: str, side: str, printed: Decimal, parts: list[Part], place: Place, patience: Patience) -> Compared:
    made = sum((part.amount for part in parts), Decimal(0))
    missing = printed - made
    found = explain(abs(missing), parts, patience, most_parts=MOST_PARTS).sets if missing and parts else ()
    return Compared(label, side, printed, made, place, tuple(found[:3]))


def _parts(measures: list[Measure], side: str) -> list[Part]:
    totals = [(measure, line, getattr(line, side).total) for measure in measures for line in measure.lines]
    return [Part(line.place, measure.no or measure.text, amount) for measure, line, amount in totals if amount is not None]


def _beside(one: Additional) -> list[Part]:
    return [Part(one.place, one.no or one.institution, amount) for amount in one.amounts]
