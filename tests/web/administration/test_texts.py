"""The institution's own texts of new reports, on their pages."""

from __future__ import annotations

from django.test import Client

from globa.reports.keeping.standing import StandingText, keep_standing
from globa.vocabulary.calendar import today
from globa.web.administration.texts import form_now
from tests.builders import Place
from tests.fixtures import Stepping
from tests.web.administration.signing_in import send

PLACE = "homes.children"
PAGE = f"texts/activity/{PLACE}/"


def test_a_text_is_kept_and_begins_new_reports(head: Client) -> None:
    assert send(head, PAGE, "keep", text="Gyveno daug.\r\nIšvyko {homes.departures}.") == (302, f"/administration/{PAGE}")
    assert StandingText.objects.get().text == "Gyveno daug.\nIšvyko {homes.departures}."
    page = head.get(f"/administration/{PAGE}").content.decode()
    assert ("New reports begin with your text" in page, "A text was written for new reports" in page) == (True, True)


def test_the_list_names_every_text_and_marks_the_own_ones(head: Client) -> None:
    send(head, PAGE, "keep", text="Gyveno daug.")
    page = head.get("/administration/texts/").content.decode()
    places = form_now("activity").passages()
    assert [place for place in places if page.count(f'href="/administration/texts/activity/{place}/"') != 1] == []
    assert ("Gyveno daug." in page, page.count("your own</")) == (True, 1)


def test_a_title_of_a_year_or_day_is_said_without_braces(head: Client) -> None:
    titles = [line.title for _name, _code, lines in head.get("/administration/texts/").context["forms"] for line in lines]
    assert [title for title in titles if "{" in title] == []
    assert f"Plan of {today().year + 1}" in titles


def test_a_wrong_figure_is_refused_at_the_text_and_nothing_typed_is_lost(head: Client) -> None:
    status, page = send(head, PAGE, "keep", text="Gyveno {homes.arivals}.")
    assert (status, "Gyveno {homes.arivals}." in page, StandingText.objects.exists()) == (422, True, False)
    assert 'href="#id_keep-text"' in page
    assert "homes.arrivals" in page


def test_no_words_are_refused_at_the_text(head: Client) -> None:
    for nothing in ("", "  "):
        status, page = send(head, PAGE, "keep", text=nothing)
        assert (status, "withdraw yours" in page, 'href="#id_keep-text"' in page) == (422, True, True)


def test_it_is_withdrawn_with_a_reason(head: Client) -> None:
    send(head, PAGE, "keep", text="Gyveno daug.")
    assert send(head, PAGE, "withdraw", reason="")[0] == 422
    assert send(head, PAGE, "withdraw", reason="Order 12")[0] == 302
    page = head.get(f"/administration/{PAGE}").content.decode()
    assert (StandingText.objects.in_force().exists(), "The text was withdrawn: Order 12" in page) == (False, True)
    assert send(head, PAGE, "withdraw", reason="Again")[0] == 404


def test_what_another_institution_keeps_is_not_shown(head: Client, elsewhere: Place, as_owner: Stepping) -> None:
    with as_owner():
        keep_standing(organisation=elsewhere.organisation, form=form_now("activity"), place=PLACE, text="Svetimas.", by=elsewhere.worker)
    assert "Svetimas." not in head.get("/administration/texts/").content.decode() + head.get(f"/administration/{PAGE}").content.decode()


def test_there_is_no_page_of_a_form_or_place_that_is_not_there(head: Client) -> None:
    for page in ("texts/nothing/homes.children/", "texts/activity/nowhere/"):
        assert head.get(f"/administration/{page}").status_code == 404


def test_whoever_administers_nothing_finds_no_texts(client: Client) -> None:
    assert client.get("/administration/texts/").status_code == 404
