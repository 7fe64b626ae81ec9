"""Who represents a child by law, from the child's page: by an act, from a day on, and ended with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from globa.care.guardianships import Guardianship
from globa.registry.households import Household, Member
from globa.registry.people import Person
from tests import builders
from tests.builders import Place
from tests.web.people.test_placing import day


@pytest.fixture
def child(client: Client, here: Place) -> Person:
    return builders.child(here, "Matas")


@pytest.fixture
def guardian(client: Client, here: Place) -> Person:
    return builders.person(here, "Rasa", family_name="Mikėnė", purpose="guardianship")


def typed(guardian: Person | None = None, **change: Any) -> dict[str, Any]:
    said = {"kind": "temporary", "form": "family", "guardian": guardian.pk if guardian else "", "household": "", "relation": "kin"}
    act = {"act": "municipal_act", "act_number": "AV-12"} | day("act_on", 2023, 5, 8)
    return said | act | day("on", 2023, 5, 10) | change


def test_a_guardian_is_appointed_with_a_family_and_the_act(client: Client, child: Person, guardian: Person) -> None:
    assert client.post(f"/people/{child.pk}/guardian/", typed(guardian)).status_code == 302
    made = Guardianship.objects.get()
    assert (made.guardian, made.during.lower, made.paper.number) == (guardian, date(2023, 5, 10), "AV-12")  # type: ignore[union-attr]
    assert Member.objects.get(household=made.household_id).person == guardian
    assert "Rasa" in client.get(f"/people/{child.pk}/").content.decode()


def test_the_family_in_which_the_guardian_lives_is_taken(client: Client, here: Place, child: Person, guardian: Person) -> None:
    family = builders.household(here, "The Mikėnas family", guardian)
    client.post(f"/people/{child.pk}/guardian/", typed(guardian))
    assert (Guardianship.objects.get().household, Household.objects.count()) == (family, 1)


def test_another_guardian_ends_the_one_before_on_the_same_day(client: Client, child: Person, guardian: Person) -> None:
    client.post(f"/people/{child.pk}/guardian/", typed(guardian))
    later = typed(form="institution", kind="permanent", relation="") | day("on", 2024, 2, 1)
    assert client.post(f"/people/{child.pk}/guardian/", later).status_code == 302
    rows = Guardianship.objects.order_by("during").values_list("kind", "during__endswith", "ended_by")
    assert list(rows) == [("temporary", date(2024, 2, 1), "changed_guardian"), ("permanent", None, "")]


def test_a_family_without_anybody_named_is_refused_and_what_was_typed_stays(client: Client, child: Person) -> None:
    answer = client.post(f"/people/{child.pk}/guardian/", typed())
    page = answer.content.decode()
    assert (answer.status_code, "Choose the guardian, or the family" in page, 'value="AV-12"' in page) == (422, True, True)
    assert not Guardianship.objects.exists()


def test_an_institution_is_no_family(client: Client, child: Person) -> None:
    answer = client.post(f"/people/{child.pk}/guardian/", typed(form="institution"))
    assert (answer.status_code, "is the guardian itself" in answer.content.decode()) == (422, True)


def test_a_guardianship_is_ended_with_its_reason(client: Client, child: Person, guardian: Person) -> None:
    assert client.get(f"/people/{child.pk}/guardian/end/").status_code == 302
    client.post(f"/people/{child.pk}/guardian/", typed(guardian))
    assert client.post(f"/people/{child.pk}/guardian/end/", day("on", 2024, 3, 1)).status_code == 422
    assert client.post(f"/people/{child.pk}/guardian/end/", day("on", 2024, 3, 1) | {"because": "adopted"}).status_code == 302
    ended = Guardianship.objects.get()
    assert (ended.during.upper, ended.ended_by) == (date(2024, 3, 1), "adopted")


def test_only_those_with_a_file_as_guardians_are_offered(client: Client, here: Place, child: Person, guardian: Person) -> None:
    builders.person(here, "Vytautas")
    page = client.get(f"/people/{child.pk}/guardian/").content.decode()
    assert ("Mikėnė" in page, "Vytautas" in page) == (True, False)
