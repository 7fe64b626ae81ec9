"""A municipal clerk goes from a report that has not come to the institution's figure, and to its records, where nobody is named."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import CLERK
from tests.journeys.installation import sign_in

CHILDREN = "homes.children-at-closing"


@pytest.mark.parametrize("browser_page", ["page", "without_scripts"])
def test_a_clerk_opens_a_figure_down_to_its_records_and_reads_no_name(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    sign_in(page, CLERK, PASSWORD)
    page.goto("/")
    page.locator("section[aria-labelledby=received] .g-list a").first.click()
    expect(page).to_have_url(re.compile("/figures/alytus-family-centre/"))
    number = page.locator(f"a.fig[href$='/{CHILDREN}/']").first
    shown = number.inner_text()
    number.click()
    if browser_page == "page":  # with scripts the first press says what the number means
        expect(page.locator(".g-pop")).to_be_visible()
        number.click()
    expect(page).to_have_url(re.compile(f"/{CHILDREN}/$"))
    page.locator(f"main a[href$='/{CHILDREN}/records/']").first.click()
    expect(page.locator("caption")).to_contain_text(re.sub(r"\D", "", shown))
    expect(page.locator("tbody tr")).to_have_count(int(re.sub(r"\D", "", shown)))
    expect(page.locator("tbody a[href^='/people/']")).to_have_count(0)  # the municipality keeps no file on these children
    expect(page.get_by_role("button", name="Taisyti")).to_have_count(0)
