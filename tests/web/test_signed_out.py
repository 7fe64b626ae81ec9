"""Whoever was signed out while writing gets the words back; nobody else's words are repeated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.test.utils import override_settings

TYPED = {"note": "Sutarta susitikti <b>mokykloje</b>.", "minutes": "45", "once": "01a1fff0-0645-7a33-8bea-58b41581d453"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> Iterator[Client]:
    with override_settings(LANGUAGE_CODE="en"):
        yield Client(headers={"accept-language": "en"})


def test_what_was_typed_comes_back_when_the_session_has_ended(stranger: Client) -> None:
    answer = stranger.post("/services/new/", TYPED)
    shown = answer.content.decode()
    assert answer.status_code == 403
    assert "Not saved: you had been signed out" in shown
    assert shown.count("<textarea") == 1
    assert "Sutarta susitikti &lt;b&gt;mokykloje&lt;/b&gt;." in shown
    assert "/accounts/login/?next=/services/new/" in shown


def test_keys_choices_numbers_and_secrets_are_not_repeated(stranger: Client) -> None:
    given = {
        "place": "bed:01a1fff0-0645-7a33-8bea-58b41581d453",
        "personal_code": "615 01010003 X",
        "password": "Labai Slaptas",
        "kind": "visit",
    }
    assert "<textarea" not in stranger.post("/services/new/", given).content.decode()


def test_reading_a_page_still_leads_to_signing_in(stranger: Client) -> None:
    assert stranger.get("/services/new/").headers["Location"] == "/accounts/login/?next=/services/new/"


@pytest.mark.parametrize(("site", "times"), [("same-origin", 1), ("cross-site", 0)])
def test_a_form_that_cannot_be_told_apart_returns_only_our_own_words(site: str, times: int) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en", "sec-fetch-site": site})
    answer = strict.post("/accounts/password/reset/", {"email": "Aš pats"})
    assert answer.status_code == 403
    assert answer.content.decode().count("<textarea") == times
