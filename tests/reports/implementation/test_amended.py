"""A report on an amended plan: money and results follow their lines, and what was taken out still shows what it used."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.planning.plans import tree
from globa.planning.plans.amending import amend
from globa.planning.plans.changing import withdraw
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan, approve
from globa.reports.afterwards.differences import differences
from globa.reports.document import FigureKey
from globa.reports.implementation.counting import rows_behind, value
from globa.reports.implementation.group import WorkingGroup
from globa.reports.implementation.reading import told_of, told_of_plan
from globa.reports.implementation.tables import WHY_MISSING, money
from globa.reports.implementation.told import TAKEN_OUT
from tests import plans
from tests.builders import Place
from tests.reports.implementation.test_signing import signed
from tests.reports.implementation.world import begun

pytestmark = pytest.mark.django_db


def second_version(at: Place, plan: Plan) -> Plan:
    made = amend(plan=plan, by=at.worker)
    approve(plan=made, on=plans.APPROVED_ON, decision_no="T-2", by=at.worker)
    return made


def test_a_report_that_is_being_written_tells_of_the_version_in_force(municipality: Place) -> None:
    found = begun(municipality)
    before = told_of(found.report, "lt")
    made = second_version(municipality, plans.plan_of(found.line))
    after = told_of(found.report, "lt")
    assert (after.decision, after.goals) == ("T-2", told_of_plan(made, "lt").goals)
    assert [value(told, FigureKey("plan-money.used")).value for told in (before, after)] == [Decimal(90)] * 2


def test_a_signed_report_stays_with_the_version_of_which_it_was_signed(municipality: Place) -> None:
    found = begun(municipality)
    made = second_version(municipality, plans.plan_of(found.line))
    report = signed(found.report, municipality)
    assert WorkingGroup.objects.get(report=report).plan == made
    second_version(municipality, made)
    assert told_of(report, "lt").decision == "T-2"
    assert differences(report) == []


def test_money_booked_after_a_line_was_taken_out_still_shows(municipality: Place) -> None:
    """An invoice of February comes in June, when the council has taken the measure out."""
    line = plans.line(municipality)
    plans.amount(municipality, line)
    plans.approved(municipality, line)
    made = second_version_with_another(municipality, line)
    plans.used(municipality, line, "90.00")
    told = told_of_plan(made, "lt")
    assert [(goal.no, value(told, FigureKey("plan-money.used", "goal", goal.no)).value) for goal in told.goals] == [("2", None), ("1", 90)]
    ((_goal, _objective, _measure, gone),) = [one for one in told.lines() if one[0].no == "1"]
    assert gone.bodies == ("Family centre",)
    assert money(gone.planned, "plan-money.planned", gone, told).note == str(WHY_MISSING[TAKEN_OUT])
    assert value(told, FigureKey("plan-money.used")).value == Decimal(90)
    assert len(rows_behind(told, FigureKey("plan-money.used", "line", gone.no))) == 1


def second_version_with_another(at: Place, line: PlanLine) -> Plan:
    made = amend(plan=plans.plan_of(line), by=at.worker)
    copied = PlanLine.objects.get(measure__objective__goal__plan=made)
    withdraw(part=copied.measure.objective.goal, by=at.worker, reason="The council takes it out")
    goal = tree.add_goal(plan=made, no="2", text="Another", by=at.worker)
    objective = tree.add_objective(goal=goal, no="2.1", text="Other", by=at.worker)
    plans.line(at, tree.add_measure(objective=objective, no="2.1.1", text="Something else", by=at.worker))
    approve(plan=made, on=plans.APPROVED_ON, decision_no="T-2", by=at.worker)
    return made
