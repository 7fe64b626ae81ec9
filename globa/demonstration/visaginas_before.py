"""
An invented plan of Visaginas for 2022, beside which the published one of 2023 is read: its tree, at nine tenths of its money.

So that the two years tell something from each other, a project is not there yet, one measure is called otherwise, and one is gone in 2023.
"""

from __future__ import annotations

import copy
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from globa.demonstration.world import keep
from globa.journal.keys import new_key
from globa.planning.ledger import Basis, Entry, FundingSource
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan, approve, start
from globa.planning.plans.results import ExpectedResult
from globa.planning.plans.sources import PlanSource
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.registry.accounts.users import User

Row = TypeVar("Row", bound=models.Model)
Twins = dict[UUID, Row]
YEAR = 2022
TITLE = "Visagino savivaldybės 2022 metų socialinių paslaugų planas (išgalvotas, 9/10 2023 metų sumų)"
APPROVED_ON, DECISION = date(2022, 3, 31), "išgalvotas"
DOCUMENT = "Išgalvota: 9/10 2023 metų sumos"
NOT_YET = "1.1.2"
OTHERWISE = {"1.2.5": "teikti socialinės priežiūros paslaugas šeimoms, kurioms kyla sunkumų (išgalvotas pavadinimas)"}
GONE, GONE_AFTER = ("1.2.10", "surengti globėjų šeimų vasaros stovyklą (išgalvota priemonė)"), "1.2.9"
GONE_BODY, PLANNED, USED = "Visagino šeimos ir vaiko gerovės centras", Decimal("5400.00"), Decimal("5126.50")


def write(after: Plan, clerk: User) -> Plan:
    plan = start(municipality=after.organisation, year=YEAR, title=TITLE, form=after.form, by=clerk)
    goals = _twins(Goal, clerk, plan=after, moved={"plan": {after.pk: plan}})
    objectives = _twins(Objective, clerk, goal__in=list(goals), moved={"goal": goals})
    measures = _twins(Measure, clerk, objective__in=list(objectives), moved={"objective": objectives}, change=_as_called)
    lines = _twins(PlanLine, clerk, measure__in=list(measures), moved={"measure": measures})
    _twins(LineBody, clerk, line__in=list(lines), moved={"line": lines})
    _twins(ExpectedResult, clerk, line__in=list(lines), moved={"line": lines}, change=_unanswered)
    _twins(PlannedAmount, clerk, line__in=list(lines), parent__isnull=True, moved={"line": lines}, change=_less)
    _twins(Entry, clerk, line__in=list(lines), moved={"line": lines}, change=_of_the_year)
    _gone(next(one for one in measures.values() if one.no == GONE_AFTER), clerk)
    approve(plan=plan, on=APPROVED_ON, decision_no=DECISION, by=clerk)
    return plan


def _twins(model: type[Row], clerk: User, *, moved: dict[str, Any], change: Any = None, **those: Any) -> Twins[Row]:
    """What stands in the later plan, by its key: its copy in this one."""
    found = {row.pk: _twin(row, moved) for row in model._default_manager.filter(withdrawn_on__isnull=True, **those)}
    if change is not None:
        found = {key: one for key, one in found.items() if change(one) is not False}
    keep("demonstration.plan_before", list(found.values()), clerk)
    return found


def _twin(row: Row, moved: dict[str, Any]) -> Row:
    twin = copy.copy(row)
    twin._state = copy.copy(row._state)
    twin._state.adding, twin._state.fields_cache = True, {}
    twin.pk = new_key()
    if hasattr(twin, "lineage"):
        twin.lineage = new_key()
    for pointer, to in moved.items():
        setattr(twin, pointer, to[getattr(row, f"{pointer}_id")])
    return twin


def _as_called(measure: Measure) -> bool:
    measure.text = OTHERWISE.get(measure.no, measure.text)
    return measure.no != NOT_YET


def _unanswered(expected: ExpectedResult) -> None:
    """Nothing was recorded here in that year."""
    expected.indicator = ""


def _less(amount: PlannedAmount) -> None:
    amount.amount = _nine_tenths(amount.amount) if amount.amount is not None else None


def _of_the_year(entry: Entry) -> None:
    entry.booked_on, entry.document, entry.purpose, entry.cell = date(YEAR, 12, 31), DOCUMENT, "", ""
    entry.amount = _nine_tenths(entry.amount)
    entry.taken_from = None


def _nine_tenths(amount: Decimal) -> Decimal:
    return (amount * 9 / 10).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _gone(beside: Measure, clerk: User) -> None:
    """A measure that the plan of 2023 has no longer."""
    own: dict[str, Any] = {"organisation_id": beside.organisation_id}
    no, text = GONE
    measure = Measure(**own, objective=beside.objective, no=no, text=text, kind=beside.kind, position=beside.position + 1)
    line = PlanLine(**own, measure=measure)
    used = Entry(
        **own, booked_on=date(YEAR, 12, 31), basis=Basis.CASH, line=line, source=FundingSource.objects.get(code="plan-sav"),
        amount=USED, document=DOCUMENT,
    )  # fmt: skip
    planned = PlannedAmount(**own, line=line, source=PlanSource.objects.get(code="SAV"), amount=PLANNED)
    for row in (measure, line, LineBody(**own, line=line, name=GONE_BODY), planned, used):
        keep("demonstration.plan_before", [row], clerk)
