"""A signed report later: its evidence, what differs, who is told, and the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.care import stays
from globa.casework import services
from globa.reports.exports.asked import Export
from globa.reports.keeping.reports import Report, write
from tests import builders
from tests.builders import Place
from tests.web.reports.conftest import PLACE

Signing = Callable[[], HttpResponse]
SERVICES = "foster-centre.coordinator-services"


def test_a_signed_figure_opens_its_frozen_rows_also_when_the_record_was_withdrawn(
    director: Client, here: Place, report: Report, sign: Signing
) -> None:
    service = builders.service(here)
    sign()
    services.withdraw(service=service, by=here.worker, reason="Twice")
    page = director.get(f"/reports/{report.pk}/figures/{SERVICES}/").content.decode()
    assert (f"/records/casework.service/{service.pk}/" in page, "changed ↻" in page, "Records 1–1 of 1" in page) == (True, True, True)


def test_a_living_figure_of_a_draft_opens_its_rows(director: Client, here: Place, report: Report) -> None:
    stay = builders.stay(here, builders.child(here, "Jonas", family_name="Jonaitis"), on=date(2023, 2, 1))
    page = director.get(f"/reports/{report.pk}/figures/homes.children-at-closing/").content.decode()
    assert (f"/records/care.stay/{stay.pk}/" in page, "Jonas Jonaitis" in page) == (True, True)


def test_below_a_number_only_its_definition_unfolds(director: Client, report: Report) -> None:
    page = director.get(f"/reports/{report.pk}/figures/{SERVICES}/", headers={"HX-Request": "true"}).content.decode()
    assert ("g-pop" in page, "<html" in page) == (True, False)


def test_a_part_of_two_dimensions_opens_too(director: Client, here: Place, report: Report) -> None:
    address = f"/reports/{report.pk}/figures/budget.spending%5Bmain_item=211111,source=15101%5D/"
    assert director.get(address).status_code == 200


def test_a_figure_that_is_none_is_not_found(director: Client, report: Report, sign: Signing) -> None:
    before = director.get(f"/reports/{report.pk}/figures/no.such/").status_code
    sign()
    assert (before, director.get(f"/reports/{report.pk}/figures/no.such/").status_code) == (404, 404)


def test_what_differs_is_said_with_record_who_and_why(director: Client, here: Place, report: Report, sign: Signing) -> None:
    service = builders.service(here)
    sign()
    assert "is the same today" in director.get(f"/reports/{report.pk}/differences/").content.decode()
    services.withdraw(service=service, by=here.worker, reason="Recorded twice")
    page = director.get(f"/reports/{report.pk}/differences/").content.decode()
    told = [service.shown_number in page, "Recorded twice" in page, str(here.worker) in page, "not today" in page]
    assert told == [True] * 4
    assert "fig--moved" in director.get(f"/reports/{report.pk}/?today").content.decode()
    assert "fig--moved" not in director.get(f"/reports/{report.pk}/").content.decode()


def test_the_second_clock_counts_by_what_was_known(director: Client, here: Place, report: Report) -> None:
    builders.service(here)
    address = f"/reports/{report.pk}/figures/{SERVICES}/?known_year=2024&known_month=1&known_day=15"
    page = director.get(address).content.decode()
    assert ("As known on 2024-01-15: 0" in page, "became known later" in page) == (True, True)
    assert director.get(address.replace("known_month=1", "known_month=13")).status_code == 422


def test_whoever_corrects_or_withdraws_is_told_which_report_counts_the_record(
    director: Client, here: Place, report: Report, sign: Signing
) -> None:
    service, stay = builders.service(here), builders.stay(here, on=date(2023, 2, 1))
    pages = [f"/services/{service.pk}/withdraw/", f"/services/{service.pk}/correct/", f"/records/care.stay/{stay.pk}/correct/"]
    before = [f"The report {report}" in director.get(page).content.decode() for page in pages]
    sign()
    assert before == [False] * 3
    assert [
        f"The report {report} is signed, and this record is counted in it" in director.get(page).content.decode() for page in pages
    ] == [True] * 3


def test_a_stay_that_was_corrected_says_which_day_is_another(director: Client, here: Place, report: Report, sign: Signing) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    sign()
    stays.correct(stay=stay, by=here.worker, reason="The paper says otherwise", during=(date(2022, 12, 1), None))
    page = director.get(f"/reports/{report.pk}/differences/").content.decode()
    assert ("2023-02-01" in page, "2022-12-01" in page, "The paper says otherwise" in page) == (True, True, True)


def test_a_file_is_asked_for_and_waits_for_its_maker(director: Client, report: Report) -> None:
    answer = director.post(f"/reports/{report.pk}/export/docx/")
    export = Export.objects.get()
    assert answer.headers["Location"] == f"/reports/{report.pk}/exports/{export.pk}/"
    assert "The file is being made" in director.get(answer.headers["Location"]).content.decode()
    assert director.get(f"{answer.headers['Location']}file/").status_code == 404


def test_a_signed_document_takes_few_statements(
    director: Client, here: Place, report: Report, sign: Signing, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    builders.service(here)
    sign()
    with django_assert_max_num_queries(15):
        assert director.get(f"/reports/{report.pk}/").status_code == 200


def test_the_page_of_a_figure_says_where_it_stands_and_what_contradicts_it(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    write(report=report, place=PLACE, text="Metų pabaigoje bendruomeniniuose namuose gyveno 43 vaikai.", by=here.worker)
    page = director.get(f"/reports/{report.pk}/figures/homes.children-at-closing/").content.decode()
    agreement = page.split('id="r3"')[1].split("</section>")[0]
    assert ("≠\N{NO-BREAK SPACE}43" in agreement, "=\N{NO-BREAK SPACE}1" in agreement) == (True, True)


@pytest.mark.parametrize("page", ["?today=1", "differences/"])
def test_what_differs_takes_a_statement_a_fact_table_however_much_differs(
    director: Client, here: Place, report: Report, sign: Signing, django_assert_max_num_queries: DjangoAssertNumQueries, page: str
) -> None:
    given = [builders.service(here) for _number in range(3)]
    stay = builders.stay(here, on=date(2023, 2, 1))
    sign()
    for service in given:
        services.withdraw(service=service, by=here.worker, reason="Twice")
    stays.correct(stay=stay, by=here.worker, reason="The paper says otherwise", during=(date(2022, 12, 1), None))
    director.get(f"/reports/{report.pk}/{page}")
    with django_assert_max_num_queries(45):
        assert director.get(f"/reports/{report.pk}/{page}").status_code == 200
