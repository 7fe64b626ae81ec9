"""The centre reads what carers write, answers, agrees on meetings, and asks how content they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client

from globa.casework.carers import planned
from globa.casework.carers.messages import Message, write
from globa.casework.carers.planned import PlannedMeeting
from globa.casework.carers.satisfaction import Asked, Survey
from globa.registry.accounts.roles import Role
from globa.registry.letters import Letter
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place
from tests.casework.carers.carers import as_carer, carer_of
from tests.fixtures import Stepping
from tests.web.administration.signing_in import day

pytestmark = pytest.mark.django_db


def wrote(at: Place, as_owner: Stepping, name: str = "rasa") -> Any:
    user = carer_of(at, as_owner, name)
    with as_carer(user, at):
        write(organisation=at.organisation, letter="When do you come?", by=user)
    return user.person


def send(client: Client, page: str, do: str, **fields: object) -> Any:
    return client.post(f"/carers/{page}", {"do": do} | {f"{do}-{name}": value for name, value in fields.items()})


def test_whoever_waits_for_an_answer_stands_first(client: Client, here: Place, as_owner: Stepping) -> None:
    builders.contract(here)
    waits = wrote(here, as_owner)
    assert [(line.carer == waits, line.waits) for line in client.get("/carers/").context["lines"]] == [(True, True), (False, False)]


def test_a_message_is_answered(client: Client, here: Place, as_owner: Stepping) -> None:
    carer = wrote(here, as_owner)
    assert send(client, f"{carer.pk}/", "reply", letter="On Monday.").status_code == 302
    assert [one.letter for one in Message.objects.of(carer)] == ["When do you come?", "On Monday."]
    assert not client.get("/carers/").context["lines"][0].waits


def test_a_meeting_is_agreed_and_cancelled(client: Client, here: Place, as_owner: Stepping) -> None:
    carer, on = wrote(here, as_owner), today() + timedelta(days=5)
    form = {"kind": "visit", "at": "14:30", **day("on", on.year, on.month, on.day)}
    assert send(client, f"{carer.pk}/", "plan", **form).status_code == 302
    assert send(client, f"{carer.pk}/", "plan", **form).status_code == 422
    meeting = PlannedMeeting.objects.get()
    assert (meeting.on, f"{meeting.at:%H:%M}") == (on, "14:30")
    assert send(client, f"meetings/{meeting.pk}/", "cancel", reason="She is ill").status_code == 302
    assert not PlannedMeeting.objects.coming(today()).exists()
    assert "She is ill" in client.get(f"/carers/meetings/{meeting.pk}/").content.decode()
    assert send(client, f"meetings/{meeting.pk}/", "cancel", reason="Again").status_code == 404


def test_an_agreed_meeting_is_moved_with_a_reason_and_what_it_said_stays(client: Client, here: Place, as_owner: Stepping) -> None:
    carer, on = wrote(here, as_owner), today() + timedelta(days=5)
    meeting = planned.plan(organisation=here.organisation, carer=carer, kind="visit", on=on, at=time(14, 30), by=here.worker)
    address, later = f"/carers/meetings/{meeting.pk}/", on + timedelta(days=1)
    assert 'value="14:30"' in client.get(address).content.decode()
    same = {"kind": "visit", "at": "14:30", "reason": "She asked", **day("on", on.year, on.month, on.day)}
    assert send(client, f"meetings/{meeting.pk}/", "correct", **same).status_code == 422
    moved = same | day("on", later.year, later.month, later.day)
    assert send(client, f"meetings/{meeting.pk}/", "correct", **moved).status_code == 302
    page = client.get(address).content.decode()
    assert "She asked" in page
    assert f"<del>{on}</del>" in page
    assert [letter.page for letter in Letter.objects.filter(to=carer.account)] == ["/mine/"]


def test_a_meeting_with_a_carer_of_another_centre_is_not_there(client: Client, elsewhere: Place, in_the_name_of: Any) -> None:
    with in_the_name_of(elsewhere):
        other = planned.plan(
            organisation=elsewhere.organisation, carer=builders.person(elsewhere), kind="visit", on=today(), by=elsewhere.worker
        )
    assert client.get(f"/carers/meetings/{other.pk}/").status_code == 404


def test_somebody_who_is_no_carer_has_no_page_here(client: Client, here: Place) -> None:
    assert client.get(f"/carers/{builders.child(here).pk}/").status_code == 404


def test_a_carer_of_another_centre_is_not_there(client: Client, elsewhere: Place, as_owner: Stepping, in_the_name_of: Any) -> None:
    with in_the_name_of(elsewhere):
        other = builders.contract(elsewhere).carer
    assert client.get(f"/carers/{other.pk}/").status_code == 404


def test_the_head_asks_every_carer_with_an_account(head: Client, here: Place, as_owner: Stepping) -> None:
    able = builders.contract(here).carer
    builders.contract(here, code="carer-2")
    carer_of(here, as_owner, "rasa", able)
    assert send(head, "satisfaction/", "ask", sentence="How content?", **day("closes_on", 2100, 1, 1)).status_code == 302
    assert [one.person for one in Asked.objects.all()] == [able]
    page = " ".join(head.get("/carers/satisfaction/").content.decode().split())
    assert "Answered: 0 of 1 asked." in page


def test_a_question_that_closes_today_keeps_what_was_typed(head: Client) -> None:
    on = today()
    answer = send(head, "satisfaction/", "ask", sentence="How content?", **day("closes_on", on.year, on.month, on.day))
    assert (answer.status_code, "How content?" in answer.content.decode()) == (422, True)
    assert not Survey.objects.exists()


def test_a_coordinator_reads_results_and_asks_nothing(client: Client) -> None:
    assert client.get("/carers/satisfaction/").status_code == 200
    assert send(client, "satisfaction/", "ask", sentence="x", **day("closes_on", 2100, 1, 1)).status_code == 404


@pytest.mark.parametrize("role", [Role.PSYCHOLOGIST, Role.ACCOUNTANT, Role.GUARDIAN])
def test_to_others_there_are_no_such_pages(client: Client, as_role: Callable[[Role], None], role: Role) -> None:
    as_role(role)
    assert [client.get(page).status_code for page in ("/carers/", "/carers/satisfaction/")] == [404, 404]
