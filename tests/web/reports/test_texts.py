"""Writing a text of a report."""

from __future__ import annotations

from datetime import date

from django.test import Client

from globa.reports.forms import read
from globa.reports.keeping.reports import Report, start, write
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import Place
from tests.web.reports.conftest import PLACE


def address(report: Report) -> str:
    return f"/reports/{report.pk}/texts/{PLACE}/"


def test_a_text_is_written_and_shown(director: Client, report: Report) -> None:
    answer = director.post(address(report), {"text": "Gyveno daug.\r\nIšvyko {homes.departures}.", "save": "yes"})
    assert answer.headers["Location"] == f"/reports/{report.pk}/#b-{PLACE}"
    assert report.texts.get().text == "Gyveno daug.\nIšvyko {homes.departures}."
    assert "Gyveno daug." in director.get(f"/reports/{report.pk}/").content.decode()


def test_an_unknown_reference_is_refused_and_nothing_typed_is_lost(director: Client, report: Report) -> None:
    answer = director.post(address(report), {"text": "Gyveno {homes.arivals}.", "save": "yes"})
    page = answer.content.decode()
    assert (answer.status_code, report.texts.count(), "Gyveno {homes.arivals}." in page) == (422, 0, True)
    assert "homes.arrivals" in page.split("data-takes-focus")[1]


def test_a_figure_is_found_by_words_with_its_value(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    page = director.post(address(report), {"text": "Atvyko.", "find": "arrivals in community homes", "search": "yes"}).content.decode()
    assert ('value="{homes.arrivals:unit}"' in page, "Atvyko." in page, report.texts.count()) == (True, True, 0)


def test_without_scripts_a_chosen_figure_goes_where_the_mark_is(director: Client, report: Report) -> None:
    page = director.post(address(report), {"text": "Atvyko {} vaikų.", "insert": "{homes.arrivals}"})
    assert page.context["form"]["text"].value() == "Atvyko {homes.arrivals} vaikų."
    assert report.texts.count() == 0


def test_parts_of_a_figure_are_offered_too(director: Client, here: Place, report: Report) -> None:
    builders.stay(here, builders.child(here, sex="female"), on=date(2023, 2, 1))
    page = director.post(address(report), {"text": "", "parts": "homes.children-at-closing:sex"}).content.decode()
    assert 'value="{homes.children-at-closing[sex=female]}"' in page


def test_the_forms_own_text_is_taken_back(director: Client, report: Report) -> None:
    director.post(address(report), {"text": "Kitaip.", "save": "yes"})
    assert "Let the form" in director.get(address(report)).content.decode()
    director.post(address(report), {"text": "Kitaip.", "take-back": "yes"})
    assert report.texts.get().text.startswith("Metų pradžioje bendruomeniniuose namuose gyveno {homes.children-at-opening:unit}")


def test_a_place_that_the_form_does_not_have_is_not_found(director: Client, report: Report) -> None:
    assert director.get(f"/reports/{report.pk}/texts/nowhere/").status_code == 404
    assert director.post(f"/reports/{report.pk}/texts/nowhere/", {"text": "x", "save": "yes"}).status_code == 404


def test_what_changed_since_last_year_is_shown_word_by_word(director: Client, here: Place, report: Report) -> None:
    earlier = start(organisation=here.organisation, form=read("activity", 2022), period=Period.year(2022), by=here.worker)
    write(report=earlier, place=PLACE, text="Gyveno mažai vaikų.", by=here.worker)
    write(report=report, place=PLACE, text="Gyveno daug vaikų.", by=here.worker)
    changed = director.get(address(report)).content.decode().split('id="ch"')[1].split("</section>")[0]
    assert ("<del>mažai</del>" in changed, "<ins>daug</ins>" in changed) == (True, True)
