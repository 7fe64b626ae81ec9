"""An institution gives its reports its own look in Word: from the shipped template to a file with its heading."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from playwright.sync_api import Locator, Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

DIRECTOR = "ausra@globa.example"
HEADING = "Vardų miesto globos namų raštas"


def downloaded(page: Page, link: Locator, into: Path) -> Path:
    with page.expect_download(timeout=90_000) as waiting:
        link.click()
    waiting.value.save_as(into)
    return into


def with_heading(shipped: Path, text: str) -> Path:
    document = Document(str(shipped))
    document.paragraphs[0].insert_paragraph_before(text)
    own = shipped.with_name("raštas.docx")
    document.save(str(own))
    return own


def texts(file: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(file)).paragraphs]


def add(page: Page, file: Path) -> None:
    page.goto("/reports/templates/add/occupancy/")
    page.locator("#id_file").set_input_files(str(file))
    page.locator("main form .govuk-button").click()


def a_table(page: Page) -> None:
    """Begin the occupancy table of a day."""
    page.goto("/reports/new/occupancy/")
    for part, number in (("year", "2024"), ("month", "3"), ("day", "15")):
        page.locator(f"[name=day_{part}]").fill(number)
    page.locator("main form .govuk-button").click()
    expect(page.locator("h1")).to_contain_text("2024\xa0m. kovo 15\xa0d.")


def test_a_head_changes_the_shipped_template_and_exports_a_report_with_it(page: Page, tmp_path: Path) -> None:
    sign_in(page, DIRECTOR, PASSWORD)
    page.goto("/reports/")
    page.locator("a[href='/reports/templates/']").click()
    shipped = downloaded(page, page.locator("a[href$='/templates/shipped/']"), tmp_path / "shipped.docx")

    # Tried, looked at, taken into use.
    add(page, with_heading(shipped, HEADING))
    expect(page.locator("a[href$='/sample/']")).to_be_visible(timeout=90_000)
    sample = downloaded(page, page.locator("a[href$='/sample/']"), tmp_path / "sample.docx")
    assert texts(sample)[0] == HEADING
    page.locator("main form .govuk-button").click()
    expect(page.locator("main tbody")).to_contain_text("raštas.docx")

    # A report's Word file has the heading.
    a_table(page)
    page.locator(".g-downloads button", has_text="Word").click()
    ready = page.locator("main a.govuk-button")
    expect(ready).to_be_visible(timeout=90_000)
    assert HEADING in texts(downloaded(page, ready, tmp_path / "report.docx"))

    # Put away with its reason.
    page.goto("/reports/templates/")
    page.locator("main tbody tr", has_text="raštas.docx").locator("a[href$='/put-away/']").click()
    page.locator("#id_reason").fill("Grįžtame prie bendro šablono.")
    page.locator("main form .govuk-button").click()
    expect(page.locator("main")).to_contain_text("Grįžtame prie bendro šablono.")


def test_a_hostile_template_is_refused_in_words_on_its_page(page: Page, tmp_path: Path) -> None:
    sign_in(page, DIRECTOR, PASSWORD)
    document = Document()
    document.add_paragraph("{{ title.__class__.__mro__ }}")
    document.save(str(tmp_path / "hostile.docx"))
    add(page, tmp_path / "hostile.docx")
    expect(page.locator(".govuk-error-message")).to_contain_text("__class__", timeout=90_000)


def test_the_pages_do_not_scroll_sideways_on_a_telephone(phone: Page) -> None:
    sign_in(phone, DIRECTOR, PASSWORD)
    for address in ("/reports/templates/", "/reports/templates/add/all/", "/reports/new/occupancy/"):
        phone.goto(address)
        assert overflow(phone) == 0, address
