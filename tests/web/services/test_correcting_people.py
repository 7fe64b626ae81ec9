"""Correcting for whom a service was and who came to a meeting: ticks, a reason, and the history says who stood there before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from globa.casework.groups import Event, begin_course, hold
from globa.casework.services import Service
from globa.journal.readings import Reading
from globa.registry.accounts.appointments import Role
from globa.registry.people import Person
from tests import builders
from tests.builders import DAY, Place
from tests.fixtures import Stepping
from tests.web.services.test_services import corrected


@pytest.fixture
def mine(here: Place) -> Service:
    return builders.service(here, builders.child(here, "Kajus"), provider=here.worker.person, note="Tik man.")


@pytest.fixture
def met(here: Place) -> Event:
    course = begin_course(organisation=here.organisation, name="Globėjų grupė", kind="self_help_group", by=here.worker)
    return builders.event(here, builders.person(here, "Rima"), course=course, unnamed=2, title="Paauglystė", place="Centre")


def ticked(*people: Person, **change: Any) -> dict[str, Any]:
    return corrected(came=[str(one.pk) for one in people], **change)


def of_meeting(*people: Person, **change: Any) -> dict[str, Any]:
    filled = {
        "came": [str(one.pk) for one in people], "unnamed_heads": "2", "title": "Paauglystė", "happened_on_year": str(DAY.year),
        "happened_on_month": str(DAY.month), "happened_on_day": str(DAY.day), "minutes": "90", "place": "Centre", "reason": "Supainiota.",
    }  # fmt: skip
    return filled | change


def test_another_recipient_is_found_ticked_and_stands_in_the_history(client: Client, here: Place, mine: Service) -> None:
    kajus, vilma = mine.recipients.get().person, builders.child(here, "Vilma", family_name="Stonkutė")
    address = f"/services/{mine.pk}/correct/"
    page = client.post(address, ticked(kajus, find="stonkute", step="find", reason="Dar", note="Kita.")).content.decode()
    assert f'value="{kajus.pk}" checked>' in page
    assert f'value="{vilma.pk}">' in page
    assert ">Kita.</textarea>" in page
    assert client.post(address, ticked(vilma, reason="Ne tas vaikas.")).status_code == 302
    assert [one.person for one in mine.recipients.all()] == [vilma]
    shown = client.get(f"/services/{mine.pk}/").content.decode()
    assert f"<del>{kajus}</del>" in shown
    assert f"<ins>{vilma}</ins>" in shown
    assert "Ne tas vaikas." in shown


def test_a_service_without_anybody_is_refused_at_the_ticks_and_keeps_what_was_typed(client: Client, mine: Service) -> None:
    answer = client.post(f"/services/{mine.pk}/correct/", ticked(minutes="45"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "add at least one" in page
    assert '<a href="#id_came_0">' in page
    assert 'value="45"' in page
    assert mine.recipients.count() == 1


def test_a_name_left_in_the_box_is_asked_about(client: Client, mine: Service) -> None:
    page = client.post(f"/services/{mine.pk}/correct/", ticked(mine.recipients.get().person, find="Rim")).content.decode()
    assert "press Find and tick" in page


def test_a_meeting_is_corrected_and_its_record_says_what_it_said(client: Client, here: Place, met: Event, as_owner: Stepping) -> None:
    rima, jonas = met.attendances.get().person, builders.person(here, "Jonas")
    hold(
        organisation=here.organisation, kind=met.kind, course=met.course, title="Kita", on=DAY, minutes=60, by=here.worker,
        attended=[(jonas, "guardian", None)],
    )  # fmt: skip
    address = f"/services/meetings/{met.pk}/correct/"
    assert f'value="{jonas.pk}">' in client.get(address).content.decode()
    answer = client.post(address, of_meeting(jonas, minutes="45", unnamed_heads="0"))
    assert answer["Location"] == f"/records/casework.event/{met.pk}/"
    met.refresh_from_db()
    assert ([one.person for one in met.attendances.all()], met.minutes, met.unnamed_heads) == ([jonas], 45, 0)
    page = client.get(answer["Location"]).content.decode()
    assert f"<del>{rima}</del>" in page
    assert "<ins>45\u00a0min</ins>" in page
    assert "Supainiota." in page
    with as_owner():
        assert Reading.objects.filter(person_id=rima.pk, route="records-record").exists()


@pytest.mark.parametrize(
    ("change", "at", "said"),
    [
        ({"reason": ""}, "#id_reason", "Say why"),
        ({"came": [], "unnamed_heads": "0"}, "#id_came_0", "Say who came"),
        ({"happened_on_year": "2022"}, "#id_happened_on_0", "A number belongs to the year"),
        ({"minutes": "0"}, "#id_minutes", "from 1 minute"),
        ({}, "", "Nothing was changed"),
    ],
)
def test_what_is_refused_of_a_meeting_stands_at_its_field(client: Client, met: Event, change: dict[str, Any], at: str, said: str) -> None:
    answer = client.post(f"/services/meetings/{met.pk}/correct/", of_meeting(met.attendances.get().person, **change))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'<a href="{at}' in page


def test_a_colleague_does_not_correct_a_meeting_and_the_head_does(
    client: Client, here: Place, as_role: Callable[[Role], None], as_owner: Stepping
) -> None:
    person = builders.person(here)
    with as_owner():
        event = builders.event(here, person, by=None)
    address = f"/services/meetings/{event.pk}/correct/"
    assert client.get(address).status_code == 404
    as_role(Role.HEAD)
    assert client.get(address).status_code == 200


def test_a_head_who_sees_a_service_only_by_its_people_changes_them_all(
    client: Client, here: Place, as_role: Callable[[Role], None]
) -> None:
    kajus, vilma = builders.child(here, "Kajus"), builders.child(here, "Vilma", family_name="Stonkutė")
    service = builders.service(here, kajus)
    as_role(Role.HEAD)
    page = client.post(f"/services/{service.pk}/correct/", ticked(vilma, note="", reason="Ne tas vaikas."))
    assert page.status_code == 302
    assert [one.person for one in service.recipients.all()] == [vilma]
