"""The document of figures."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.care.dwellings import Capacity
from globa.planning.directions import aim
from globa.registry.accounts.appointments import Role
from globa.registry.recording import Recording
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

SHEET = "/figures/here/2023/"


def test_figures_open_at_the_own_institution_and_the_last_full_year_with_records(reader: Client, centre: Place) -> None:
    builders.service(centre, on=date(2023, 5, 10))
    assert reader.get("/figures/").headers["Location"] == SHEET


def test_an_accountant_who_reads_no_stays_begins_at_the_same_year_as_whoever_recorded_them(
    reader: Client, centre: Place, as_owner: Stepping
) -> None:
    with as_owner():
        builders.stay(centre, on=date(2024, 3, 1))
        accountant = builders.account("accountant@centre.example", centre.organisation, Role.ACCOUNTANT)
    opened = reader.get("/figures/").headers["Location"]
    reader.force_login(accountant)
    assert "2024" in opened
    assert reader.get("/figures/").headers["Location"] == opened


def test_a_chosen_period_is_opened(reader: Client, centre: Place) -> None:
    assert reader.get("/figures/?organisation=here&period=2023-Q2").headers["Location"] == "/figures/here/2023-Q2/"


def test_somebody_without_an_appointment_comes_to_no_figures_and_is_told_why_on_the_first_page(
    client: Client, centre: Place, as_owner: Stepping
) -> None:
    with as_owner():
        centre.worker.appointments.update(during=(date(2020, 1, 1), date(2021, 1, 1)))
    client.force_login(centre.worker)
    assert client.get("/figures/").status_code == 404
    assert "Your account opens no organisation today" in client.get("/", headers={"Accept-Language": "en"}).content.decode()


def test_figures_of_another_institution_are_not_found(reader: Client, elsewhere: Place) -> None:
    assert reader.get("/figures/elsewhere/2023/").status_code == reader.get("/figures/nowhere/2023/").status_code == 404


def test_a_period_that_is_none_is_refused_in_words(reader: Client) -> None:
    page = reader.get("/figures/here/2023-13/")
    assert (page.status_code, "is not a period" in page.content.decode()) == (422, True)


def test_a_number_leads_to_its_definition(reader: Client, centre: Place) -> None:
    builders.service(centre)
    address = "/figures/here/2023/foster-centre.coordinator-services/"
    link = f'<a class="fig" href="{address}" data-unfolds="{address}">1</a>'
    assert link in reader.get(SHEET).content.decode()


def test_opening_came_left_and_closing_stand_as_a_balance_that_agrees(reader: Client, centre: Place) -> None:
    builders.stay(centre, on=date(2023, 2, 1))
    strip = reader.get(SHEET).content.decode().split("Children in community homes</h3>")[1].split("</p>")[0]
    assert [word in strip for word in (">0<", ">1<", "agrees")] == [True, True, True]


def test_a_sentence_says_its_numbers_and_not_their_units_alone(reader: Client, centre: Place) -> None:
    page = reader.get(SHEET).content.decode()
    links = re.findall(r'<p>[^<]*<a class="fig"[^>]*>([^<]*)<', page)
    assert links
    assert [said for said in links if not re.search(r"\d", said)] == []


def test_what_nobody_records_is_said_once_and_never_as_zero(reader: Client, centre: Place) -> None:
    Recording.objects.filter(table="money").update(since=date(2024, 1, 1))
    chapter = reader.get(SHEET).content.decode().split('id="budget"')[1].split("<h2")[0]
    assert ("not recorded" in chapter, 'class="fig"' in chapter) == (True, False)


def test_homes_and_carers_stand_in_the_table_of_occupancy(reader: Client, centre: Place) -> None:
    home = builders.home(centre)
    Capacity.objects.create(organisation=centre.organisation, dwelling=home, places=8, during=(date(2022, 1, 1), None))
    builders.stay(centre, builders.child(centre, sex="female"), builders.bed(home), on=date(2023, 2, 1))
    table = reader.get(SHEET).content.decode().split("<caption>Children and places")[1].split("</table>")[0]
    cell = '<a class="fig" href="/figures/here/2023/{}/records/?dwelling=home-1">{}</a>'
    shown = [("occupancy.places", 8), ("occupancy.children", 1), ("occupancy.girls", 1), ("occupancy.boys", 0)]
    assert [cell.format(code, value) in table for code, value in shown] == [True] * 4


def test_a_direction_stands_beside_the_figure_that_answers_it(reader: Client, centre: Place) -> None:
    builders.service(centre)
    target = {"indicator": "foster-centre.coordinator-services", "comparator": "at_least", "target": 2}
    aim(organisation=centre.organisation, year=2023, code="I1", text="Help more", by=centre.worker, **target)
    row = reader.get(SHEET).content.decode().split("Help more")[1].split("</tr>")[0]
    assert "not reached" in row


@pytest.mark.parametrize("address", [SHEET, "/figures/here/2023-Q2/", "/figures/here/2023-04/"])
def test_the_whole_document_takes_few_queries(
    reader: Client, centre: Place, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    for number in range(3):
        home = builders.home(centre, f"home-{number}")
        builders.stay(centre, builders.child(centre), builders.bed(home), on=date(2023, 2, 1))
        builders.service(centre)
    with django_assert_max_num_queries(48):
        reader.get(address)


def test_of_a_year_that_has_not_begun_nothing_is_recorded_not_even_a_zero(reader: Client, centre: Place) -> None:
    shown = reader.get("/figures/here/2999/").content.decode()
    assert ("not recorded" in shown, 'class="fig"' in shown) == (True, False)


def test_tables_of_different_chapters_have_different_names(reader: Client, centre: Place) -> None:
    shown = reader.get(SHEET).content.decode()
    names = re.findall(r'role="region" aria-label="([^"]*)"', shown)
    assert len(names) == len(set(names))
