"""A page asks the database as many questions for a long plan as for a short one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan
from tests import plans
from tests.builders import Place


def fill(at: Place, plan: Plan, numbers: range) -> list[PlanLine]:
    made = []
    for number in numbers:
        line = plans.line(
            at, plans.tree.add_measure(objective=_objective(at, plan), no=f"1.1.{number}", text="Help", by=at.worker), "A", "B"
        )
        plans.amount(at, line)
        plans.amount(at, line, source="ES")
        plans.used(at, line)
        made.append(line)
    return made


def _objective(at: Place, plan: Plan):  # type: ignore[no-untyped-def]
    goal = plan.goals.first() or plans.tree.add_goal(plan=plan, no="1", text="Care", by=at.worker)
    return goal.objectives.first() or plans.tree.add_objective(goal=goal, no="1.1", text="Help carers", by=at.worker)


def asked(clerk: Client, address: str) -> int:
    clerk.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert clerk.get(address).status_code == 200
    return len(asked)


ADDRESSES: dict[str, Callable[[Plan, PlanLine], str]] = {
    "list": lambda plan, line: "/plans/",
    "plan": lambda plan, line: f"/plans/{plan.pk}/",
    "used": lambda plan, line: f"/plans/{plan.pk}/used/",
    "planned": lambda plan, line: f"/plans/{plan.pk}/planned/",
    "tree": lambda plan, line: f"/plans/{plan.pk}/tree/",
    "measure": lambda plan, line: f"/plans/{plan.pk}/measures/{line.measure_id}/",
}


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_a_longer_plan_asks_no_more(name: str, clerk: Client, municipality: Place) -> None:
    plan = plans.plan(municipality)
    line = fill(municipality, plan, range(1))[0]
    address = ADDRESSES[name](plan, line)
    before = asked(clerk, address)
    fill(municipality, plan, range(1, 6))
    plans.amount(municipality, plans.line(municipality, line.measure, "C"), source="VB")
    assert asked(clerk, address) == before
