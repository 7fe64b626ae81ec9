"""Help stands beside the page that it explains, and leads to the chapter where scripts are off."""

from __future__ import annotations

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import ASSISTANT, COORDINATOR
from tests.journeys.installation import DESK, overflow, sign_in

BESIDE = "#help details[open]"
ASK = "() => axe.run('#help', {resultTypes: ['violations']}).then(found => found.violations.map(one => one.id))"


def open_help(page: Page, account: str, address: str) -> None:
    sign_in(page, account, PASSWORD)
    page.goto(address)
    page.locator(".g-help").click()
    expect(page.locator(BESIDE)).to_be_visible()


def test_help_opens_beside_the_page_and_leaves_the_page_as_it_was(page: Page) -> None:
    open_help(page, COORDINATOR, "/homes/")
    expect(page.locator("#help summary")).to_be_focused()
    expect(page.locator("#help")).to_contain_text("Skubus apgyvendinimas nestabdomas")
    expect(page).to_have_url(re.compile("/homes/$"))
    expect(page.locator("main h1")).to_be_visible()


def test_escape_closes_help_and_the_menu_and_gives_the_focus_back(page: Page) -> None:
    open_help(page, COORDINATOR, "/homes/")
    expect(page.locator("#help summary")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(BESIDE)).to_have_count(0)
    expect(page.locator(".g-help")).to_be_focused()
    page.locator(".g-user summary").click()
    expect(page.locator(".g-user__menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".g-user__menu")).to_be_hidden()
    expect(page.locator(".g-user summary")).to_be_focused()


def test_that_something_is_new_is_said_until_it_was_read(page: Page) -> None:
    sign_in(page, ASSISTANT, PASSWORD)
    page.goto("/guide/news/")
    page.goto("/homes/")
    expect(page.locator(".g-new")).to_have_count(0)


def test_nobody_who_listens_stumbles_over_help(page: Page) -> None:
    open_help(page, COORDINATOR, "/homes/")
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(ASK) == []


def test_help_folds_away_on_a_telephone(phone: Page) -> None:
    open_help(phone, ASSISTANT, "/homes/")
    assert overflow(phone) <= 0
    phone.locator("#help-title").click()
    expect(phone.locator(BESIDE)).to_have_count(0)


def test_without_scripts_help_leads_to_the_chapter(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport=DESK, locale="lt-LT", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, COORDINATOR, PASSWORD)
    page.goto("/services/new/")
    page.locator(".g-help").click()
    expect(page).to_have_url(re.compile("/guide/coordinator/#service$"))
    expect(page.locator("h2#service")).to_be_visible()
    context.close()
