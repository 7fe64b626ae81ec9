"""A head gives a child's file to a colleague by name and takes it back the same day, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import HEAD
from tests.journeys.installation import sign_in

COLLEAGUE = "vaiva@globa.example"
NAME = "Vaiva Žemaitaitytė"


def anew(page: Page, account: str, address: str) -> int:
    page.context.clear_cookies()
    sign_in(page, account, PASSWORD)
    answer = page.goto(address)
    assert answer is not None
    return answer.status


@pytest.mark.parametrize("browser_page", ["page", "without_scripts"])
def test_a_head_assigns_a_colleague_who_reads_the_file_until_it_ends(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    anew(page, HEAD, "/people/?who=children")
    page.locator("main tbody tr:has(a[href^='/homes/alytus-home']) th a").first.click()
    child, file = page.locator("h1").inner_text(), page.url
    page.locator("main a[href$='/working/']").first.click()
    page.locator("#id_assign-worker").select_option(label=f"{NAME}, atestuotas asmuo")
    page.locator("section[aria-labelledby=assigned] button.govuk-button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()  # nothing without a reason
    page.locator("#id_assign-reason").fill("Rengia globėjų šeimą šiam vaikui.")
    page.locator("section[aria-labelledby=assigned] button.govuk-button").click()
    mine = page.locator("section[aria-labelledby=assigned] li", has_text=NAME)
    expect(mine.get_by_role("button")).to_have_count(1)

    assert anew(page, COLLEAGUE, file) == 200
    expect(page.locator("h1")).to_have_text(child)
    anew(page, HEAD, f"{file}working/")
    mine.get_by_role("button").click()
    expect(mine.get_by_role("button")).to_have_count(0)
    assert anew(page, COLLEAGUE, file) == 404
