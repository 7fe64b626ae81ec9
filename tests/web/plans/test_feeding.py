"""What feeds a line: named on its page, counted beside, opened down to its records, and counted no longer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from globa.planning.plans.activities import Activity, feed
from globa.planning.plans.lines import PlanLine
from globa.registry.recording import Recording
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping

Naming = Callable[[Place], AbstractContextManager[None]]


@pytest.fixture
def centre(municipality: Place, as_owner: Stepping) -> Place:
    with as_owner():
        made = builders.place("centre", under="visaginas", initials="CE")
        for table in ("services", "attendances"):
            Recording.objects.create(organisation=made.organisation, table=table, since=builders.SINCE)
    return made


def page_of(on: PlanLine) -> str:
    return f"/plans/{plans.plan_of(on).pk}/lines/{on.pk}/records/"


def talks(at: Place, on: PlanLine) -> Activity:
    return feed(line=on, name="Talks", what="service", codes=["consultation"], by=at.worker)


def test_an_activity_is_named_and_counted_at_once(clerk: Client, municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        builders.service(centre, minutes=90)
    on = plans.line(municipality)
    given = {"do": "service", "service-name": "Talks", "service-codes": ["consultation", "mediation"]}
    answer = clerk.post(page_of(on), given, follow=True)
    (row,) = answer.context["fed"].rows
    assert (row.people.value, row.cases, row.acts.value, str(row.hours.value)) == (1, None, 1, "1.50")
    assert row.said == "services given: Consultation, Mediation and representation"


def test_what_takes_everything_is_refused_and_stays_typed(clerk: Client, municipality: Place) -> None:
    answer = clerk.post(page_of(plans.line(municipality)), {"do": "service", "service-name": "Everything"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Every service or event of everybody feeds no one measure." in page
    assert 'value="Everything"' in page


def test_the_records_of_an_activity_are_opened_without_names(
    clerk: Client, municipality: Place, centre: Place, in_the_name_of: Naming
) -> None:
    with in_the_name_of(centre):
        builders.service(centre, builders.child(centre, "Ona"), builders.child(centre, "Jonas"))
    activity = talks(municipality, plans.line(municipality))
    address = f"/plans/{plans.plan_of(activity.line).pk}/activities/{activity.pk}/"
    acts, people = clerk.get(address), clerk.get(f"{address}?of=attendances")
    assert (acts.context["listed"].total, people.context["listed"].total) == (1, 2)
    assert "Jonas" not in people.content.decode()
    assert clerk.get(f"{address}?of=money").status_code == 404


def test_an_activity_is_counted_no_longer(clerk: Client, municipality: Place) -> None:
    activity = talks(municipality, plans.line(municipality))
    clerk.post(page_of(activity.line), {"do": "end", "end-activity": str(activity.pk), "end-reason": "Named twice"})
    activity.refresh_from_db()
    assert activity.withdrawn_on is not None


def test_the_page_asks_no_more_for_many_activities(
    clerk: Client, municipality: Place, centre: Place, django_assert_max_num_queries: Callable[[int], AbstractContextManager[None]]
) -> None:
    on = plans.line(municipality)
    for _time in range(5):
        talks(municipality, on)
    with django_assert_max_num_queries(40):
        clerk.get(page_of(on))
