"""Coming in, going out, and reading in the other language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import ACCOUNTS, PASSWORD, Account
from tests.journeys.installation import overflow, sign_in

COORDINATOR = "migle@globa.example"


def test_whoever_came_by_a_link_is_led_there_after_signing_in(page: Page) -> None:
    page.goto("/homes/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
    page.locator("#id_login").fill(COORDINATOR)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main button.govuk-button").first.click()
    expect(page).to_have_url(re.compile("/homes/$"))


def test_a_worker_is_greeted_by_name_and_goes_out_again(page: Page) -> None:
    sign_in(page, COORDINATOR, PASSWORD)
    expect(page.locator("h1")).to_contain_text("Migle")
    expect(page.locator(".g-org")).to_contain_text("Alytaus")
    page.get_by_text("Miglė Gedvilaitė").first.click()
    page.locator(".g-user__menu").get_by_role("button", name="Atsijungti").click()
    page.goto("/people/")
    expect(page).to_have_url(re.compile("/accounts/login/"))


def test_the_language_is_kept_from_page_to_page(page: Page) -> None:
    sign_in(page, COORDINATOR, PASSWORD)
    page.get_by_role("button", name="EN English").click()
    page.goto("/people/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_contain_text("in care today")
    page.get_by_role("button", name="LT Lietuvių").click()
    expect(page.locator("h1")).to_contain_text("globojam")


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.role)
def test_every_role_finds_its_first_page_and_its_menu_whole(phone: Page, account: Account) -> None:
    sign_in(phone, account.email, PASSWORD)
    expect(phone.locator("h1")).to_be_visible()
    menu = {str(link.get_attribute("href")) for link in phone.locator("nav.g-nav a").all()}
    for address in sorted({"/", *menu}):
        answer = phone.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert overflow(phone) <= 0, address


def test_a_clerk_is_not_offered_what_a_clerk_may_not_do(page: Page) -> None:
    sign_in(page, "saule@globa.example", PASSWORD)
    expect(page.get_by_role("link", name="Įrašyti paslaugą")).to_have_count(0)
    answer = page.goto("/services/new/")
    assert answer is not None
    assert answer.status == 404
