"""The list of records behind a number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.care.dwellings import Capacity
from globa.care.statuses import state
from globa.casework.services import record_many
from globa.indicators import compiled
from globa.planning.ledger import book
from globa.registry.accounts.appointments import Role
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

SERVICES = "/figures/here/2023/foster-centre.coordinator-services/records/"
HELPED = "/figures/here/2023/foster-centre.people-helped/records/"


def page(reader: Client, address: str) -> str:
    return reader.get(address).content.decode()


def rows(shown: str) -> int:
    return shown.count("<tr>") - 1


def test_a_service_in_the_list_leads_to_its_record_and_names_whom_it_helped(reader: Client, centre: Place) -> None:
    service = builders.service(centre, builders.child(centre, "Jonas", family_name="Daugėla"), minutes=75)
    shown = page(reader, SERVICES)
    assert [
        words in shown for words in (f'href="/records/casework.service/{service.pk}/">2023-05-10', "Jonas Daugėla", "1\u00a0h 15\u00a0min")
    ] == [True] * 3


def test_a_stay_tells_age_days_in_the_period_and_its_end(reader: Client, centre: Place) -> None:
    builders.stay(centre, builders.child(centre, born=date(2012, 3, 4), sex="male"), on=date(2023, 12, 1))
    row = page(reader, "/figures/here/2023/homes.children-served/records/").split("<tbody>")[1]
    assert [words in row for words in ("boy, 11 y.", "2023-12-01", ">31<", "has not ended")] == [True] * 4


def test_a_part_restricts_the_list(reader: Client, centre: Place) -> None:
    home = builders.home(centre)
    for bed, sex in (("1", "female"), ("2", "male")):
        builders.stay(centre, builders.child(centre, sex=sex), builders.bed(home, bed), on=date(2023, 2, 1))
    shown = page(reader, "/figures/here/2023/homes.children-at-closing/records/?sex=female")
    assert (rows(shown), "1\u00a0child in community homes at the end – female" in shown) == (1, True)


def test_pages_follow_each_other_without_a_gap(reader: Client, centre: Place) -> None:
    child = builders.child(centre)
    made = [builders.help_given(centre, child, on=date(2023, 3, 1) + timedelta(days=number // 2)) for number in range(30)]
    record_many(organisation=centre.organisation, given=made, by=centre.worker)
    first = page(reader, SERVICES)
    following = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    second = page(reader, following)
    assert (rows(first), rows(second), "Records 26–30 of 30" in second) == (25, 5, True)


def test_one_service_for_many_people_is_cut_between_pages_without_losing_anybody(reader: Client, centre: Place) -> None:
    children = [builders.child(centre, f"Vaikas{number:02}") for number in range(30)]
    builders.service(centre, *children)
    first = page(reader, HELPED)
    following = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    seen = [name for name in (child.given_name for child in children) if name in first or name in page(reader, following)]
    assert len(seen) == 30


def test_a_share_lists_both_its_numbers(reader: Client, centre: Place) -> None:
    builders.stay(centre, on=date(2023, 2, 1))
    home = builders.home(centre, "home-2")
    Capacity.objects.create(organisation=centre.organisation, dwelling=home, places=8, during=(date(2022, 1, 1), None))
    share = "/figures/here/2023/occupancy.occupied-share/records/"
    assert (rows(page(reader, share)), "home-2" in page(reader, f"{share}?side=to")) == (1, True)


def test_names_of_children_with_a_disability_are_shown_to_few(reader: Client, centre: Place, as_owner: Stepping) -> None:
    child = builders.child(centre, "Jonas", family_name="Daugėla")
    builders.stay(centre, child, on=date(2023, 2, 1))
    state(organisation=centre.organisation, child=child, kind="disability", since=date(2023, 3, 1), by=centre.worker, condition="sensory")
    address = "/figures/here/2023/homes.with-disability/records/"
    seen_by_coordinator = page(reader, address)
    with as_owner():
        centre.worker.appointments.update(role=Role.CARE_ASSISTANT)
    seen_by_assistant = page(reader, address)
    assert ["Daugėla" in seen for seen in (seen_by_coordinator, seen_by_assistant)] == [True, False]
    assert ["/records/care.status/" in seen for seen in (seen_by_coordinator, seen_by_assistant)] == [True, False]


def test_a_record_that_is_not_open_is_counted_and_leads_nowhere(reader: Client, centre: Place, as_owner: Stepping) -> None:
    builders.service(centre)
    with as_owner():
        centre.worker.appointments.update(role=Role.ACCOUNTANT)
    shown = page(reader, SERVICES)
    assert (rows(shown), "/records/casework.service/" in shown, "A row without a link" in shown) == (1, False, True)


def test_who_opens_no_records_is_led_to_none(reader: Client, centre: Place, as_owner: Stepping) -> None:
    builders.service(centre)
    before = "/records/" in page(reader, SERVICES.removesuffix("records/"))
    with as_owner():
        centre.worker.appointments.update(role=Role.AUDITOR)
    assert (before, "/records/" in page(reader, SERVICES.removesuffix("records/"))) == (True, False)


def test_rows_of_another_institution_stay_out(reader: Client, centre: Place, elsewhere: Place, in_the_name_of) -> None:  # type: ignore[no-untyped-def]
    with in_the_name_of(elsewhere):
        builders.service(elsewhere)
    builders.service(centre)
    assert rows(page(reader, SERVICES)) == 1


def test_a_ledger_entry_shows_its_amount(reader: Client, centre: Place) -> None:
    book(organisation=centre.organisation, entries=[builders.entry(centre, "183377.44")], by=centre.worker)
    assert "EUR\u00a0183,377.44" in page(reader, "/figures/here/2023/budget.spending/records/")


def test_a_mistyped_address_still_shows_the_list(reader: Client, centre: Place) -> None:
    builders.service(centre)
    assert rows(page(reader, f"{SERVICES}?after=nonsense&page=x&side=y&colour=red")) == 1


@pytest.mark.parametrize("code", list(compiled.catalogue().cards))
def test_every_figure_opens_with_its_records(reader: Client, centre: Place, code: str) -> None:
    answers = [reader.get(f"/figures/here/2023/{code}/{more}").status_code for more in ("", "records/", "records/?side=to")]
    assert answers == [200, 200, 200]


@pytest.mark.parametrize("size", [1, 20])
def test_the_list_takes_as_many_queries_however_long_it_is(
    reader: Client, centre: Place, django_assert_max_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for number in range(size):
        builders.service(centre, builders.child(centre, f"Vaikas{number}"))
    with django_assert_max_num_queries(22):
        reader.get(SERVICES)


def test_going_back_by_number_shows_what_the_page_before_showed(reader: Client, centre: Place) -> None:
    child = builders.child(centre)
    record_many(
        organisation=centre.organisation,
        given=[builders.help_given(centre, child, on=date(2023, 3, 1) + timedelta(days=number)) for number in range(27)],
        by=centre.worker,
    )
    assert ("2023-03-25" in page(reader, SERVICES), "2023-03-26" in page(reader, f"{SERVICES}?page=2")) == (True, True)
