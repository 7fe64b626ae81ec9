"""A carer sees the children with her, writes to the centre from her telephone, also without scripts, and reads the answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import CARER, PASSWORD
from tests.journeys.finding import COORDINATOR
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


def test_a_carer_answers_a_question_once_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    sign_in(page, CARER, PASSWORD)
    page.goto("/mine/")
    page.locator("section[aria-labelledby=question] label").nth(3).click()
    page.locator("section[aria-labelledby=question] button[type=submit]").click()
    expect(page.locator("section[aria-labelledby=question]")).to_have_count(0)


def test_a_carer_comes_nowhere_else(page: Page) -> None:
    sign_in(page, CARER, PASSWORD)
    for address in ("/carers/", "/enquiries/", "/people/", "/reports/", "/figures/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404, address
