"""Short numbers: without gaps, without duplicates, a row of them per organisation, year and kind of record."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection, transaction

from globa.journal.operations import acting
from globa.registry.numbers import next_numbers, shown
from globa.registry.organisations import Organisation
from tests import builders
from tests.builders import Place


@pytest.mark.django_db
def test_numbers_go_on_and_start_anew_each_year_and_kind(here: Place) -> None:
    taken = [
        list(next_numbers(here.organisation, series, year, count))
        for series, year, count in [("service", 2023, 2), ("service", 2023, 1), ("service", 2024, 1), ("case", 2023, 1)]
    ]
    assert taken == [[1, 2], [3], [1], [1]]


@pytest.mark.django_db
def test_a_number_that_was_not_used_is_given_again(here: Place) -> None:
    with transaction.atomic():
        next_numbers(here.organisation, "service", 2023)
        transaction.set_rollback(True)
    assert list(next_numbers(here.organisation, "service", 2023)) == [1]


@pytest.mark.parametrize(("initials", "number"), [("AL", "AL-2023-913"), ("", "2023-913")])
def test_a_number_is_written_as_people_say_it(initials: str, number: str) -> None:
    assert shown(Organisation(initials=initials), 2023, 913) == number


@pytest.mark.django_db(transaction=True)
@pytest.mark.owner
def test_two_who_record_at_the_same_time_get_no_gap_and_no_duplicate() -> None:
    place = builders.place("here")
    taken: list[int] = []
    threads = [Thread(target=_take_twenty, args=(place, taken)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 41))


def _take_twenty(place: Place, taken: list[int]) -> None:
    """Twenty transactions of an own connection, as the web's role."""
    for _ in range(20):
        with acting(place.worker), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE globa_web")
            numbers = list(next_numbers(place.organisation, "service", 2023))
        taken += numbers
    connection.close()
