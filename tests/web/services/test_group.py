"""A group met: everybody who came is ticked on one page, and it is one record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from globa.casework.groups import Attendance, Course, Event, begin_course, withdraw
from globa.registry.accounts.appointments import Role
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping


@pytest.fixture
def course(here: Place) -> Course:
    return begin_course(organisation=here.organisation, name="Globėjų grupė", kind="self_help_group", by=here.worker)


def typed(course: Course, *came: Person, **other: Any) -> dict[str, Any]:
    filled = {
        "once": str(uuid4()), "course": str(course.pk), "came": [str(one.pk) for one in came], "when": "today", "minutes": "90",
        "title": "Paauglystė", "place": "Centre", "unnamed": "",
    }  # fmt: skip
    return filled | other


def test_a_group_is_recorded_once_with_everybody_who_came(client: Client, here: Place, course: Course) -> None:
    rima, jonas = builders.person(here, "Rima"), builders.person(here, "Jonas")
    form = typed(course, rima, jonas, unnamed="3")
    assert client.post("/services/group/", form)["Location"] == "/services/meetings/"
    client.post("/services/group/", form)
    event = Event.objects.get()
    assert (event.title, event.minutes, event.unnamed_heads, event.course) == ("Paauglystė", 90, 3, course)
    assert {one.person for one in event.attendances.all()} == {rima, jonas}


def test_members_are_those_who_came_before_and_one_press_ticks_the_last(client: Client, here: Place, course: Course) -> None:
    rima, jonas = builders.person(here, "Rima"), builders.person(here, "Jonas")
    builders.event(here, rima, course=course, on=date(2023, 1, 10))
    builders.event(here, jonas, course=course, on=date(2023, 2, 10))
    page = client.get(f"/services/group/?course={course.pk}").content.decode()
    assert f'value="{rima.pk}">' in page
    assert f'value="{jonas.pk}">' in page
    again = client.get(f"/services/group/?course={course.pk}&like=last").content.decode()
    assert f'value="{jonas.pk}" checked>' in again
    assert f'value="{rima.pk}">' in again


def test_somebody_new_is_found_and_ticked_and_nothing_typed_is_lost(client: Client, here: Place, course: Course) -> None:
    rima, new = builders.person(here, "Rima"), builders.person(here, "Vilma", family_name="Stonkienė")
    page = client.post("/services/group/", typed(course, rima, find="stonkiene", step="find")).content.decode()
    assert f'value="{new.pk}">' in page
    assert f'value="{rima.pk}" checked>' in page
    assert 'value="Paauglystė"' in page


@pytest.mark.parametrize(
    ("change", "at", "said"),
    [
        ({}, "#id_came_0", "Say who came"),
        ({"unnamed": "some"}, "#id_unnamed", "Write a whole number"),
        ({"unnamed": "4", "find": "Rim"}, "#id_find", "press Find and tick"),
        ({"unnamed": "4", "minutes": "other"}, "#id_other_minutes", "from 1 minute"),
        ({"unnamed": "4", "title": ""}, "#id_title", "in a few words"),
        ({"came": [str(uuid4())]}, "#id_came_0", "not in the files"),
    ],
)
def test_what_is_refused_stands_at_its_field(
    client: Client, here: Place, course: Course, change: dict[str, Any], at: str, said: str
) -> None:
    builders.event(here, builders.person(here), course=course, on=date(2023, 1, 10))
    answer = client.post("/services/group/", typed(course, **change))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'<a href="{at}">' in page
    assert Event.objects.count() == 1


def test_a_day_that_has_not_come_is_refused(client: Client, course: Course) -> None:
    day = today() + timedelta(days=1)
    tomorrow = {"when": "other", "day_year": day.year, "day_month": day.month, "day_day": day.day, "unnamed": "4"}
    page = client.post("/services/group/", typed(course, **tomorrow)).content.decode()
    assert "The day has not come yet" in page
    assert '<a href="#id_day_0">' in page


def test_a_new_group_is_begun_and_two_of_one_name_are_told_apart(client: Client, course: Course) -> None:
    answer = client.post("/services/group/", {"name": "Globėjų grupė", "kind": "gimk_basic"})
    begun = Course.objects.exclude(pk=course.pk).get()
    assert answer["Location"] == f"/services/group/?course={begun.pk}"
    assert (course.code, begun.code) == ("globeju-grupe", "globeju-grupe-2")


def test_another_institutions_group_is_not_there(
    client: Client, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        theirs = begin_course(organisation=elsewhere.organisation, name="Kita", kind="other", by=elsewhere.worker)
    assert client.get(f"/services/group/?course={theirs.pk}").status_code == 404


def test_a_meeting_is_withdrawn_with_a_reason_by_whoever_recorded_it(client: Client, here: Place, course: Course) -> None:
    event = builders.event(here, builders.person(here), course=course)
    address = f"/services/meetings/{event.pk}/withdraw/"
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Twice."})["Location"] == "/services/meetings/"
    event.refresh_from_db()
    assert event.withdrawn_on == today()
    assert Attendance.objects.count() == 1
    assert client.post(address, {"reason": "Again."}).status_code == 422


def test_a_colleague_does_not_withdraw_it(client: Client, here: Place, as_role: Callable[[Role], None], as_owner: Stepping) -> None:
    person = builders.person(here)
    with as_owner():
        event = builders.event(here, person, by=None)
    address = f"/services/meetings/{event.pk}/withdraw/"
    assert client.get(address).status_code == 404
    as_role(Role.HEAD)
    assert client.get(address).status_code == 200


def test_the_list_counts_who_came_and_keeps_the_withdrawn_apart(
    client: Client, here: Place, django_assert_max_num_queries: Callable[[int], AbstractContextManager[None]]
) -> None:
    for number in range(3):
        builders.event(here, builders.person(here), builders.person(here), unnamed=5, on=date(2023, 1, 10 + number))
    withdraw(event=Event.objects.latest("happened_on"), by=here.worker, reason="Twice.")
    with django_assert_max_num_queries(22):
        page = client.get("/services/meetings/").content.decode()
    assert page.count(">7</a>") == 2
    assert client.get("/services/meetings/?state=withdrawn").content.decode().count(">7</a>") == 1
