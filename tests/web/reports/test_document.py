"""The document while it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.registry.accounts.appointments import Role
from globa.reports.keeping.reports import Report, write
from tests import builders
from tests.builders import Place
from tests.web.reports.conftest import PLACE


def shown(director: Client, report: Report) -> str:
    return director.get(f"/reports/{report.pk}/").content.decode()


def test_a_number_in_a_sentence_leads_to_its_page_in_the_report(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    address = f"/reports/{report.pk}/figures/homes.children-at-closing/"
    assert f'<a class="fig" href="{address}" data-unfolds="{address}">1</a>' in shown(director, report)


def test_the_computed_text_contradicts_nothing(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    page = shown(director, report)
    assert ("fig--bad" in page, "Contradictions" in page, "agree" in page) == (False, False, True)


def test_a_number_typed_by_hand_is_marked_and_both_ways_out_stand_below(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    write(report=report, place=PLACE, text="Metų pabaigoje bendruomeniniuose namuose gyveno 43 vaikai.", by=here.worker)
    page = shown(director, report)
    assert 'class="fig fig--hand fig--bad"' in page
    note = page.split('class="g-note g-note--bad g-noprint"')[1].split("</div>")[0]
    assert ("Put the living figure there" in note, "/explain/?finding=" in note) == (True, True)
    assert "43<i>≠</i>1" in page


def test_a_typed_number_is_replaced_by_the_living_one(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    write(report=report, place=PLACE, text="Metų pabaigoje bendruomeniniuose namuose gyveno 43 vaikai.", by=here.worker)
    mend = director.get(f"/reports/{report.pk}/").context["groups"][0][1][0].mends
    director.post(f"/reports/{report.pk}/replace/", {"mend": mend})
    assert report.texts.get(place=PLACE).text == "Metų pabaigoje bendruomeniniuose namuose gyveno {homes.children-at-closing} vaikai."
    assert "fig--bad" not in shown(director, report)


def test_who_only_reads_is_offered_nothing_to_write(director: Client, report: Report, as_role: Callable[[Role], None]) -> None:
    as_role(Role.CARE_ASSISTANT)
    page = shown(director, report)
    assert ("g-pencil" in page, f"/reports/{report.pk}/replace/" in page) == (False, False)
    assert director.get(f"/reports/{report.pk}/texts/{PLACE}/").status_code == 404


def test_the_document_takes_a_constant_number_of_statements(
    director: Client, here: Place, report: Report, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        home = builders.home(here, f"home-{number}")
        builders.stay(here, builders.child(here), builders.bed(home), on=date(2023, 2, 1))
        builders.service(here)
    # Thirty of the document, the others of the request: its session, its user and its transactions.
    with django_assert_max_num_queries(40):
        assert director.get(f"/reports/{report.pk}/").status_code == 200
