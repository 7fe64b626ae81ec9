"""An enquiry is sent without an account, once, by a person, and not too often."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from pytest_django import Settings

from globa.casework.recruitment.enquiries import Enquiry
from globa.web.outside import asking
from tests.builders import Place
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db
PAGE = "/en/here/enquiry/"


@pytest.fixture(autouse=True)
def _time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "A_BLINK", timedelta(seconds=-1))


def form_of(public: Client) -> str:
    return str(public.get(PAGE).context["form"]["form"].value())


def said(public: Client, **details: str) -> dict[str, str]:
    form = {"about": "guardian", "asker": "Rasa", "phone": "+370 600 11111", "website": "", "form": form_of(public)}
    return form | details


def enquiries(as_owner: Stepping) -> list[Enquiry]:
    with as_owner():
        return list(Enquiry.objects.order_by("number"))


def test_an_enquiry_leads_to_the_thanks_and_is_recorded_once(public: Client, as_owner: Stepping) -> None:
    sent = said(public, message="When may I come?")
    for _time in range(2):
        answer = public.post(PAGE, sent)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/en/here/thanks/")
    assert [(one.asker, one.question, one.language) for one in enquiries(as_owner)] == [("Rasa", "When may I come?", "en")]
    assert b"within 3 working days" in public.get("/en/here/thanks/").content


def test_no_cookie_is_set(public: Client) -> None:
    public.post(PAGE, said(public))
    assert public.cookies == {}


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"phone": ""}, "somewhere to answer"),
        ({"asker": ""}, "how to address you"),
        ({"about": "x"}, "what it is about"),
        ({"email": "rasa"}, "no e-mail address"),
        ({"website": "http://x"}, "there for programs"),
        ({"form": "x"}, "came back changed"),
        ({"message": "a" * 3001}, "3000"),
    ],
)
def test_what_cannot_be_taken_keeps_what_was_typed(public: Client, as_owner: Stepping, details: dict[str, str], sentence: str) -> None:
    answer = public.post(PAGE, said(public) | {"town": "Alytus"} | details)
    page = answer.content.decode()
    assert (answer.status_code, sentence in page, 'value="Alytus"' in page) == (422, True, True)
    assert enquiries(as_owner) == []


def test_a_form_that_came_back_changed_can_be_sent_again(public: Client, as_owner: Stepping) -> None:
    refused = public.post(PAGE, said(public, form="x"))
    assert public.post(PAGE, said(public, form=refused.context["form"]["form"].value())).status_code == 302


def test_a_form_of_another_centre_is_not_taken(public: Client) -> None:
    from globa.journal.keys import new_key

    assert public.post(PAGE, said(public, form=asking._signed(new_key(), "elsewhere"))).status_code == 422


def test_what_is_sent_in_a_blink_is_asked_for_again(public: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "A_BLINK", timedelta(seconds=60))
    assert b"quicker than anybody reads" in public.post(PAGE, said(public)).content


def test_the_sixth_in_an_hour_is_told_to_call(public: Client) -> None:
    answers = [public.post(PAGE, said(public)) for _time in range(6)]
    assert [one.status_code for one in answers] == [302] * 5 + [429]
    assert b"+370 315 00000" in answers[-1].content


def test_too_much_is_not_read(public: Client) -> None:
    assert public.post(PAGE, said(public, message="a" * 50_000)).status_code == 400


def test_a_file_is_not_taken(public: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent: dict[str, Any] = said(public) | {"file": SimpleUploadedFile("x.txt", b"x")}
    assert public.post(PAGE, sent).status_code == 400


def test_a_page_asks_one_table_once(public: Client, django_assert_num_queries: Any) -> None:
    for page in ("/lt/", "/lt/here/", PAGE, "/lt/here/thanks/"):
        with django_assert_num_queries(1):
            assert public.get(page).status_code == 200


@pytest.mark.parametrize("page", ["/lt/elsewhere/", "/lt/elsewhere/enquiry/", "/people/", "/accounts/login/", "/static/../x", "/de/here/"])
def test_there_is_nothing_else(public: Client, page: str) -> None:
    answer = public.get(page)
    assert answer.status_code == 404
    assert "Content-Security-Policy" in answer.headers


def test_the_first_address_leads_to_the_lithuanian_list(public: Client) -> None:
    assert public.get("/").headers["Location"] == "/lt/"
    assert b"Here" in public.get("/lt/").content


def test_a_page_in_english_says_which_parts_are_in_lithuanian(public: Client) -> None:
    page = public.get("/en/here/").content.decode()
    assert "We are a foster centre." in page
    assert '<div class="g-said" lang="lt">' in page


def test_senders_are_told_apart_by_their_network_and_nobody_is_named(settings: Settings) -> None:
    settings.GLOBA_PROXIES = 1
    asks = RequestFactory()
    addresses = ["9.9.9.9, 10.0.0.1", "8.8.8.8, 10.0.0.1", "10.0.0.2", "2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"]
    senders = [asking.sender_of(asks.get("/", headers={"X-Forwarded-For": address})) for address in addresses]
    assert (senders[0], senders[3]) == (senders[1], senders[4])
    assert len(set(senders)) == 4
    assert {len(one) for one in senders} == {64}


def test_the_knock_keeps_no_address(public: Client, as_owner: Stepping, here: Place) -> None:
    public.post(PAGE, said(public))
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT sender FROM publication_knock")
        assert [len(row[0]) for row in cursor.fetchall()] == [64]
