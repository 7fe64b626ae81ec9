"""One box on every page: a person by another form of the family name and with a slip, a figure by its words, all by the keyboard."""

from __future__ import annotations

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

FAULTS = "() => axe.run({resultTypes: ['violations']}).then(found => found.violations.map(one => one.id))"


def a_person(page: Page) -> tuple[str, str]:
    """Somebody of a family whose name has several forms: address and name."""
    page.goto("/people/")
    page.locator("main #find").fill("kazlauskas")
    page.locator("main #find").press("Enter")
    expect(page.locator("h1")).to_contain_text("kazlauskas")
    assert "kazlauskas" not in page.url
    link = page.locator("main tbody th a").first
    return link.get_attribute("href") or "", link.inner_text()


def mistyped(name: str) -> str:
    """The family name as a man has it, first, without its marks and with two letters in each other's place."""
    return f"kazlasukas {name.split()[0].lower()}"


def test_a_coordinator_finds_a_person_and_a_figure_by_the_keyboard_alone(page: Page) -> None:
    sign_in(page, "migle@globa.example", PASSWORD)
    address, name = a_person(page)
    page.goto("/services/")
    page.locator(".g-find input[type=search]").focus()
    page.keyboard.type(mistyped(name))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/find/[\w-]{8}/$"))
    expect(page.locator("#people a").first).to_have_text(name)
    page.locator("#people a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{address}$"))
    page.go_back()
    expect(page.locator("#people a").first).to_have_text(name)
    page.locator("#find").fill("globojami vaikai")
    page.keyboard.press("Enter")
    expect(page.locator("#figures")).to_contain_text("globojami vaikai")
    page.context.add_init_script(AXE_SCRIPT)
    page.reload()
    assert page.evaluate(FAULTS) == []


def test_it_is_found_without_scripts_and_told_of_nobody_else(without_scripts: Page) -> None:
    page = without_scripts
    sign_in(page, "skaiste@globa.example", PASSWORD)
    page.locator(".g-find input[type=search]").fill("Matas Vytautas Gedvilas Miglė")
    page.keyboard.press("Enter")
    expect(page.locator("#people")).to_have_count(0)
    expect(page.locator("main .g-note:visible")).to_have_count(1)
    page.locator("#find").fill("žmonės")
    page.keyboard.press("Enter")
    page.locator("#pages a").first.click()
    expect(page).to_have_url(re.compile("/people/$"))


def test_on_a_telephone_the_box_is_under_the_thumb(phone: Page) -> None:
    sign_in(phone, "migle@globa.example", PASSWORD)
    phone.locator(".g-dock a[href='/find/']").tap()
    phone.locator("#find").fill("kazlauskiene")
    phone.locator("#find").press("Enter")
    expect(phone.locator("#people a").first).to_be_visible()
    assert overflow(phone) <= 0
