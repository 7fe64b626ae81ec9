"""A new version of an approved plan: a copy of its tree, in which lines and expectations keep their lineage."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from globa.journal.keys import new_key
from globa.journal.operations import Actor, operation
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import ExpectedResult
from globa.planning.plans.tree import Goal, Measure, Objective

Row = TypeVar("Row", bound=models.Model)
Keys = dict[UUID, UUID]
LINE = "measure__objective__goal__plan"


def amend(*, plan: Plan, by: Actor | None, title: str = "") -> Plan:
    """Begin the next version as a copy; what was used and achieved follows by the lineage of the lines and is not copied."""
    made = Plan(
        organisation_id=plan.organisation_id, year=plan.year, version=plan.version + 1, amends=plan, title=title.strip() or plan.title,
        form=plan.form,
    )  # fmt: skip
    with operation("planning.amend_plan", by=by, about=made):
        made.save(force_insert=True)
        _copy_tree(plan, {plan.pk: made.pk})
    return made


def _copy_tree(plan: Plan, plans: Keys) -> None:
    goals = _copy(Goal, "plan", plan, plan=plans)
    objectives = _copy(Objective, "goal__plan", plan, goal=goals)
    measures = _copy(Measure, "objective__goal__plan", plan, objective=objectives)
    lines = _copy(PlanLine, LINE, plan, measure=measures)
    _copy(LineBody, f"line__{LINE}", plan, line=lines)
    _copy(ExpectedResult, f"line__{LINE}", plan, line=lines)
    wholes = _copy(PlannedAmount, f"line__{LINE}", plan, only={"parent__isnull": True}, line=lines)
    _copy(PlannedAmount, f"line__{LINE}", plan, only={"parent__isnull": False}, line=lines, parent=wholes)


def _copy(model: type[Row], path: str, before: Plan, /, *, only: dict[str, Any] | None = None, **moved: Keys) -> Keys:
    """Copy what is in force with its pointers moved to the copies; return which key became which."""
    rows = list(model._base_manager.filter(**{path: before, "withdrawn_on__isnull": True, **(only or {})}))
    keys = {row.pk: new_key() for row in rows}
    model._base_manager.bulk_create(_moved(rows, keys, moved))
    return keys


def _moved(rows: Iterable[Row], keys: Keys, moved: dict[str, Keys]) -> Iterable[Row]:
    for row in rows:
        twin = copy.copy(row)
        twin._state = copy.copy(row._state)
        twin._state.adding, twin._state.fields_cache = True, {}
        twin.pk = keys[row.pk]
        for pointer, to in moved.items():
            setattr(twin, f"{pointer}_id", to[getattr(row, f"{pointer}_id")])
        yield twin
