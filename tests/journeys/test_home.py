"""Homes: where there is room, who sleeps where, and a year bed by bed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in


def enter(page: Page, address: str) -> None:
    sign_in(page, "migle@globa.example", PASSWORD)
    page.goto(address)


def test_from_the_list_of_places_to_a_home_and_to_a_child(page: Page) -> None:
    enter(page, "/homes/")
    expect(page.locator("h1")).to_contain_text("iš")
    page.get_by_role("link", name="Girios namai").click()
    expect(page.locator("h1")).to_have_text("Girios namai")
    bed = page.locator("a.g-bed b").first
    name = bed.inner_text()
    bed.click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_past_year_shows_the_state_of_its_last_day_and_who_came_and_left(page: Page) -> None:
    enter(page, "/homes/alytus-home-1/?year=2023")
    expect(page.locator("main")).to_contain_text("2023-12-31")
    expect(page.locator("#moves")).to_contain_text("2023")
    page.locator(".g-years").get_by_role("link", name="2022").click()
    expect(page.locator("main")).to_contain_text("2022-12-31")


def test_days_of_care_open_the_stays_that_they_are_counted_from(page: Page) -> None:
    enter(page, "/homes/alytus-home-1/?year=2023")
    days = page.locator(".g-stat").nth(2).locator("a")
    shown = re.sub(r"\D", "", days.inner_text())
    days.click()
    expect(page).to_have_url(re.compile("homes.days-of-care/records/.*dwelling=alytus-home-1"))
    assert shown in re.sub(r"[\s\u00a0]", "", page.locator("main").inner_text())


def test_a_home_that_was_closed_says_so(page: Page) -> None:
    enter(page, "/homes/alytus-home-3/")
    expect(page.locator(".g-tag--brick")).to_be_visible()
    page.goto("/homes/alytus-home-3/?on=2023-03-01")
    expect(page.locator(".g-tag--brick")).to_have_count(0)


def test_another_institutions_home_is_not_there(page: Page) -> None:
    enter(page, "/homes/druskininkai-carer-1/")
    expect(page.locator("h1")).to_contain_text("Tokio puslapio nėra")


def test_a_home_fits_a_telephone(phone: Page) -> None:
    enter(phone, "/homes/alytus-home-2/")
    assert overflow(phone) <= 0
    expect(phone.locator("svg.g-narrow").first).to_be_visible()
    phone.goto("/homes/")
    assert overflow(phone) <= 0
