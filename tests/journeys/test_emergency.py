"""A file opened in an emergency: by an attested person at night, seen on every page, told to the head, reviewed."""

from __future__ import annotations

import re
from secrets import token_hex

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

WHY = f"Vaikas paskambino naktį ir nesako, kur yra; koordinatorė neatsiliepia. ({token_hex(3)})"


def somebody(page: Page) -> tuple[str, str, str, str]:
    """A child in a home, as the head sees them: address, given name, family name, year of birth."""
    sign_in(page, "ausra@globa.example", PASSWORD)
    page.goto("/people/?who=children")
    page.locator("main tbody tr:has(a[href^='/homes/alytus-home']) th a").last.click()
    given, _space, family = page.locator("h1").inner_text().partition(" ")
    born = re.search(r"\((\d{4})-\d\d\)", page.locator(".g-id").inner_text())
    assert born
    return page.url, given, family, born.group(1)


def signed_in_anew(page: Page, account: str) -> None:
    page.context.clear_cookies()
    sign_in(page, f"{account}@globa.example", PASSWORD)


def test_an_attested_person_opens_a_file_in_an_emergency_and_the_head_reviews_it(page: Page) -> None:
    address, given, family, born = somebody(page)
    signed_in_anew(page, "vaiva")
    while page.locator(".g-demo form button").count():  # left open by an earlier walk
        page.locator(".g-demo form button").first.click()
    assert page.goto(address).status == 404  # type: ignore[union-attr]
    page.goto("/people/emergency/")
    page.locator("[name=given_name]").fill(given)
    page.locator("[name=family_name]").fill(family)
    page.locator("[name=born]").fill(born)
    page.locator("[name=reason]").fill("Reikia.")
    page.locator("main form button.govuk-button--warning").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("[name=given_name]")).to_have_value(given)
    page.locator("[name=reason]").fill(WHY)
    page.locator("main form button.govuk-button--warning").click()
    expect(page).to_have_url(address)
    expect(page.locator("h1")).to_have_text(f"{given} {family}")
    page.goto("/services/")
    banner = page.locator(".g-demo", has_text=WHY)
    banner.get_by_role("button").click()
    expect(banner).to_have_count(0)
    assert page.goto(address).status == 404  # type: ignore[union-attr]
    _reviewed_by_the_head(page, given)


def _reviewed_by_the_head(page: Page, given: str) -> None:
    signed_in_anew(page, "ausra")
    page.goto("/")
    page.locator("main a[href='/emergencies/']").first.click()
    row = page.locator("tbody tr", has_text=WHY)
    expect(row).to_contain_text(given)
    row.locator("a[href$='/review/']").click()
    page.locator("[name=is_justified][value=yes] + label").click()
    page.locator("[name=review]").fill("Paskambino į pagalbos liniją, vaikas rastas.")
    page.locator("main form button.govuk-button").click()
    expect(page).to_have_url(re.compile(r"/emergencies/$"))
    expect(page.locator("tbody tr", has_text=WHY).locator("a[href$='/review/']")).to_have_count(0)


def test_the_head_sees_who_looked_at_a_file(page: Page, phone: Page) -> None:
    address, *_named = somebody(page)
    page.goto(f"{address}looks/")
    expect(page.locator("tbody tr").first).to_be_visible()
    sign_in(phone, "ausra@globa.example", PASSWORD)
    for path in ("/looks/", "/emergencies/", "/people/emergency/", f"{address}looks/"):
        phone.goto(path)
        assert overflow(phone) <= 0, path
