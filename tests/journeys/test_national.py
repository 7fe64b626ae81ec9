"""A national officer looks for a child under guardianship, reads the file, asks for the code, and it is written down who asked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import NATIONAL
from tests.journeys.installation import sign_in

CODE = re.compile("^rodyti")


def with_a_code(page: Page) -> str:
    """The name of a child in the list whose personal code is recorded."""
    for address in [str(link.get_attribute("href")) for link in page.locator("main tbody th a").all()]:
        page.goto(address)
        if page.get_by_role("button", name=CODE).count():
            return page.locator("h1").inner_text()
    raise LookupError("no child with a personal code")


@pytest.mark.parametrize("browser_page", ["page", "without_scripts"])
def test_an_officer_finds_a_ward_by_name_and_reads_the_code(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    sign_in(page, NATIONAL, PASSWORD)
    page.goto("/people/?who=children")
    name = with_a_code(page)
    page.goto("/")
    page.locator("header input[type=search]").fill(name)
    page.locator("header input[type=search]").press("Enter")
    page.locator("#people").get_by_role("link", name=name).first.click()
    expect(page.locator("h1")).to_have_text(name)
    page.get_by_role("button", name=CODE).click()
    expect(page.locator(".g-id .g-num")).to_have_text(re.compile(r"^\d{11}$"))


@pytest.mark.parametrize("browser_page", ["page", "without_scripts"])
def test_an_officer_sees_that_something_was_not_recorded_and_by_whom(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    sign_in(page, NATIONAL, PASSWORD)
    page.goto("/figures/national-service/2024/")
    expect(page.locator(".g-note", has_text="Pušyno šeimos centras")).to_be_visible()
