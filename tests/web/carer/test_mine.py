"""A carer sees the child with her, her calendar, her year, her contract and her messages, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from globa.care import away
from globa.care.contracts import open_contract
from globa.care.dwellings import DwellingKind
from globa.care.stays import Stay, admit, discharge
from globa.casework.carers import planned, satisfaction
from globa.casework.carers.messages import Message
from globa.casework.plans import assess
from globa.journal.readings import Reading
from globa.registry.accounts.roles import Role
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.web.carer.year import year_of
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db
SINCE = date(2024, 1, 1)


def child_with(at: Place, name: str = "Jonas") -> Person:
    """A child who lives with the carer of the signed-in account, under her contract."""
    me = at.worker.person
    assert me
    where = builders.home(at, f"carer-{name}", beds=0, kind=DwellingKind.ON_DUTY_CARER)
    open_contract(carer=me, household=builders.household(at, name, me), dwelling=where, places=2, since=SINCE, by=at.worker)
    child = builders.child(at, name, family_name="Lėlaitis")
    admit(child=child, bed=where.beds.order_by("name")[0], on=SINCE, origin="parents", carer=me, by=at.worker)
    return child


def said(client: Client) -> str:
    return " ".join(client.get("/mine/").content.decode().split())


def test_the_page_shows_the_child_with_her_and_no_other(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    child_with(here)
    builders.stay(here, builders.child(here, "Petras", family_name="Kitas"))
    as_role(Role.ON_DUTY_CARER)
    page = said(client)
    assert ("Jonas Lėlaitis" in page, "Kitas" in page) == (True, False)
    assert "On-duty carer" in page


def test_a_child_who_has_left_is_not_there_any_more(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    child_with(here)
    discharge(stay=Stay.objects.get(), on=today(), destination="parents", by=here.worker)
    as_role(Role.ON_DUTY_CARER)
    assert "Lėlaitis" not in said(client)


def test_the_look_at_the_child_is_written_down(client: Client, here: Place, as_role: Callable[[Role], None], as_owner: Stepping) -> None:
    child = child_with(here)
    as_role(Role.ON_DUTY_CARER)
    client.get("/mine/")
    with as_owner():
        assert list(Reading.objects.filter(route="mine").values_list("person_id", flat=True)) == [child.pk]


def test_the_calendar_holds_what_is_agreed_and_the_reviews(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    child, on = child_with(here), today()
    me = here.worker.person
    assert me
    planned.plan(organisation=here.organisation, carer=me, kind="visit", on=on + timedelta(days=3), where="Hall", by=here.worker)
    planned.plan(organisation=here.organisation, carer=me, kind="training", on=on - timedelta(days=3), by=here.worker)
    assess(organisation=here.organisation, child=child, on=on, kind="support_plan", review_due=on + timedelta(days=9), by=here.worker)
    as_role(Role.ON_DUTY_CARER)
    days = client.get("/mine/").context["calendar"]
    assert [(one.on - on).days for one in days] == [3, 9]
    assert (days[0].what, days[0].detail) == ("visit at home", "Hall")


def test_hours_of_training_and_days_of_rest_are_counted_in_the_year(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    child_with(here)
    me, on = here.worker.person, today()
    assert me
    builders.event(here, me, kind="gimk_continuing", on=on)
    builders.event(here, me, kind="self_help_group", on=on)
    builders.event(here, me, kind="gimk_continuing", on=date(on.year - 1, 12, 31))
    begins = date(on.year, 1, 3)
    away.leave(stay=Stay.objects.get(), kind="respite", since=begins, until=begins + timedelta(days=5), by=here.worker)
    as_role(Role.ON_DUTY_CARER)
    year = client.get("/mine/").context["year"]
    assert (year.minutes, year.hours_norm, year.minutes_missing) == (90, 16, 16 * 60 - 90)
    assert (year.days_of_rest, year.days_norm, year.days_left) == (5, 28, 23)


@pytest.mark.usefixtures("client")
def test_days_of_rest_are_of_their_year_and_those_to_come_are_not_taken_yet(here: Place) -> None:
    child_with(here)
    me, stay = here.worker.person, Stay.objects.get()
    assert me
    away.leave(stay=stay, kind="respite", since=date(2024, 12, 30), until=date(2025, 1, 3), by=here.worker)
    assert [year_of(me, date(year, 6, 1)).days_of_rest for year in (2024, 2025)] == [2, 2]
    away.leave(stay=stay, kind="respite", since=date(2025, 5, 8), until=None, by=here.worker)
    assert [year_of(me, date(2025, 5, day)).days_left for day in (8, 10)] == [28 - 2 - 1, 28 - 2 - 3]


def test_a_message_is_sent_and_read_there(carer: Client, here: Place) -> None:
    answer = carer.post("/mine/", {"do": "write", "write-letter": "When do you come?"})
    assert answer.status_code == 302
    assert (Message.objects.get().letter, "When do you come?" in said(carer)) == ("When do you come?", True)


def test_an_empty_message_is_not_sent(carer: Client) -> None:
    answer = carer.post("/mine/", {"do": "write", "write-letter": " "})
    assert (answer.status_code, "Write something first." in answer.content.decode()) == (422, True)


def test_a_question_is_answered_once_and_then_gone(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    me = here.worker.person
    assert me
    satisfaction.ask(organisation=here.organisation, sentence="How content?", closes_on=date(2100, 1, 1), people=[me], by=here.worker)
    as_role(Role.ON_DUTY_CARER)
    assert "How content?" in said(client)
    assert client.post("/mine/", {"do": "score"}).status_code == 422
    assert client.post("/mine/", {"do": "score", "score-score": "4"}).status_code == 302
    assert "How content?" not in said(client)
    assert client.post("/mine/", {"do": "score", "score-score": "4"}).status_code == 404


@pytest.mark.parametrize("role", [Role.HEAD, Role.FOSTER_COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR])
def test_others_have_no_such_page(client: Client, as_role: Callable[[Role], None], role: Role) -> None:
    as_role(role)
    assert client.get("/mine/").status_code == 404


def test_a_carer_comes_to_no_page_of_the_others(carer: Client, here: Place) -> None:
    assert [carer.get(page).status_code for page in ("/carers/", "/carers/satisfaction/", "/enquiries/", "/people/")] == [404] * 4


def test_what_does_not_take_place_stays_in_the_calendar_with_its_reason(carer: Client, here: Place, as_owner: Stepping) -> None:
    me = here.worker.person
    assert me
    with as_owner():
        meeting = planned.plan(organisation=here.organisation, carer=me, kind="visit", on=today(), by=here.worker)
        planned.cancel(meeting=meeting, reason="The coordinator is ill", by=here.worker)
    page = carer.get("/mine/").content.decode()
    assert "The coordinator is ill" in page
    assert "does not take place" in page


def test_the_page_asks_as_much_for_many_as_for_one(
    client: Client, here: Place, as_role: Callable[[Role], None], django_assert_max_num_queries: Any
) -> None:
    child_with(here)
    me, on = here.worker.person, today()
    assert me
    planned.plan(organisation=here.organisation, carer=me, kind="visit", on=on, by=here.worker)
    as_role(Role.ON_DUTY_CARER)
    client.get("/mine/")
    with django_assert_max_num_queries(40) as one:
        client.get("/mine/")
    as_role(Role.FOSTER_COORDINATOR)
    for number in range(4):
        planned.plan(organisation=here.organisation, carer=me, kind="review", on=on + timedelta(days=number), by=here.worker)
    as_role(Role.ON_DUTY_CARER)
    with django_assert_max_num_queries(len(one)):
        client.get("/mine/")
