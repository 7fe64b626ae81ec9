"""An accountant brings the table of a year's budget, decides what is doubtful, books it, sees the table, closes the year and is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

ACCOUNTANT, HEAD = "nojus@globa.example", "ausra@globa.example"
TABLE = """Sąmatos straipsnis\t{year} METAI (kasinės išlaidos)\t\t\t
\tKlasifikacija\tSavivaldybės lėšos (15101)\tES projekto lėšos\tIš viso
Darbo užmokestis\t211111\t1.000,00\t27.471,4\t28.471,44
Komunalinės paslaugos\t22111.20\t300,00\t\t300,00
Šildymas\t22111.20 A\t200,00\t\t200,00
Elektra\t22111.20 B\t100,00\t\t100,00
IŠ VISO\t\t1.300,00\t27.471,4\t28.771,44
"""


def empty_year(page: Page) -> int:
    """Of which the ledger holds nothing, whatever was brought before."""
    for year in range(1996, 2015):
        page.goto(f"/money/execution/?year={year}")
        if not page.locator("main tbody tr").count():
            return year
    raise LookupError("every year has entries")


def brought(page: Page, folder: Path) -> int:
    """The table of an empty year, read; returned is the year."""
    sign_in(page, ACCOUNTANT, PASSWORD)
    year = empty_year(page)
    file = folder / "samata.txt"
    file.write_text(TABLE.format(year=year), encoding="utf-8")
    page.goto("/money/import/")
    page.locator("#id_file").set_input_files(str(file))
    page.locator("main form .govuk-button").click()
    expect(page.locator("input[name=carried]")).to_be_attached(timeout=60_000)
    return year


def answered(page: Page) -> None:
    """Both columns are asked about: no treasury code of that year is listed in the demonstration."""
    page.locator("#source-1").select_option(label="Savivaldybės biudžeto lėšos (15101)")
    page.locator("#source-2").select_option(label="ES projekto lėšos")


def booked(page: Page) -> None:
    answered(page)
    page.locator("button[name=book]").click()
    expect(page.locator("main h1")).to_contain_text("samata.txt", timeout=60_000)


def test_a_table_is_decided_booked_seen_and_closed(page: Page, tmp_path: Path) -> None:
    year = brought(page, tmp_path)
    expect(page.locator("#doubts")).to_contain_text("2")
    page.locator("#cut-1").fill("99,00")
    answered(page)
    page.locator("button[name=book]").click()
    expect(page.locator("main .govuk-error-message").first).to_be_visible(timeout=60_000)
    page.locator("#cut-1").fill("27 471,44")
    booked(page)
    page.goto(f"/money/execution/?year={year}")
    expect(page.locator("main tfoot td").last).to_have_text("28 771,44")
    page.locator("main tbody tr", has_text="22111.20").first.locator("a").last.click()
    expect(page.locator("main tbody tr")).to_have_count(2)
    page.goto("/money/periods/")
    page.locator("#id_close-period").select_option(str(year))
    page.locator("main form .govuk-button").last.click()
    expect(page.locator("#closed + .g-list")).to_contain_text(str(year))
    page.goto(f"/money/?year={year}")
    page.locator("main tbody th a").first.click()
    page.locator("main .g-more summary").last.click()
    page.locator("#id_withdraw-reason").fill("Per klaidą")
    page.locator("main details[open] .govuk-button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()


def test_a_file_is_taken_back_whole_and_may_come_again(page: Page, tmp_path: Path) -> None:
    year = brought(page, tmp_path)
    booked(page)
    page.locator("main .g-more summary").click()
    page.locator("#id_take_back-reason").fill("Ne tie metai")
    page.locator("main details[open] .govuk-button").click()
    expect(page.locator("main h1 .g-tag--brick")).to_be_visible()
    page.goto(f"/money/execution/?year={year}")
    expect(page.locator("main tbody tr")).to_have_count(0)


def test_the_budget_of_2023_comes_out_to_the_cent_and_opens(page: Page) -> None:
    sign_in(page, HEAD, PASSWORD)
    page.goto("/money/execution/?year=2023")
    expect(page.locator("main tfoot td").last).to_have_text("1 356 326,61")
    page.locator("main tbody tr", has_text="22111.20").first.locator("a").last.click()
    expect(page.locator("main h1")).to_contain_text("19 070,57")


@pytest.mark.parametrize(
    "address",
    ["/money/?year=2023", "/money/execution/?year=2023", "/money/periods/", "/money/import/", "/money/new/", "/money/lines/?year=2023"],
)
def test_the_ledger_fits_a_telephone(address: str, phone: Page) -> None:
    sign_in(phone, ACCOUNTANT, PASSWORD)
    phone.goto(address)
    expect(phone.locator("main h1")).to_be_visible()
    assert overflow(phone) <= 0
