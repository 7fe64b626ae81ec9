"""The head sets the directions of a year and puts them right; Today reads them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from globa.planning.directions import Direction, aim, withdraw
from globa.vocabulary.calendar import today
from tests.builders import Place

pytestmark = pytest.mark.django_db
PAGE = "/administration/directions/"
FAMILIES = {
    "code": "1", "text": "Prepare three families", "indicator": "foster-centre.prepared-guardian-families", "comparator": "at_least",
    "target": "3",
}  # fmt: skip


def send(client: Client, page: str, do: str, **fields: object) -> Any:
    return client.post(page, {"do": do} | {f"{do}-{name}": value for name, value in fields.items()})


def test_a_direction_is_set_with_the_figure_that_answers_it(head: Client) -> None:
    answer = send(head, PAGE, "add", **FAMILIES)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{PAGE}?year={today().year}")
    page = head.get(PAGE).content.decode()
    assert "1. Prepare three families" in page
    assert "at least 3" in page
    assert "/foster-centre.prepared-guardian-families/" in page


def test_a_target_without_its_meaning_is_refused_at_its_field_and_the_words_stay(head: Client) -> None:
    answer = send(head, PAGE, "add", **FAMILIES | {"comparator": ""})
    page = answer.content.decode()
    assert (answer.status_code, "A target needs the figure" in page, "Prepare three families" in page) == (422, True, True)
    assert 'href="#id_add-comparator"' in page


def test_a_direction_is_put_right_with_a_reason_and_its_history_stays(head: Client, here: Place) -> None:
    found = aim(organisation=here.organisation, year=2026, code="1", text="Two", by=here.worker)
    answer = send(head, f"{PAGE}{found.pk}/", "correct", **FAMILIES | {"reason": "The council decided so"})
    assert answer.status_code == 302
    assert Direction.objects.get().target == 3
    assert "The council decided so" in head.get(f"{PAGE}{found.pk}/").content.decode()


def test_a_direction_is_withdrawn_with_a_reason_and_can_be_put_back(head: Client, here: Place) -> None:
    found = aim(organisation=here.organisation, year=2023, code="1", text="Daugiau grupių", by=here.worker)
    page = f"/administration/directions/{found.pk}/"
    assert head.post(page, {"do": "withdraw", "withdraw-reason": ""}).status_code == 422
    assert head.post(page, {"do": "withdraw", "withdraw-reason": "Nebeaktualu."}).status_code == 302
    assert not Direction.objects.in_force().exists()
    assert f'<a href="{page}">1. Daugiau grupių</a>' in head.get(f"{PAGE}?year=2023").content.decode()
    assert "Nebeaktualu." in head.get(page).content.decode()
    assert head.post(page, {"do": "correct"}).status_code == 404
    head.post(page, {"do": "put_back", "put_back-reason": "Vis dėlto."})
    assert Direction.objects.in_force().get() == found


def test_the_number_of_a_withdrawn_direction_is_free_and_then_it_is_not_put_back(head: Client, here: Place) -> None:
    found = aim(organisation=here.organisation, year=2023, code="1", text="Daugiau grupių", by=here.worker)
    withdraw(direction=found, reason="Nebeaktualu.", by=here.worker)
    aim(organisation=here.organisation, year=2023, code="1", text="Kita", by=here.worker)
    answer = head.post(f"/administration/directions/{found.pk}/", {"do": "put_back", "put_back-reason": "Vis dėlto."})
    assert answer.status_code == 422
    assert "already a direction with this code" in answer.content.decode()


def test_a_direction_of_another_institution_is_not_there(head: Client, elsewhere: Place, in_the_name_of: Any) -> None:
    with in_the_name_of(elsewhere):
        other = aim(organisation=elsewhere.organisation, year=2026, code="1", text="Two", by=elsewhere.worker)
    assert head.get(f"{PAGE}{other.pk}/").status_code == 404


def test_every_year_from_the_next_back_to_the_first_can_be_chosen(head: Client, here: Place) -> None:
    aim(organisation=here.organisation, year=today().year - 3, code="1", text="Three families", by=here.worker)
    chips = head.get(PAGE).content.decode().partition("g-years")[2].partition("</p>")[0]
    shown = [year for year in range(today().year - 9, today().year + 9) if f">{year}<" in chips]
    assert shown == list(range(today().year - 3, today().year + 2))
