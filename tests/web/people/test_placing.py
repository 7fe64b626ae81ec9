"""Where a child lives, from the child's page: one verb a page, and what cannot be is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from globa.care.away import AwayTime
from globa.care.dwellings import Bed
from globa.care.stays import Stay
from globa.registry.accounts.appointments import Role
from globa.registry.people import Person
from tests import builders
from tests.builders import Place


def day(name: str, year: int, month: int, of_month: int) -> dict[str, Any]:
    return {f"{name}_year": year, f"{name}_month": month, f"{name}_day": of_month}


def admitted(bed: Bed | None = None, **change: Any) -> dict[str, Any]:
    place = f"bed:{bed.pk}" if bed else ""
    return {"once": str(uuid4()), "place": place, "reason": "", "origin": "parents", "municipality": ""} | day("on", 2023, 5, 10) | change


@pytest.fixture
def child(client: Client, here: Place) -> Person:
    return builders.child(here, "Matas")


def test_a_child_is_admitted_to_a_free_bed(client: Client, here: Place, child: Person) -> None:
    bed = builders.bed(builders.home(here))
    assert client.post(f"/people/{child.pk}/admit/", admitted(bed)).status_code == 302
    stay = Stay.objects.get()
    assert (stay.bed, stay.began_on, stay.origin) == (bed, date(2023, 5, 10), "parents")


def test_only_beds_that_are_free_on_the_day_are_offered(client: Client, here: Place, child: Person) -> None:
    home = builders.home(here)
    builders.stay(here, builders.child(here), builders.bed(home, "1"))
    shown = client.get(f"/people/{child.pk}/admit/").content.decode()
    assert f"bed:{builders.bed(home, '2').pk}" in shown
    assert f"bed:{builders.bed(home, '1').pk}" not in shown
    assert "1 free of 2" in shown


def test_a_bed_taken_meanwhile_is_refused_and_what_was_typed_stays(client: Client, here: Place, child: Person) -> None:
    home = builders.home(here)
    builders.stay(here, builders.child(here), builders.bed(home, "1"))
    answer = client.post(f"/people/{child.pk}/admit/", admitted(builders.bed(home, "1")))
    assert answer.status_code == 422
    assert "This bed is not free on that day" in answer.content.decode()
    assert 'value="parents" selected' in answer.content.decode()


def test_an_extra_bed_needs_a_reason_and_then_is_never_refused(client: Client, here: Place, child: Person) -> None:
    home = builders.home(here, beds=0)
    extra = f"extra:{home.pk}"
    answer = client.post(f"/people/{child.pk}/admit/", admitted(place=extra))
    assert "An emergency placement is never blocked" in answer.content.decode()
    assert client.post(f"/people/{child.pk}/admit/", admitted(place=extra, reason="Naktis, kitur pilna.")).status_code == 302
    assert Stay.objects.get().bed.reason == "Naktis, kitur pilna."  # type: ignore[union-attr]


def test_a_refused_admission_leaves_no_extra_bed_behind(client: Client, here: Place, child: Person) -> None:
    home = builders.home(here, beds=0)
    early = admitted(place=f"extra:{home.pk}", reason="Naktis.") | day("on", 2011, 5, 10)
    assert client.post(f"/people/{child.pk}/admit/", early).status_code == 422
    assert not Bed.objects.filter(is_extra=True).exists()


def test_a_child_who_lives_elsewhere_is_refused_without_saying_where(
    client: Client, here: Place, elsewhere: Place, child: Person, in_the_name_of: Callable[[Place], AbstractContextManager[None]],
    as_owner: Callable[[], AbstractContextManager[None]],
) -> None:  # fmt: skip
    with in_the_name_of(elsewhere), as_owner():
        builders.stay(elsewhere, child, builders.bed(builders.home(elsewhere, "secret-home")), on=date(2022, 1, 1))
    answer = client.post(f"/people/{child.pk}/admit/", admitted(builders.bed(builders.home(here))))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "already lives somewhere else" in shown
    assert "secret-home" not in shown
    assert "Elsewhere" not in shown


def test_a_day_that_has_not_come_is_refused(client: Client, here: Place, child: Person) -> None:
    answer = client.post(f"/people/{child.pk}/admit/", admitted(builders.bed(builders.home(here)), **day("on", 2099, 1, 1)))
    assert "This day has not come yet" in answer.content.decode()


def test_a_child_with_a_carer_lives_with_whoever_signed_the_contract(client: Client, here: Place, child: Person) -> None:
    contract = builders.contract(here)
    client.post(f"/people/{child.pk}/admit/", admitted(contract.dwelling.beds.get(name="1")))
    assert Stay.objects.get().carer == contract.carer


def test_a_child_leaves_and_the_page_says_where_to(client: Client, here: Place, child: Person) -> None:
    stay = builders.stay(here, child)
    client.post(f"/people/{child.pk}/discharge/", day("on", 2023, 8, 24) | {"destination": "parents"})
    stay.refresh_from_db()
    assert (stay.ended_on, stay.destination) == (date(2023, 8, 24), "parents")
    assert "Returned to parents" in client.get(f"/people/{child.pk}/").content.decode().replace("returned", "Returned")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (day("on", 2023, 8, 24) | {"destination": ""}, "Say where the child went"),
        (day("on", 2019, 8, 24) | {"destination": "parents"}, "end"),
        ({"destination": "parents"}, "Write the day"),
    ],
)
def test_a_departure_that_cannot_be_is_refused(client: Client, here: Place, child: Person, form: dict[str, Any], said: str) -> None:
    stay = builders.stay(here, child)
    answer = client.post(f"/people/{child.pk}/discharge/", form)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "govuk-error-message" in answer.content.decode()
    stay.refresh_from_db()
    assert stay.ended_on is None


def test_a_child_moves_between_homes(client: Client, here: Place, child: Person) -> None:
    builders.stay(here, child, builders.bed(builders.home(here, "first")))
    to = builders.bed(builders.home(here, "second"))
    client.post(f"/people/{child.pk}/move/", {"once": str(uuid4()), "place": f"bed:{to.pk}", "reason": ""} | day("on", 2023, 3, 1))
    assert [(stay.dwelling.code, stay.destination) for stay in Stay.objects.order_by("during")] == [
        ("first", "same_institution"), ("second", ""),
    ]  # fmt: skip


def test_a_child_goes_away_and_comes_back_and_the_bed_stays(client: Client, here: Place, child: Person) -> None:
    builders.stay(here, child)
    client.post(f"/people/{child.pk}/away/", {"kind": "hosting", "place": "Milanas", "country": "IT"} | day("since", 2023, 6, 10))
    away = AwayTime.objects.get()
    assert (away.country, away.during.upper) == ("IT", None)
    client.post(f"/people/{child.pk}/away/{away.pk}/back/", day("on", 2023, 8, 30))
    away.refresh_from_db()
    assert away.during.upper == date(2023, 8, 30)
    assert Stay.objects.get().ended_on is None


def test_two_times_away_at_once_are_refused_at_the_day(client: Client, here: Place, child: Person) -> None:
    builders.stay(here, child)
    form = {"kind": "camp", "country": "LT"} | day("since", 2023, 6, 10)
    client.post(f"/people/{child.pk}/away/", form)
    answer = client.post(f"/people/{child.pk}/away/", form)
    assert answer.status_code == 422
    assert '<a href="#id_since_0">The child is already away' in answer.content.decode()


@pytest.mark.parametrize("verb", ["admit", "move", "discharge", "away"])
def test_an_accountant_places_nobody(client: Client, child: Person, verb: str, as_role: Callable[[Role], None]) -> None:
    as_role(Role.ACCOUNTANT)
    assert client.post(f"/people/{child.pk}/{verb}/").status_code == 404


@pytest.mark.parametrize("verb", ["move", "discharge", "away"])
def test_a_child_who_lives_nowhere_here_cannot_leave(client: Client, child: Person, verb: str) -> None:
    assert client.get(f"/people/{child.pk}/{verb}/").status_code == 302


def test_days_away_that_have_not_begun_are_refused_and_coming_back_may_be_agreed(client: Client, here: Place, child: Person) -> None:
    builders.stay(here, child, builders.bed(builders.home(here)))
    away = {"kind": "camp", "place": "", "country": "LT", "host_household": ""} | day("until", 2099, 2, 1)
    refused = client.post(f"/people/{child.pk}/away/", away | day("since", 2099, 1, 1))
    assert (refused.status_code, AwayTime.objects.count()) == (422, 0)
    assert "This day has not come yet" in refused.content.decode()
    assert client.post(f"/people/{child.pk}/away/", away | day("since", 2024, 6, 3)).status_code == 302
