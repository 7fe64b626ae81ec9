"""A coordinator asks for a file that another institution keeps; its head refuses with a reason, and the coordinator reads it."""

from __future__ import annotations

from secrets import token_hex

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.finding import HEAD, NEIGHBOUR, Places

WHY_NOT = f"Su vaiku dirbame mes; skambinkite mūsų koordinatorei ({{}}, {token_hex(3)})."


@pytest.mark.parametrize("browser_page", ["page", "without_scripts"])
def test_a_file_is_asked_for_and_refused_in_words(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    why_not = WHY_NOT.format(browser_page)
    places = Places(page)
    places.seen_as(HEAD, places.question)
    page.locator("label[for=id_answer-opens_1]").click()
    page.locator("section[aria-labelledby=answer] button[type=submit]").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()  # a refusal says why
    page.locator("#id_answer-words").fill(why_not)
    page.locator("section[aria-labelledby=answer] button[type=submit]").click()
    expect(page.locator("section[aria-labelledby=answer]")).to_contain_text(why_not)
    places.seen_as(NEIGHBOUR, "/people/asked/")
    expect(page.locator("main .g-list > li", has_text=why_not)).to_have_count(1)
    assert page.locator("main").inner_text().count("Alytaus") == 0  # who keeps the file is not said
