"""The report's sum and later entries on the pages of a plan: seen, decided on, taken back; and told before signing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from globa.planning.plans.lines import PlanLine
from globa.planning.reckonings import Reckoning
from globa.reports.implementation.reading import told_of_plan
from globa.reports.implementation.told import StandsBeside
from tests import plans
from tests.builders import Place
from tests.planning.test_reckonings import reported, used


@pytest.fixture
def line(municipality: Place) -> PlanLine:
    on = plans.line(municipality)
    plans.amount(municipality, on)
    plans.approved(municipality, on)
    reported(municipality, on)
    plans.used(municipality, on, "40.00")
    return on


def page_of(on: PlanLine) -> str:
    return f"/plans/{plans.plan_of(on).pk}/lines/{on.pk}/"


def test_the_plan_and_the_measure_lead_to_the_question(clerk: Client, line: PlanLine) -> None:
    plan = plans.plan_of(line)
    for address in (f"/plans/{plan.pk}/", f"/plans/{plan.pk}/measures/{line.measure_id}/"):
        assert f'{page_of(line)}#which-counts"' in clerk.get(address).content.decode()


def test_a_person_says_which_counts_and_takes_it_back(clerk: Client, line: PlanLine) -> None:
    said = clerk.get(page_of(line)).context["standing"].said[0][1]
    assert said.endswith("stand side by side: EUR\xa090.00 and EUR\xa040.00. Which counts?")
    given = {"do": "reckon", "reckon-source": str(plans.PlanSource.objects.get(code="SAV").pk), "reckon-counts": "report"}
    assert clerk.post(page_of(line), given | {"reckon-counts": ""}).status_code == 422
    clerk.post(page_of(line), given)
    assert used(line) == Decimal(90)
    made = Reckoning.objects.get()
    clerk.post(page_of(line), {"do": "unreckon", "unreckon-reckoning": str(made.pk), "unreckon-reason": "It is other money"})
    assert used(line) == Decimal(130)


def test_a_report_on_the_plan_tells_it(municipality: Place, line: PlanLine) -> None:
    told = told_of_plan(plans.plan_of(line), "lt")
    assert told.stands_beside == (StandsBeside("1.1.1-1", "SAV", Decimal(90), Decimal(40)),)
