"""From a number to what it means, to its records, to one of them, and back with a correction."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

CENTRE = "/figures/alytus-family-centre/2023/"
CARERS = f"{CENTRE}foster-centre.children-with-on-duty-carers/"
PAGES = [CENTRE, CARERS, f"{CARERS}records/", f"{CENTRE}foster-centre.coordinator-services/records/", f"{CENTRE}budget.spending/"]


def head(page: Page) -> Page:
    sign_in(page, "ausra@globa.example", PASSWORD)
    return page


def test_a_number_unfolds_and_opens_down_to_one_record(page: Page) -> None:
    head(page).goto(CENTRE)
    number = page.locator(f'a.fig[data-unfolds="{CARERS}"]').first
    number.click()
    expect(page.locator(".g-pop")).to_contain_text("23 vaikai pas budinčius globotojus")
    number.click()
    expect(page).to_have_url(re.compile(re.escape(CARERS)))
    page.get_by_role("link", name=re.compile("26 įraš")).click()
    expect(page.locator("caption")).to_contain_text("26")
    page.locator('a[href^="/records/care.stay/"]').first.click()
    expect(page.get_by_role("heading", name="Istorija")).to_be_visible()


def test_without_scripts_a_number_is_a_page(without_scripts: Page) -> None:
    head(without_scripts).goto(CENTRE)
    without_scripts.locator(f'a.fig[href="{CARERS}"]').first.click()
    expect(without_scripts.locator("h1")).to_have_text(re.compile("23.vaikai pas budinčius globotojus"))


def test_a_part_of_a_figure_opens_its_own_records(page: Page) -> None:
    head(page).goto(CARERS)
    page.locator("#by-sex a.fig").first.click()
    expect(page.locator("h1")).to_contain_text("14")
    assert page.locator("tbody tr").count() >= 14


def test_another_period_is_chosen_without_scripts(without_scripts: Page) -> None:
    head(without_scripts).goto(CENTRE)
    without_scripts.locator("#period").select_option("2023-Q2")
    without_scripts.locator("aside form button").click()
    expect(without_scripts).to_have_url(re.compile("/2023-Q2/$"))


def test_a_correction_stands_in_the_history_with_who_and_why(page: Page) -> None:
    head(page).goto(f"{CENTRE}homes.children-served/records/")
    page.locator('a[href^="/records/care.stay/"]').first.click()
    page.get_by_role("link", name="Taisyti").click()
    origin = page.locator("#id_origin")
    origin.select_option("other_institution" if origin.input_value() != "other_institution" else "other")
    page.locator("#id_reason").fill("Nutartyje parašyta kitaip")
    page.locator("main form button").click()
    history = page.locator(".g-history > li").first
    expect(history).to_contain_text("Aušra Vaišnorienė")
    expect(history).to_contain_text("Nutartyje parašyta kitaip")


def test_a_correction_without_a_reason_keeps_what_was_typed(without_scripts: Page) -> None:
    head(without_scripts).goto(f"{CENTRE}homes.children-served/records/")
    without_scripts.locator('a[href^="/records/care.stay/"]').first.click()
    without_scripts.get_by_role("link", name="Taisyti").click()
    without_scripts.locator("#id_began_on_0").fill("2010")
    without_scripts.locator("main form button").click()
    expect(without_scripts.locator("#id_began_on_0")).to_have_value("2010")
    expect(without_scripts.locator(".govuk-error-summary")).to_contain_text("kodėl")


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_of_figures_scrolls_sideways_on_a_telephone(phone: Page, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 640})
    head(phone)
    wide = {}
    for address in PAGES:
        phone.goto(address)
        wide[address] = overflow(phone)
    phone.locator('main a[href*="/records/"]').first.click()
    wide["a record"] = overflow(phone)
    assert {address: by for address, by in wide.items() if by > 0} == {}


def test_the_content_policy_is_broken_by_no_page_of_figures(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    head(page)
    for address in PAGES:
        page.goto(address)
    assert said == []
