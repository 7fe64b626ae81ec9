"""
The smallest plan of a municipality, made with the verbs of the room.

`clerk_of()` writes shared tables and runs as the owner; everything else as whoever the test is. The fixture is `municipality`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from globa.planning.ledger import Basis, Entry, FundingSource, book
from globa.planning.plans import lines, money, plans, tree
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.planning.plans.tree import Measure
from globa.registry.organisations import Organisation
from tests import builders
from tests.builders import Place

APPROVED_ON = date(2023, 3, 30)


def clerk_of(code: str = "visaginas", role: str = "municipal_clerk") -> Place:
    municipality = Organisation.objects.get(code=code)
    return Place(municipality, builders.account(f"{role}@{code}.example", municipality, role))


def plan(at: Place, year: int = 2023, title: str = "Plan") -> Plan:
    return plans.start(municipality=at.organisation, year=year, title=title, by=at.worker)


def measure(at: Place, of: Plan | None = None, no: str = "1.1.1") -> Measure:
    """With its goal and objective."""
    goal = tree.add_goal(plan=of or plan(at), no="1", text="Care at home", by=at.worker)
    objective = tree.add_objective(goal=goal, no="1.1", text="Help carers", by=at.worker)
    return tree.add_measure(objective=objective, no=no, text="Keep a foster centre", by=at.worker)


def line(at: Place, of: Measure | None = None, *bodies: str) -> PlanLine:
    return lines.add_line(measure=of or measure(at), bodies=[(None, name) for name in bodies or ("Family centre",)], by=at.worker)


def amount(at: Place, on: PlanLine, euros: str | None = "100.00", source: str = "SAV", **details: Any) -> PlannedAmount:
    value = None if euros is None else Decimal(euros)
    return money.plan_amount(line=on, source=PlanSource.objects.get(code=source), amount=value, by=at.worker, **details)


def used(at: Place, on: PlanLine, euros: str = "90.00", source: str = "plan-sav", **details: Any) -> Entry:
    entry = Entry(
        booked_on=date(2023, 12, 31), basis=Basis.CASH, line=on, source=FundingSource.objects.get(code=source), amount=Decimal(euros),
        **details,
    )  # fmt: skip
    return book(organisation=at.organisation, entries=[entry], by=at.worker)[0]


def plan_of(on: PlanLine) -> Plan:
    return on.measure.objective.goal.plan


def approved(at: Place, on: PlanLine) -> PlanLine:
    plans.approve(plan=plan_of(on), on=APPROVED_ON, decision_no="T-1", by=at.worker)
    return on
