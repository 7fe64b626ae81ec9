"""Whoever works with Globa follows every link: each leads somewhere, and what stands there is Lithuanian."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from globa.demonstration.accounts import ACCOUNTS, CARER
from tests.journeys.walking import Met, leads_to, walked
from tests.journeys.words import english_in

EVERYBODY = ("", *(account.email for account in ACCOUNTS), CARER)
ANSWERED = (200, 422)
"""A page, or a question asked empty, which says what it lacks."""
NAMES = {"Visaginas family and child welfare centre"}
"""What an institution is called in English is recorded of it, and shown as recorded."""
WRITTEN = " ".join((Path(__file__).parents[1] / "documents" / "samples" / "visaginas-goals-1-2.txt").read_text(encoding="utf-8").split())
"""Whoever wrote the brought document wrote amounts in a way of their own; its sentences are shown as they were written."""
BEGINNING = 40


@pytest.fixture(scope="module")
def met(site: str) -> list[Met]:
    return [one for account in EVERYBODY for one in walked(site, account)]


def test_no_page_shows_a_link_that_its_reader_may_not_open(met: list[Met]) -> None:
    assert [str(one) for one in met if one.status not in ANSWERED] == []


def test_everybody_comes_further_than_the_first_page(met: list[Met]) -> None:
    assert {account for account in EVERYBODY if sum(one.account == account for one in met) < 8} == set()


def test_no_page_has_an_english_sentence_for_a_lithuanian_reader(met: list[Met]) -> None:
    found = {text: str(one) for one in met if one.page is not None for text in english_in(one.page) if not is_recorded(text)}
    assert found == {}


def is_recorded(text: str) -> bool:
    return text in NAMES or (len(text) > BEGINNING and text[:BEGINNING] in WRITTEN)


def test_english_is_noticed_where_it_stands() -> None:
    page = html.document_fromstring(
        "<h1>People</h1><p>Iš viso EUR 5</p><p>3 May</p><b title='Sign in'>x</b><i lang=en>the</i><p>homes.at-of</p>"
    )
    assert list(english_in(page)) == ["People", "Iš viso EUR 5", "3 May", "Sign in"]


def test_a_question_is_a_link_and_a_page_of_others_is_none() -> None:
    page = html.document_fromstring(
        "<a href='b/?c=1#d'>x</a><a href='https://e-tar.lt/'>x</a><form method=post action='/j/'></form>"
        "<form action='/f/'><input name=g value=h><input type=checkbox name=i></form>"
    )
    assert list(leads_to(page, "/a/")) == ["/a/b/?c=1", "/f/?g=h"]
