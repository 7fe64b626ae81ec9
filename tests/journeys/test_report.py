"""From a consultation that is recorded to a report that is signed, exported, and explained when a record changes later."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

DIRECTOR, COORDINATOR = "ausra@globa.example", "migle@globa.example"
FIGURE = "foster-centre.coordinator-services"
TEXT = "homes.children"


def head(page: Page) -> Page:
    sign_in(page, DIRECTOR, PASSWORD)
    return page


def a_report(page: Page, year: str, form: str = "activity") -> str:
    """Begin the report of a year, or open the one that is there; its address."""
    page.goto("/reports/")
    there = page.locator("tbody tr", has_text=f"-{year}-A").get_by_role("link", name=re.compile(f"^{year} metų veiklos"))
    if there.count():
        there.first.click()
    else:
        page.locator("main details summary").last.click()
        page.locator(f"details input[value={form}] + label").click()
        page.locator("#id_year").select_option(year)
        page.locator("details form .govuk-button").click()
    expect(page.locator("h1")).to_contain_text(year)
    return page.url.partition("#")[0]


def button(page: Page, name: str) -> Locator:
    return page.locator("main").get_by_role("button", name=name, exact=True)


def record_a_consultation(page: Page) -> str:
    """As the coordinator; the address of the record."""
    sign_in(page, COORDINATOR, PASSWORD)
    page.goto("/homes/")
    name = page.locator("section:has-text('globotojai') .g-list a").first.inner_text()
    page.goto("/services/new/")
    page.locator("#id_find").press_sequentially(name, delay=10)
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.locator("label[for^=id_minutes]", has_text="45").click()
    page.keyboard.press("Control+Enter")
    status = page.get_by_role("status")
    expect(status).to_contain_text("45 min.")
    return str(status.locator("a").first.get_attribute("href"))


def number_of(page: Page, figure: str) -> int:
    return int(re.sub(r"\D", "", page.locator(f'a.fig[href$="/figures/{figure}/"]').first.inner_text()))


def test_from_a_consultation_to_a_signed_report_and_the_difference_later(page: Page) -> None:
    service = record_a_consultation(page)
    page.context.clear_cookies()
    head(page)
    page.goto(service)
    year = re.search(r"AL-(\d{4})-", page.locator("h1").inner_text() + page.locator("main").inner_text())
    assert year is not None
    report = a_report(page, year[1])
    counted = number_of(page, FIGURE)

    # A number typed by hand is noticed; it is replaced by the living one.
    page.goto(f"{report}texts/{TEXT}/")
    page.locator("#id_text").fill("Metų pabaigoje bendruomeniniuose namuose gyveno 4300 vaikų.")
    button(page, "Rašyti").click()
    expect(page.locator(".fig--hand.fig--bad")).to_contain_text("4300")
    expect(page.locator("#checks .g-check__eq").first).to_contain_text("4300")
    page.locator(".g-note--bad button").first.click()
    expect(page.locator(".fig--bad")).to_have_count(0)

    # Read, tick, sign.
    page.locator("aside .govuk-button").first.click()
    page.locator("label[for=id_confirm]").click()
    button(page, "Pasirašyti").click()
    expect(page.locator("aside h2").first).to_contain_text("Pasirašyta")
    assert number_of(page, FIGURE) == counted

    # A file of it.
    page.locator(".g-downloads button", has_text="Word").click()
    expect(page.locator("h1")).to_contain_text("Failas", timeout=90_000)
    with page.expect_download(timeout=90_000) as waiting:
        page.locator("main a.govuk-button").click(timeout=90_000)
    assert waiting.value.suggested_filename.endswith(".docx")

    # Whoever withdraws the record is told; afterwards the report says what differs, by which record and why.
    page.goto(f"{service.rstrip('/')}/withdraw/")
    expect(page.locator(".g-note--warn:visible")).to_contain_text("pasirašyta")
    page.locator("#id_reason").fill("Įrašyta ne tai šeimai.")
    page.locator("main .govuk-button--warning").click()
    page.goto(report)
    assert number_of(page, FIGURE) == counted
    page.goto(f"{report}differences/")
    expect(page.locator("main")).to_contain_text("Įrašyta ne tai šeimai.")
    expect(page.locator("main")).to_contain_text("Aušra Vaišnorienė")
    page.goto(f"{report}figures/{FIGURE}/")
    expect(page.locator("h1")).to_contain_text(re.compile(str(counted)[-3:]))


def test_without_scripts_a_figure_is_put_into_a_text(without_scripts: Page) -> None:
    page = head(without_scripts)
    report = a_report(page, "2022")
    page.goto(f"{report}texts/{TEXT}/")
    page.locator("#id_text").fill("Atvyko {} vaikų.")
    page.locator("#id_find").fill("atvykimai")
    button(page, "Ieškoti").click()
    page.locator("#found button[name=insert]").first.click()
    expect(page.locator("#id_text")).to_have_value(re.compile(r"^Atvyko \{[a-z.:-]+\} vaikų\.$"))
    button(page, "Rašyti").click()
    expect(page.locator(f"[id='b-{TEXT}'] a.fig")).to_have_count(1)


def test_a_mistyped_reference_is_refused_and_the_words_stay(page: Page) -> None:
    report = a_report(head(page), "2022")
    page.goto(f"{report}texts/{TEXT}/")
    page.locator("#id_text").fill("Atvyko {homes.arivals} vaikų.")
    button(page, "Rašyti").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.locator("#id_text")).to_have_value("Atvyko {homes.arivals} vaikų.")


def test_a_number_of_the_document_unfolds_its_definition(page: Page) -> None:
    a_report(head(page), "2022")
    number = page.locator("article a.fig[data-unfolds]").first
    number.click()
    expect(page.locator(".g-pop")).to_be_visible()


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_of_reports_scrolls_sideways_on_a_telephone(phone: Page, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 700})
    report = a_report(head(phone), "2022")
    wide = {}
    for address in ("/reports/", report, f"{report}sign/", f"{report}texts/{TEXT}/", f"{report}figures/homes.children-at-closing/"):
        phone.goto(address)
        wide[address] = overflow(phone)
    assert {address: by for address, by in wide.items() if by > 0} == {}
