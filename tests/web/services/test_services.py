"""The list of services, one of them, and mending it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.test import Client

from globa.casework.services import Service
from globa.registry.accounts.appointments import Role
from globa.registry.emergency import open_file
from globa.registry.people import Person
from tests import builders
from tests.builders import Place

NOBODY = "0198c0de-0000-7000-8000-000000000000"


@pytest.fixture
def mine(client: Client, here: Place) -> Service:
    return builders.service(here, builders.child(here, "Kajus"), provider=here.worker.person, note="Tik man.")


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def came(service: Service) -> list[str]:
    return [str(one.person_id) for one in service.recipients.all()]


def corrected(**change: Any) -> dict[str, Any]:
    from globa.registry.catalogue import CatalogueService

    filled = {
        "kind": str(CatalogueService.objects.get(code="consultation").pk), "happened_on_year": "2023", "happened_on_month": "5",
        "happened_on_day": "10", "minutes": "60", "setting": "home", "provider_role": "foster_coordinator", "payer": "",
        "note": "Tik man.", "reason": "Suklydau.",
    }  # fmt: skip
    return filled | change


def test_a_worker_sees_their_own_services_first_and_all_when_asked(client: Client, here: Place, mine: Service) -> None:
    other = builders.service(here, builders.child(here, "Urtė"))
    assert str(other.pk) not in page(client, "/services/")
    assert str(other.pk) in page(client, "/services/?worker=all")


def test_who_gave_none_sees_those_of_everybody(client: Client, here: Place) -> None:
    other = builders.service(here, builders.child(here, "Urtė"))
    assert str(other.pk) in page(client, "/services/")


@pytest.mark.parametrize("asked", ["kind=mediation", "month=2023-04", "month=2022", f"worker={NOBODY}", f"person={NOBODY}"])
def test_the_list_is_narrowed_by_what_is_asked(client: Client, mine: Service, asked: str) -> None:
    assert "Nothing was recorded that fits" in page(client, f"/services/?{asked}")


def test_the_heading_counts_what_is_listed(client: Client, here: Place, mine: Service) -> None:
    builders.service(here, builders.child(here, "Urtė"), provider=here.worker.person, minutes=30)
    assert "2\u00a0services, 2023</h1>" in page(client, "/services/?month=2023")
    assert "1\u00a0h 30\u00a0min in all" in page(client, "/services/?month=2023")


@pytest.mark.parametrize("asked", ["month=yesterday", "person=7", "worker=me", "page=99", "month=2023-13"])
def test_an_address_that_makes_no_sense_asks_for_nothing(client: Client, mine: Service, asked: str) -> None:
    assert client.get(f"/services/?{asked}").status_code == 200


def test_a_service_of_another_institution_is_not_there(
    client: Client, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        foreign = builders.service(elsewhere)
    assert client.get(f"/services/{foreign.pk}/").status_code == 404


def test_a_correction_stands_in_the_history_with_who_and_why(client: Client, mine: Service) -> None:
    assert client.post(f"/services/{mine.pk}/correct/", corrected(came=came(mine), minutes="45")).status_code == 302
    shown = page(client, f"/services/{mine.pk}/")
    assert "Consultation, 45\u00a0min</h1>" in shown
    assert "Suklydau." in shown
    assert "<del>1\u00a0h</del>" in shown
    assert "<ins>45\u00a0min</ins>" in shown


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "Nothing was changed"),
        ({"minutes": "45", "reason": ""}, "Say why"),
        ({"happened_on_year": "2022"}, "its number cannot move"),
        ({"minutes": "0"}, "from 1 minute to 24 hours"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_keeps_what_was_typed(
    client: Client, mine: Service, change: dict[str, str], said: str
) -> None:
    answer = client.post(f"/services/{mine.pk}/correct/", corrected(came=came(mine), **change))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    mine.refresh_from_db()
    assert (mine.minutes, mine.happened_on) == (60, date(2023, 5, 10))


def test_a_withdrawn_service_stays_with_its_reason_and_is_listed_apart(client: Client, mine: Service) -> None:
    client.post(f"/services/{mine.pk}/withdraw/", {"reason": "Įrašyta dukart."})
    shown = page(client, f"/services/{mine.pk}/")
    assert "it is not counted in any figure" in shown
    assert "Įrašyta dukart." in shown
    assert str(mine.pk) not in page(client, "/services/?worker=all")
    assert str(mine.pk) in page(client, "/services/?worker=all&state=withdrawn")


def test_withdrawing_twice_is_refused_in_words(client: Client, mine: Service) -> None:
    client.post(f"/services/{mine.pk}/withdraw/", {"reason": "Įrašyta dukart."})
    answer = client.post(f"/services/{mine.pk}/withdraw/", {"reason": "Dar kartą."})
    assert answer.status_code == 422
    assert "already withdrawn" in answer.content.decode()


def test_only_who_gave_it_or_the_head_may_change_it(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    other = builders.service(here, builders.child(here, "Urtė"))
    assert client.post(f"/services/{other.pk}/withdraw/", {"reason": "Ne mano."}).status_code == 404
    as_role(Role.HEAD)
    assert client.post(f"/services/{other.pk}/withdraw/", {"reason": "Klaida."}).status_code == 302


@pytest.mark.parametrize(("written_as", "reads"), [("foster_coordinator", [True, True]), ("psychologist", [False, False])])
def test_a_note_is_read_with_the_file_but_a_psychologists_by_the_psychologist_alone(
    written_as: str, reads: list[bool], client: Client, here: Place, as_role: Callable[[Role], None]
) -> None:
    other = builders.service(here, builders.child(here, "Urtė"), note="Slapta.", role=written_as)
    seen_by_coordinator = page(client, f"/services/{other.pk}/")
    as_role(Role.HEAD)
    assert ["Slapta." in seen for seen in (seen_by_coordinator, page(client, f"/services/{other.pk}/"))] == reads


def test_under_the_note_a_psychologist_reads_who_reads_it(client: Client, as_role: Callable[[Role], None]) -> None:
    assert "written elsewhere" in page(client, "/services/new/")
    as_role(Role.PSYCHOLOGIST)
    shown = page(client, "/services/new/")
    assert ("Only you read it" in shown, "written elsewhere" in shown) == (True, False)


def test_in_an_emergency_the_head_reads_a_psychologists_note(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    child = builders.child(here, "Urtė")
    other = builders.service(here, child, note="Slapta.", role="psychologist")
    as_role(Role.HEAD)
    open_file(person=child, organisation=here.organisation, user=here.worker, reason="She is in hospital and cannot speak.")
    assert "Slapta." in page(client, f"/services/{other.pk}/")


def test_a_long_list_asks_no_more_than_a_short_one(
    client: Client, here: Place, django_assert_max_num_queries: Callable[[int], AbstractContextManager[None]]
) -> None:
    people: list[Person] = [builders.child(here, f"Vaikas {number}") for number in range(3)]
    for _again in range(12):
        builders.service(here, *people, provider=here.worker.person)
    with django_assert_max_num_queries(22):
        client.get("/services/")
    with django_assert_max_num_queries(22):
        client.get(f"/services/{Service.objects.first().pk}/")  # type: ignore[union-attr]


def test_a_null_character_in_the_address_asks_for_nothing(client: Client, mine: Service) -> None:
    assert client.get("/services/?kind=%00").status_code == 200


@pytest.mark.parametrize("verb", ["correct", "withdraw"])
def test_nobody_is_asked_to_mend_what_is_withdrawn(client: Client, mine: Service, verb: str) -> None:
    client.post(f"/services/{mine.pk}/withdraw/", {"reason": "Suklydau."})
    answer = client.get(f"/services/{mine.pk}/{verb}/")
    assert answer.status_code == 422
    assert "This service was already withdrawn" in answer.content.decode()


@pytest.mark.parametrize("minutes", ["0", "5000"])
def test_minutes_that_no_day_has_are_refused_in_words(client: Client, mine: Service, minutes: str) -> None:
    answer = client.post(f"/services/{mine.pk}/correct/", corrected(came=came(mine), minutes=minutes))
    assert answer.status_code == 422
    assert "from 1 minute to 24 hours" in answer.content.decode()
