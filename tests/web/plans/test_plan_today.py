"""Today of the clerk tells of the plan of the year."""

from __future__ import annotations

from django.test import Client

from globa.vocabulary.calendar import today
from tests import plans
from tests.builders import Place


def test_today_says_that_the_year_has_no_plan_yet(clerk: Client) -> None:
    assert f"The plan of {today().year} is not here yet." in clerk.get("/").content.decode()


def test_today_leads_to_the_plan_of_the_year(clerk: Client, municipality: Place) -> None:
    plan = plans.plan(municipality, year=today().year, title="Plan of the town")
    page = clerk.get("/").content.decode()
    assert f'href="/plans/{plan.pk}/"' in page
    assert "is not here yet" not in page
