"""What stands in a report as a number leads to its record; a telephone number to who asked; a mistyped code is told as one."""

from __future__ import annotations

import pytest
from django.test import Client

from globa.casework.recruitment.enquiries import enquire
from globa.web.find.asking import digits_in
from globa.web.find.numbered import number_in
from tests import builders
from tests.builders import DAY, Place
from tests.web.find.test_find import asked, found


@pytest.mark.parametrize("typed", ["HE-2023-1", "he 2023 1", "HE–2023–1", "2023-1"])
def test_a_number_leads_to_its_records_and_to_nothing_else(client: Client, here: Place, typed: str) -> None:
    builders.service(here, builders.child(here), provider=here.worker.person)
    builders.event(here, builders.person(here))
    assert found(client, typed) == {"numbered": ["Service given HE-2023-1", "Event HE-2023-1"]}


@pytest.mark.parametrize("typed", ["XX-2023-1", "2023-2", "2022-1"])
def test_a_number_of_nothing_finds_nothing(client: Client, here: Place, typed: str) -> None:
    builders.service(here, builders.child(here), provider=here.worker.person)
    assert found(client, typed) == {}


@pytest.mark.parametrize("typed", ["8 612 34567", "+370 612 34567", "61234567", "rimantaite"])
def test_who_asked_the_centre_is_found_by_their_number_or_name(client: Client, here: Place, typed: str) -> None:
    enquire(
        organisation=here.organisation, on=DAY, by=here.worker, asker="Ieva Rimantaitė", asker_phone="(0 612) 34 567", channel="phone",
        about="on_duty_carer",
    )  # fmt: skip
    assert found(client, typed)["enquiries"] == ["Ieva Rimantaitė"]


def test_a_personal_code_with_a_wrong_digit_is_told_as_one(client: Client) -> None:
    assert "one of these is wrong" in asked(client, "51203040013").content.decode()
    assert "Write less" in asked(client, "Vytis Nėra").content.decode()


def test_what_is_no_number_is_heard_as_words() -> None:
    assert [number_in(text) for text in ("2023", "report 2023", "activity report 2023-1", "AL-23-1")] == [None] * 4
    assert [digits_in(text) for text in ("12345", "Ona 61234567", "2 people")] == [""] * 3


@pytest.mark.parametrize("typed", ["R. S.", "r s", "S.R.", "RŠ", "š. r."])
def test_somebody_is_found_by_their_initials(client: Client, here: Place, typed: str) -> None:
    builders.person(here, "Rugilė", family_name="Šarkaitė")
    builders.person(here, "Rugilė", family_name="Vaišnoraitė")
    assert found(client, typed)["people"] == ["Rugilė Šarkaitė"]
