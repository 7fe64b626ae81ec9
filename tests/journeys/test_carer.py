"""A carer sees the children with her, writes to the centre from her telephone, also without scripts, and reads the answer."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import CARER, PASSWORD
from globa.vocabulary.calendar import today
from tests.journeys.finding import COORDINATOR, HEAD
from tests.journeys.installation import sign_in

MESSAGE = "Ar galite atvykti trečiadienį?"
ANSWER = "Taip, dešimtą valandą."


@pytest.mark.parametrize("browser_page", ["phone", "without_scripts"])
def test_a_carer_writes_and_the_coordinator_answers(browser_page: str, page: Page, request: pytest.FixtureRequest) -> None:
    phone: Page = request.getfixturevalue(browser_page)
    sign_in(phone, CARER, PASSWORD)
    phone.goto("/mine/")
    expect(phone.locator("section[aria-labelledby=with-me] li")).not_to_have_count(0)
    expect(phone.locator("section[aria-labelledby=calendar] li")).not_to_have_count(0)
    phone.locator("#id_write-letter").fill(MESSAGE)
    phone.locator("section[aria-labelledby=messages] button[type=submit]").click()
    expect(phone.locator(".g-thread")).to_contain_text(MESSAGE)

    sign_in(page, COORDINATOR, PASSWORD)
    page.goto("/carers/")
    page.locator("tbody th a").first.click()
    expect(page.locator(".g-thread")).to_contain_text(MESSAGE)
    page.locator("#id_reply-letter").fill(ANSWER)
    page.locator("section[aria-labelledby=messages] button[type=submit]").click()

    phone.goto("/mine/")
    expect(phone.locator(".g-thread")).to_contain_text(ANSWER)


def ask(page: Page, sentence: str) -> None:
    """The head asks, until the day after tomorrow: it is the question that closes first."""
    sign_in(page, HEAD, PASSWORD)
    page.goto("/carers/satisfaction/")
    page.locator("#id_ask-sentence").fill(sentence)
    closes = today() + timedelta(days=2)
    for number, part in enumerate((closes.year, closes.month, closes.day)):
        page.locator(f"#id_ask-closes_on_{number}").fill(str(part))
    page.locator("form:has([value=ask]) button").click()
    expect(page.locator("main")).to_contain_text(sentence)


def test_a_carer_answers_a_question_once_without_scripts(page: Page, without_scripts: Page) -> None:
    sentence, carer = f"Ar centras jums padeda? {uuid4()}", without_scripts
    ask(page, sentence)
    sign_in(carer, CARER, PASSWORD)
    carer.goto("/mine/")
    expect(carer.locator("#question")).to_have_text(sentence)
    carer.locator("section[aria-labelledby=question] label").nth(3).click()
    carer.locator("section[aria-labelledby=question] button[type=submit]").click()
    expect(carer.locator("main")).not_to_contain_text(sentence)


def test_a_carer_comes_nowhere_else(page: Page) -> None:
    sign_in(page, CARER, PASSWORD)
    for address in ("/carers/", "/enquiries/", "/people/", "/reports/", "/figures/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404, address
