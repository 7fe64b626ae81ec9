"""Changing and withdrawing parts of a plan. What stands below a part goes with it; of an approved plan the database refuses both."""

from __future__ import annotations

from typing import Any

from django.db import models

from globa.journal.operations import Actor, operation
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.results import AchievedResult, ExpectedResult, Obstacle
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.vocabulary.calendar import today

Part = Goal | Objective | Measure | PlanLine | LineBody | PlannedAmount | ExpectedResult | AchievedResult | Obstacle
ON_A_LINE: tuple[type[models.Model], ...] = (LineBody, PlannedAmount, ExpectedResult, AchievedResult, Obstacle)
TO_LINE = {Goal: "line__measure__objective__goal", Objective: "line__measure__objective", Measure: "line__measure", PlanLine: "line"}
BELOW: dict[type[models.Model], tuple[tuple[type[models.Model], str], ...]] = {
    Goal: ((PlanLine, "measure__objective__goal"), (Measure, "objective__goal"), (Objective, "goal")),
    Objective: ((PlanLine, "measure__objective"), (Measure, "objective")),
    Measure: ((PlanLine, "measure"),),
    PlannedAmount: ((PlannedAmount, "parent"),),
}


def change(*, part: Part, by: Actor | None, reason: str = "", **values: Any) -> None:
    """Write other words, another number or another amount; a text is kept without the space around it."""
    with operation(f"planning.change_{part._meta.model_name}", by=by, about=part, reason=reason):
        for name, value in values.items():
            setattr(part, name, value.strip() if isinstance(value, str) else value)
        part.save(update_fields=list(values))


def withdraw(*, part: Part, by: Actor | None, reason: str) -> None:
    """Take a part out of the plan with all that stands below it, in one operation."""
    with operation(f"planning.withdraw_{part._meta.model_name}", by=by, about=part, reason=reason):
        for model, path in _below(type(part)):
            model._base_manager.filter(**{path: part, "withdrawn_on__isnull": True}).update(withdrawn_on=today())
        part.withdrawn_on = today()
        part.save(update_fields=["withdrawn_on"])


def _below(kind: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """From the lowest up: an amount may be withdrawn before its line, a whole after its parts."""
    on_lines = [(model, TO_LINE[kind]) for model in ON_A_LINE] if kind in TO_LINE else []
    return [*on_lines, *BELOW.get(kind, ())]
