"""At night a child is brought: registered with what is known and given a bed, with scripts and without."""

from __future__ import annotations

import re
from random import choices

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import COORDINATOR
from tests.journeys.installation import sign_in


@pytest.mark.parametrize("browser_page", ["phone", "without_scripts"])
def test_a_child_brought_at_night_has_a_file_and_a_bed(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    family = "".join(choices("abdegiklmnoprstuvz", k=9)).capitalize()
    sign_in(page, COORDINATOR, PASSWORD)
    page.goto("/")
    page.locator("section[aria-labelledby=tonight]").scroll_into_view_if_needed()
    page.goto("/people/new/")
    page.locator(".g-stick button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()  # at least how the child is called
    page.locator("#id_given_name").fill("Nojus")
    page.locator("#id_family_name").fill(family)
    page.locator("label[for=id_purpose_0]").click()
    page.locator(".g-stick button").click()
    expect(page.locator("h1")).to_have_text(f"Nojus {family}")
    page.locator("main a[href$='/admit/']").first.click()
    page.locator("#id_place label", has_text=re.compile("^Lova")).first.click()
    page.locator("#id_origin").select_option("parents")
    page.locator(".g-stick button").click()
    expect(page.locator(".g-id")).to_contain_text("namai")
