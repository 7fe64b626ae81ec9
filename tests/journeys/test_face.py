"""The face itself: signing in, both languages, no sideways scrolling, numbers that unfold."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

ANYBODY = "migle@globa.example"


def test_a_stranger_is_asked_to_sign_in_and_told_plainly_when_it_fails(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("El. paštas").fill("nobody@example.lt")
    page.get_by_label("Slaptažodis").fill("not the password")
    page.get_by_role("button", name="Prisijungti", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Neprisijungta")
    expect(page.get_by_label("El. paštas")).to_have_value("nobody@example.lt")


def test_the_language_is_changed_without_scripts(without_scripts: Page) -> None:
    without_scripts.goto("/accounts/login/")
    without_scripts.get_by_role("button", name="EN English").click()
    expect(without_scripts.locator("h1")).to_have_text("Sign in")


@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/password/reset/", "/kit", "/nowhere"])
def test_no_page_scrolls_sideways_on_a_small_telephone(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    if address == "/kit":
        sign_in(phone, ANYBODY, PASSWORD)
    phone.goto(address)
    assert overflow(phone) <= 0


def test_the_first_press_on_a_number_unfolds_it_and_the_second_opens_its_records(page: Page) -> None:
    sign_in(page, ANYBODY, PASSWORD)
    page.goto("/kit")
    number = page.get_by_role("link", name="33 vaikai")
    number.click()
    expect(page.locator(".g-pop")).to_be_visible()
    expect(number).to_have_attribute("aria-expanded", "true")
    number.click()
    expect(page).to_have_url(re.compile("#n$"))


def test_a_number_without_scripts_is_a_link_to_its_records(without_scripts: Page) -> None:
    sign_in(without_scripts, ANYBODY, PASSWORD)
    without_scripts.goto("/kit")
    without_scripts.get_by_role("link", name="33 vaikai").click()
    expect(without_scripts).to_have_url(re.compile("#n$"))


def test_the_content_policy_is_broken_by_nothing(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    sign_in(page, ANYBODY, PASSWORD)
    page.goto("/kit")
    page.get_by_role("link", name="33 vaikai").click()
    page.locator(".g-pop").wait_for()
    assert said == []
