"""Homes with their places, one home on a day and through a year."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from globa.care import away
from globa.care.dwellings import Bed, Capacity, Dwelling, Room
from globa.care.stays import Stay, discharge
from globa.registry.accounts.roles import Role
from globa.registry.assignments import Assignment
from tests import builders
from tests.builders import SINCE, Place

Counting = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def home(client: Client, here: Place) -> Dwelling:
    """A home of three places with one room and a bed outside it."""
    dwelling = builders.home(here, beds=1)
    room = Room.objects.create(organisation=here.organisation, dwelling=dwelling, name="1")
    for name in ("1-1", "1-2"):
        Bed.objects.create(organisation=here.organisation, dwelling=dwelling, room=room, name=name, during=(SINCE, None))
    Capacity.objects.create(organisation=here.organisation, dwelling=dwelling, places=3, during=(SINCE, None))
    return dwelling


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def lives(here: Place, home: Dwelling, bed: str, name: str, on: date = SINCE, until: date | None = None) -> Stay:
    stay = builders.stay(here, builders.child(here, name, sex="female"), builders.bed(home, bed), on=on)
    return discharge(stay=stay, on=until, destination="parents", by=here.worker) if until else stay


def test_the_list_says_how_many_places_are_free(client: Client, here: Place, home: Dwelling) -> None:
    lives(here, home, "1-1", "Smiltė")
    shown = page(client, "/homes/")
    assert "2 places of 3 are free" in shown
    assert 'aria-label="1 of 3 places taken"' in shown


def test_a_child_above_the_counted_places_is_said(client: Client, here: Place, home: Dwelling) -> None:
    Capacity.objects.update(places=1)
    lives(here, home, "1-1", "Smiltė")
    lives(here, home, "1-2", "Luknė")
    assert "1 above" in page(client, "/homes/")


def test_a_home_shows_who_sleeps_where_and_which_bed_is_free(client: Client, here: Place, home: Dwelling) -> None:
    stay = lives(here, home, "1-1", "Smiltė")
    shown = page(client, "/homes/home-1/")
    assert "<h3>Room 1</h3>" in shown
    assert f'href="/people/{stay.child_id}/"><b>Smiltė</b>' in shown
    assert "Free bed 1-2" in shown


def test_a_child_who_is_away_keeps_the_bed(client: Client, here: Place, home: Dwelling) -> None:
    stay = lives(here, home, "1-1", "Smiltė")
    away.leave(stay=stay, kind="hosting", since=date(2023, 6, 10), until=None, by=here.worker)
    shown = page(client, "/homes/home-1/?on=2023-07-01")
    assert "g-bed--away" in shown
    assert "Free bed 1-1" not in shown


def test_a_past_day_shows_who_lived_there_then(client: Client, here: Place, home: Dwelling) -> None:
    lives(here, home, "1-1", "Smiltė", until=date(2023, 3, 1))
    assert "<b>Smiltė</b>" in page(client, "/homes/home-1/?on=2023-02-28")
    assert "<b>Smiltė</b>" not in page(client, "/homes/home-1/?on=2023-03-01")


def test_by_itself_the_last_year_in_which_somebody_came_or_left_is_shown(client: Client, here: Place, home: Dwelling) -> None:
    lives(here, home, "1-1", "Smiltė", on=date(2021, 5, 1), until=date(2023, 3, 1))
    shown = page(client, "/homes/home-1/")
    assert "Came and left in 2023" in shown
    assert '<td class="n" data-h="days">59</td>' in shown


def test_days_of_care_are_half_open_and_open_their_figure(client: Client, here: Place, home: Dwelling) -> None:
    lives(here, home, "1-1", "Smiltė", on=date(2023, 1, 1), until=date(2023, 1, 11))
    shown = page(client, "/homes/home-1/?year=2023")
    assert 'href="/figures/here/2023/homes.days-of-care/records/?dwelling=home-1">10</a>' in shown


@pytest.mark.parametrize("asked", ["year=nineteen", "year=1066", "on=2023-02-30", "year=99999999999999"])
def test_an_address_that_makes_no_sense_asks_for_nothing(client: Client, home: Dwelling, asked: str) -> None:
    assert client.get(f"/homes/home-1/?{asked}").status_code == 200


def test_a_home_of_another_institution_is_not_there(
    client: Client, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        builders.home(elsewhere, "secret-home")
    assert client.get("/homes/secret-home/").status_code == 404
    assert "secret-home" not in page(client, "/homes/")


def test_a_carers_home_names_the_carer_and_the_places_of_the_contract(client: Client, here: Place) -> None:
    contract = builders.contract(here, places=2)
    assert "2 places of 2 are free" in page(client, "/homes/")
    assert f'href="/people/{contract.carer_id}/">Rasa</a>' in page(client, "/homes/carer-1/")


def test_many_homes_ask_no_more_than_one(client: Client, here: Place, home: Dwelling, django_assert_max_num_queries: Counting) -> None:
    for number in range(2, 9):
        lives(here, builders.home(here, f"home-{number}"), "1", f"Vaikas {number}")
    with django_assert_max_num_queries(18):
        client.get("/homes/")
    with django_assert_max_num_queries(28):
        client.get("/homes/home-2/")


def test_homes_of_two_institutions_are_told_apart_by_whoever_hears_the_page(client: Client, home: Dwelling) -> None:
    shown = client.get("/homes/").content.decode()
    assert shown.count('aria-labelledby="whose-1 homes-1"') == 1


def test_whoever_knows_no_child_there_counts_the_taken_beds_and_reads_no_name(
    client: Client, here: Place, home: Dwelling, as_role: Callable[[Role], None]
) -> None:
    stay = lives(here, home, "1-1", "Smiltė")
    Assignment.objects.update(during=(SINCE, SINCE))
    as_role(Role.PSYCHOLOGIST)
    assert "2 places of 3 are free" in page(client, "/homes/")
    shown = page(client, "/homes/home-1/")
    assert ["Smiltė" in shown, str(stay.child_id) in shown, "another child" in shown] == [False, False, True]
