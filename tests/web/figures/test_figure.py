"""One figure opened, and the definition that unfolds below a number."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.vocabulary.source import Source
from globa.web.figures.wording import source_said
from tests import builders
from tests.builders import Place

SERVICES = "/figures/here/2023/foster-centre.coordinator-services/"
RESIDENTS = "/figures/here/2023/homes.children-at-closing/"


def page(reader: Client, address: str, **headers: str) -> str:
    return reader.get(address, headers=headers).content.decode()


def test_the_heading_says_what_was_found(reader: Client, centre: Place) -> None:
    builders.stay(centre, on=date(2023, 2, 1))
    assert '<h1 class="g-h1">1\u00a0child in community homes at the end</h1>' in page(reader, RESIDENTS)


def test_only_the_definition_unfolds_below_a_number(reader: Client, centre: Place) -> None:
    builders.service(centre)
    unfolded = page(reader, SERVICES, **{"HX-Request": "true"})
    assert (unfolded.startswith('<div class="g-pop"'), "<html" in unfolded, "Open 1 record<" in unfolded) == (True, False, True)


def test_a_page_and_its_fragment_are_kept_apart_by_caches(reader: Client) -> None:
    assert "HX-Request" in reader.get(SERVICES).headers["Vary"]


def test_the_rows_are_said_in_words(reader: Client) -> None:
    assert "<li>role of the worker: foster coordinator</li>" in page(reader, SERVICES)


@pytest.mark.parametrize(
    ("point", "said"),
    [("II.2", "Reports of other foster centres, II.2"), ("part on staff", "Reports of other foster centres, part on staff"),
     ("cases", "Reports of other foster centres")],
)  # fmt: skip
def test_a_place_in_a_document_is_said_as_far_as_a_reader_understands_it(point: str, said: str) -> None:
    assert source_said(Source("Reports of other foster centres", point)) == said


def test_the_same_rows_stand_in_times_hours_and_people(reader: Client, centre: Place) -> None:
    builders.service(centre, builders.child(centre, "Jonas"), builders.child(centre, "Petras"), minutes=90)
    chips = page(reader, SERVICES).split('class="g-units"')[1].split("</ul>")[0]
    assert [words in chips for words in ("1\u00a0time", "1.5\u00a0hour", "2\u00a0persons")] == [True] * 3


def test_a_breakdown_names_its_parts_and_says_that_they_make_the_whole(reader: Client, centre: Place) -> None:
    home = builders.home(centre, beds=2)
    for name, sex in (("1", "female"), ("2", "male")):
        builders.stay(centre, builders.child(centre, sex=sex), builders.bed(home, name), on=date(2023, 2, 1))
    shown = page(reader, RESIDENTS)
    part = '<a class="fig" href="/figures/here/2023/homes.children-at-closing/records/?sex=female">1</a>'
    verdict = '<span class="grow">Sex</span><span class="end"><strong class="g-tag">=\u00a02</strong>'
    assert (part in shown, verdict in shown) == (True, True)


def test_persons_in_several_parts_are_not_added(reader: Client, centre: Place) -> None:
    child = builders.child(centre)
    builders.service(centre, child, role="foster_coordinator")
    builders.service(centre, child, role="psychologist")
    shown = page(reader, "/figures/here/2023/foster-centre.children-helped/")
    assert "the parts are not added" in shown.split('id="by-provider_role"')[1].split("</section>")[0]


def test_a_year_that_is_not_recorded_is_a_gap_in_the_trend(reader: Client, centre: Place) -> None:
    builders.service(centre)
    years = page(reader, SERVICES).split("<figcaption>Over the years")[1].split("</table>")[0]
    assert "? not recorded" in years.split("2021</th>")[1].split("</tr>")[0]


def test_the_equation_of_a_balance_stands_beside_the_figure(reader: Client, centre: Place) -> None:
    builders.stay(centre, on=date(2023, 2, 1))
    rail = page(reader, RESIDENTS).split("Does it agree")[1]
    assert [words in rail for words in ("Arrivals in community homes", "Departures from community homes", "agrees")] == [True] * 3


def test_a_month_without_anything_is_zero_beside_one_with_something(reader: Client, centre: Place) -> None:
    builders.service(centre, on=date(2023, 5, 10))
    months = page(reader, SERVICES).split("<figcaption>By month")[1].split("</details>")[0]
    assert (months.count('<th scope="row">'), months.count("?month=2023-05") > 0) == (12, True)


def test_an_unknown_figure_is_refused_with_the_nearest_one(reader: Client) -> None:
    answer = reader.get("/figures/here/2023/homes.arrival/")
    assert (answer.status_code, "Did you mean “homes.arrivals”?" in answer.content.decode()) == (422, True)


def test_before_it_was_defined_a_figure_says_so(reader: Client) -> None:
    assert "The definition holds since" in page(reader, "/figures/here/2001/foster-centre.coordinator-services/")


@pytest.mark.parametrize(
    "address", [SERVICES, RESIDENTS, "/figures/here/2023/occupancy.occupied-share/", "/figures/here/2023/budget.spending/"]
)
def test_an_opened_figure_takes_few_queries(
    reader: Client, centre: Place, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    builders.stay(centre, on=date(2023, 2, 1))
    builders.service(centre)
    with django_assert_max_num_queries(36):
        assert reader.get(address).status_code == 200
