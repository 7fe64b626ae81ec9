"""Figures on the first page: the year against its plan, what moved in a week, whose reports came, what is unusual."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from globa.planning.directions import aim
from globa.registry.accounts.appointments import Role
from globa.vocabulary.calendar import today
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number
from globa.web.today.aims import year_of
from globa.web.today.moved import Moved, SinceLastWeek, moved, since_last_week
from globa.web.today.unusual import in_posts
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

Counting = Callable[[int], AbstractContextManager[Any]]
SERVICES = "foster-centre.services"


def page(client: Client) -> str:
    return client.get("/").content.decode()


def planned(here: Place, year: int, least: int) -> None:
    aim(
        organisation=here.organisation, year=year, code="1", text="Padėti šeimoms.", by=here.worker,
        indicator=SERVICES, comparator="at_least", target=least,
    )  # fmt: skip


@pytest.mark.parametrize(("year", "least", "met", "missed"), [(2023, 1, True, False), (2023, 3, False, True)])
def test_an_ended_year_reaches_its_target_or_misses_it(client: Client, here: Place, year: int, least: int, met: bool, missed: bool) -> None:
    planned(here, year, least)
    builders.service(here, builders.child(here), on=date(year, 5, 10))
    (found,) = year_of(here.worker, here.organisation, year, today()).aims
    assert (found.is_met, found.is_missed, found.reached.value) == (met, missed, 1)


def test_a_year_that_goes_on_has_not_missed_anything_yet(client: Client, here: Place) -> None:
    planned(here, today().year, 5)
    (found,) = year_of(here.worker, here.organisation, today().year, today()).aims
    assert (found.is_met, found.is_missed) == (False, False)


def test_the_head_of_an_ended_unsigned_year_reads_that_first(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    planned(here, 2023, 3)
    builders.service(here, builders.child(here), on=date(2023, 5, 10))
    as_role(Role.HEAD)
    shown = page(client)
    assert '<h1 class="g-h1">The year 2023 has ended, its report has not been signed</h1>' in shown
    assert "Padėti šeimoms." in shown
    builders.service(here, builders.child(here), on=today())
    assert "The year 2023 has ended" in page(client)
    assert "not reached" in shown


def test_a_figure_that_moved_in_a_week_says_by_how_much_and_opens(client: Client, here: Place) -> None:
    on = date(2024, 6, 14)
    for day in (date(2024, 6, 3), date(2024, 6, 12), date(2024, 6, 14)):
        builders.service(here, builders.child(here), on=day, provider=here.worker.person)
    first = moved(here.organisation, Role.FOSTER_COORDINATOR, on)[0]
    assert (first.number.value, first.by) == (3, "+2")
    assert first.weeks == [0, 0, 0, 0, 0, 0, 1, 3]
    assert first.address.startswith("/figures/here/2024-01-01..2024-06-15/")


def test_only_what_moved_since_last_week_is_listed(client: Client, here: Place) -> None:
    on = date(2024, 6, 14)
    week = since_last_week(here.organisation, Role.FOSTER_COORDINATOR, on)
    assert (week.moved, week.is_comparable, len(week.compared)) == ([], True, 4)
    builders.service(here, builders.child(here), on=on, provider=here.worker.person)
    week = since_last_week(here.organisation, Role.FOSTER_COORDINATOR, on)
    assert [(one.number.value, one.by) for one in week.moved] == [(1, "+1"), (1, "+1")]


def test_that_nothing_moved_is_said_and_that_nothing_can_be_compared_yet() -> None:
    still = Moved("Services", Number(3, Unit.TIMES), [3, 3], 0, "")
    new = replace(still, weeks=[3], step=None)
    said = [
        render_to_string("today/_moved.html", {"since_last_week": SinceLastWeek([one]), "on": date(2024, 6, 14)}) for one in (still, new)
    ]
    assert ["Nothing moved" in words for words in said] == [True, False]
    assert ["Nothing is recorded yet of a week ago" in words for words in said] == [False, True]


def test_in_the_first_days_of_january_nothing_is_compared_with_last_year(client: Client, here: Place) -> None:
    first = moved(here.organisation, Role.FOSTER_COORDINATOR, date(2024, 1, 3))[0]
    assert (first.step, first.weeks) == (None, [0])


@pytest.mark.parametrize(("before", "after", "sign"), [(44, 39, "−5"), (44, 43, None), (10, 12, "+2")])
def test_posts_that_changed_by_a_tenth_are_unusual(before: int, after: int, sign: str | None) -> None:
    found = in_posts(Number(before, Unit.POSTS), Number(after, Unit.POSTS), "/")
    assert [one.sign for one in found] == ([sign] if sign else [])


@pytest.mark.parametrize("role", list(Role))
def test_a_page_asks_as_many_questions_however_much_there_is(
    client: Client, here: Place, role: Role, as_role: Callable[[Role], None], as_owner: Stepping, django_assert_max_num_queries: Counting
) -> None:
    as_role(role)
    with as_owner():
        much(here, 1)
    client.get("/")
    with django_assert_max_num_queries(MOST.get(role, 36)) as few:
        assert client.get("/").status_code == 200
    with as_owner():
        for number in range(2, 6):
            much(here, number)
    with django_assert_max_num_queries(len(few)):
        client.get("/")


def much(here: Place, number: int) -> None:
    """A carer with a child, and a service for a child who lives in a home."""
    contract = builders.contract(here, code=f"carer-{number}")
    builders.stay(here, builders.child(here), where=contract.dwelling.beds.get(name="1"))
    stay = builders.stay(here, builders.child(here), where=builders.bed(builders.home(here, f"home-{number}")))
    builders.service(here, stay.child, on=today() - timedelta(days=number), provider=here.worker.person)


MOST = {Role.ON_DUTY_CARER: 16, Role.GUARDIAN: 16}
