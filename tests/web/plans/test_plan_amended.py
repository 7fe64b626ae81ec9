"""The pages of an amended plan: money follows its lines, and what was taken out still shows what it used."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from globa.planning.plans.amending import amend
from globa.planning.plans.changing import withdraw
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan, approve
from tests import plans
from tests.builders import Place

pytestmark = pytest.mark.django_db


def without_its_first_line(at: Place) -> tuple[PlanLine, Plan]:
    """Two lines of a measure; the second version has one, and the money of the other is booked late."""
    lost = plans.line(at)
    plans.amount(at, lost)
    plans.line(at, lost.measure, "Social services centre")
    plans.approved(at, lost)
    made = amend(plan=plans.plan_of(lost), by=at.worker)
    withdraw(part=PlanLine.objects.get(measure__objective__goal__plan=made, lineage=lost.lineage), by=at.worker, reason="Taken out")
    approve(plan=made, on=plans.APPROVED_ON, decision_no="T-2", by=at.worker)
    plans.used(at, lost, "90.00")
    return lost, made


def test_the_plan_and_its_list_count_what_a_lost_line_used(clerk: Client, municipality: Place) -> None:
    _lost, made = without_its_first_line(municipality)
    money = clerk.get(f"/plans/{made.pk}/").context["drawn"].money
    assert (money.planned_total, money.used) == (None, {"SAV": Decimal("90.00")})
    listed = clerk.get("/plans/").context["rows"]
    assert [(one.plan.version, one.planned, one.used) for one in listed] == [(2, None, Decimal(90)), (1, Decimal(100), Decimal(90))]


def test_the_measure_shows_the_lost_line_with_what_it_used(clerk: Client, municipality: Place) -> None:
    _lost, made = without_its_first_line(municipality)
    measure = made.goals.get().objectives.get().measures.get()
    page = clerk.get(f"/plans/{made.pk}/measures/{measure.pk}/")
    assert [bool(one.of) for one in page.context["lines"]] == [False, True]
    assert "taken out by an amendment" in page.content.decode()
    assert clerk.get(f"/plans/{made.pk}/used/?measure={measure.pk}").context["total"] == Decimal("90.00")


def test_a_lost_measure_stands_in_its_objective_and_opens_in_its_version(clerk: Client, municipality: Place) -> None:
    lost = plans.line(municipality)
    plans.line(municipality, plans.tree.add_measure(objective=lost.measure.objective, no="1.1.2", text="Train", by=municipality.worker))
    plans.approved(municipality, lost)
    made = amend(plan=plans.plan_of(lost), by=municipality.worker)
    withdraw(part=made.goals.get().objectives.get().measures.get(no="1.1.1"), by=municipality.worker, reason="Taken out")
    approve(plan=made, on=plans.APPROVED_ON, decision_no="T-2", by=municipality.worker)
    plans.used(municipality, lost, "90.00")
    page = clerk.get(f"/plans/{made.pk}/")
    (goal,) = page.context["drawn"].whole.tree
    assert [(one.measure.no, one.money.used_total) for one in goal.measures] == [("1.1.2", None), ("1.1.1", Decimal("90.00"))]
    assert f"/plans/{plans.plan_of(lost).pk}/measures/{lost.measure_id}/" in page.content.decode()
    assert clerk.get(f"/plans/{made.pk}/used/?measure={lost.measure_id}").context["total"] == Decimal("90.00")
    assert [one.no for one in clerk.get(f"/plans/{made.pk}/differences/").context["parts"]] == ["1.1.1"]
