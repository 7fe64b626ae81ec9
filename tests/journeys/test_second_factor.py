"""Codes from an app, spare codes, and passkeys, as somebody sets them up and signs in with them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.factors import code_of, give_a_finger, set_codes_up
from tests.journeys.inside import without_factors
from tests.journeys.installation import overflow, sign_in

WORKER = "gytis@globa.example"


@pytest.fixture(autouse=True)
def as_it_was(site: str) -> Iterator[None]:
    """The other journeys sign in by the password alone."""
    yield
    without_factors(WORKER)


def a_new_code(secret: str, used: str) -> str:
    """Each is accepted once: wait for the next."""
    while (code := code_of(secret)) == used:
        time.sleep(1)
    return code


def set_up_codes(page: Page) -> tuple[str, str]:
    """Return the secret, and the code of now, which may have been used."""
    secret = set_codes_up(page)
    expect(page.locator(".g-codes li")).to_have_count(10)
    return secret, code_of(secret)


def sign_out(page: Page) -> None:
    page.context.clear_cookies()


def test_codes_are_set_up_and_asked_for_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    sign_in(page, WORKER, PASSWORD)
    secret, used = set_up_codes(page)
    sign_out(page)
    sign_in(page, WORKER, PASSWORD)
    expect(page.locator("h1")).to_have_text("Antrasis veiksnys")
    page.locator("#id_code").fill("000000")
    page.locator("main").get_by_role("button", name="Prisijungti", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("Šis kodas neteisingas")
    page.locator("#id_code").fill(a_new_code(secret, used))
    page.locator("main").get_by_role("button", name="Prisijungti", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Gyti")


def test_a_spare_code_lets_in_once(page: Page) -> None:
    sign_in(page, WORKER, PASSWORD)
    set_up_codes(page)
    spare = page.locator(".g-codes li").first.inner_text().strip()
    for times, heading in ((1, "Gyti"), (2, "Antrasis veiksnys")):
        sign_out(page)
        sign_in(page, WORKER, PASSWORD)
        page.locator("#id_code").fill(spare)
        page.locator("main").get_by_role("button", name="Prisijungti", exact=True).click()
        expect(page.locator("h1"), f"time {times}").to_contain_text(heading)


def test_a_passkey_is_added_signs_in_alone_is_renamed_and_removed(page: Page) -> None:
    give_a_finger(page)
    sign_in(page, WORKER, PASSWORD)
    page.goto("/accounts/2fa/webauthn/add/")
    page.locator("#id_name").fill("Darbo kompiuteris")
    page.get_by_role("button", name="Pridėti").click()
    expect(page.locator(".g-codes li")).to_have_count(10)
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Prisijungti prieigos raktu").click()
    expect(page.locator("h1")).to_contain_text("Gyti")
    page.goto("/accounts/2fa/webauthn/")
    expect(page.locator("main")).to_contain_text("Darbo kompiuteris")
    page.get_by_role("link", name="Pervadinti: Darbo kompiuteris").click()
    if "reauthenticate" in page.url:
        page.locator("#id_password").fill(PASSWORD)
        page.locator("main button.govuk-button").click()
    page.locator("#id_name").fill("Namų kompiuteris")
    page.get_by_role("button", name="Išsaugoti pavadinimą").click()
    expect(page.locator("main")).to_contain_text("Namų kompiuteris")
    page.locator("main a[href$='/remove/']").click()
    page.locator("main button.govuk-button").click()
    expect(page.locator("main")).to_contain_text("Prieigos raktų dar nėra.")


def test_the_pages_of_the_second_factor_fit_a_telephone(phone: Page) -> None:
    sign_in(phone, WORKER, PASSWORD)
    for address in ("/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/", "/accounts/2fa/webauthn/add/"):
        answer = phone.goto(address)
        assert answer is not None
        assert (answer.status, overflow(phone) <= 0) == (200, True), address
