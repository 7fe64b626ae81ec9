"""The first page of each role, walked from: what is late is opened, a number leads to its list, the head reads the plan."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from globa.web.paging import LONG
from tests.journeys.installation import overflow, sign_in


def enter(page: Page, who: str) -> None:
    sign_in(page, f"{who}@globa.example", PASSWORD)
    page.goto("/")


def test_a_coordinator_goes_from_what_is_late_to_the_file_and_from_a_number_to_its_list(page: Page) -> None:
    enter(page, "migle")
    page.locator("section[aria-labelledby=due] a[href='/today/due/']").click()
    page.locator("main .g-list a[href^='/people/']").first.click()
    expect(page).to_have_url(re.compile(r"/people/[0-9a-f-]{36}/"))
    page.goto("/")
    number = page.locator("a[href='/today/quiet/']")
    shown = int(number.inner_text())
    number.click()
    expect(page.locator("h1")).to_contain_text(str(shown))
    expect(page.locator("main .g-list > li")).to_have_count(min(shown, LONG))


def test_a_home_worker_records_a_service_and_sees_it_in_the_week(page: Page) -> None:
    enter(page, "gytis")
    counted = page.locator("main .g-stat").first.locator(".g-stat__n")
    before = int(re.sub(r"\D", "", counted.inner_text()))
    page.goto("/people/?who=children")
    child = page.locator("main tbody th a").first.inner_text()
    page.goto("/services/new/")
    page.locator("#id_find").press_sequentially(child, delay=10)
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_be_visible()
    page.goto("/")
    assert int(re.sub(r"\D", "", counted.inner_text())) == before + 1


def test_a_home_worker_records_a_service_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    enter(page, "gytis")
    page.goto("/people/?who=children")
    child = page.locator("main tbody th a").first.inner_text()
    page.goto("/services/new/")
    page.locator("#id_find").fill(child)
    page.locator("#id_find").press("Enter")
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.get_by_role("button", name="Įrašyti", exact=True).last.click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"AL-\d{4}-\d+"))
    page.goto("/services/")
    expect(page.locator("main tbody")).to_contain_text(child)


def test_a_head_reads_the_year_against_its_plan_and_opens_the_figure_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    enter(page, "ausra")
    expect(page.locator("h1")).to_contain_text("metai baigti")
    aims = page.locator("section[aria-labelledby=aims] tbody tr")
    expect(aims.filter(has_text="globėjų šeimas").locator(".g-tag")).to_be_visible()
    aims.first.locator("a.fig").click()
    expect(page).to_have_url(re.compile(r"/figures/.*/homes\.children-at-closing/"))


def test_the_national_service_sees_whose_report_has_not_come(page: Page) -> None:
    enter(page, "vejune")
    received = page.locator("section[aria-labelledby=received]")
    expect(received).to_contain_text("Alytaus miesto šeimos centras")
    received.locator(".g-list a").first.click()
    expect(page).to_have_url(re.compile(r"/figures/"))


@pytest.mark.parametrize("who", ["migle", "juste", "gytis", "ausra", "vejune", "saule", "nojus", "elze", "kostas", "ugne"])
def test_on_a_telephone_nothing_is_wider_than_the_page(phone: Page, who: str) -> None:
    enter(phone, who)
    expect(phone.locator("h1")).to_be_visible()
    assert overflow(phone) <= 0
