"""A clerk brings the plan of a year from a Word document, decides what is doubtful, accepts it, sees its amounts, and takes it back."""

from __future__ import annotations

import re
from pathlib import Path

from docx import Document
from playwright.sync_api import Locator, Page, expect

from globa.demonstration.accounts import PASSWORD
from tests import documents
from tests.journeys.installation import overflow, sign_in

CLERK = "ramune@globa.example"
SAMPLE = Path(documents.__file__).with_name("samples") / "visaginas-goals-1-2.docx"
YEAR, ANOTHER_YEAR = "2017", "2016"
SPACE = "[\\s\N{NO-BREAK SPACE}]"


def amount(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text).replace("\\ ", SPACE))


def of_year(year: str, folder: Path) -> Path:
    """The report on a plan of 2023 as one of another year, which the demonstration has no plan of."""
    word = Document(str(SAMPLE))
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    for paragraph in (*word.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
        for run in (one for one in paragraph.runs if "2023" in one.text):
            run.text = run.text.replace("2023", year)
    file = folder / f"Planas {year}.docx"
    word.save(str(file))
    return file


def bring(page: Page, year: str, file: Path) -> None:
    page.goto("/plans/import/")
    page.locator("#id_year").fill(year)
    page.locator("#id_file").set_input_files(str(file))
    page.locator("main form .govuk-button").click()


def doubt(page: Page, words: str, number: int = 0) -> Locator:
    return page.locator("li.g-check", has_text=words).nth(number)


def decide(page: Page, one: Locator) -> None:
    """The answer stands where the form was."""
    answered = page.locator(f"#{one.get_attribute('id')} .g-answered")
    one.locator("form button").click()
    expect(answered).to_be_visible()


def choose(one: Locator, choice: str) -> None:
    field = one.locator(f"input[value={choice}]")
    one.locator(f"label[for='{field.get_attribute('id')}']").click()


def take_the_misprint(page: Page) -> None:
    """A misprinted total is taken as it was likely meant; it stands beside the cell as it is printed."""
    misprint = doubt(page, "123 00,00")
    expect(misprint.locator("blockquote")).to_contain_text("114 800,00 savivaldybės biudžeto lėšos")
    choose(misprint, "take")
    decide(page, misprint)


def keep_two_lines(page: Page) -> None:
    """Amounts side by side are two lines."""
    together = page.locator("li.g-check", has=page.locator("input[value=join]"))
    choose(together, "as_read")
    decide(page, together)


def say_amount(page: Page, one: Locator, text: str) -> None:
    one.locator("input[name$='-amount']").fill(text)
    decide(page, one)


def leave_the_other_unknown(page: Page) -> None:
    second = page.locator("li.g-check", has=page.locator("select[name$='-missing']"))
    choose(second, "leave")
    second.locator("select").select_option("unknown")
    decide(page, second)


def confirm_the_sure_numbers(page: Page) -> None:
    page.locator("aside a[href$='/results/']").click()
    page.locator("main form .govuk-button").click()
    expect(page.locator(".g-note--ok")).to_be_visible()
    page.locator(".g-crumb a").last.click()


def put_away(page: Page) -> None:
    page.locator("aside details", has=page.locator("form[action$='/put-away/']")).locator("summary").click()
    page.locator("form[action$='/put-away/'] button").click()
    expect(page.locator("#id_file")).to_be_visible()


def test_a_plan_comes_from_a_document_and_goes_back_whole(without_scripts: Page, tmp_path: Path) -> None:
    page = without_scripts
    sign_in(page, CLERK, PASSWORD)
    bring(page, YEAR, of_year(YEAR, tmp_path))
    expect(page.locator("#decide")).to_be_visible(timeout=60_000)
    expect(page.locator("form[action$='/accept/']")).to_have_count(0)

    take_the_misprint(page)
    keep_two_lines(page)
    # Of two dashes one is known; what is no amount stays in its box.
    first = doubt(page, "iš Vaikų socializacijos programos")
    choose(first, "type")
    first.locator("input[name$='-amount']").fill("dešimt")
    first.locator("form button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    first = page.locator("li.g-check", has=page.locator(".govuk-error-message"))
    expect(first.locator("input[name$='-amount']")).to_have_value("dešimt")
    say_amount(page, first, "2 000,00")
    leave_the_other_unknown(page)
    confirm_the_sure_numbers(page)

    # Accepted: the plan has its amounts to the cent.
    page.locator("form[action$='/accept/'] button").click()
    document = page.url
    page.locator("main a.govuk-button[href^='/plans/']").click()
    expect(page.locator("main")).to_contain_text(amount("2 129 543,79"))
    expect(page.locator("main")).to_contain_text(amount("1 636 341,93"))

    # And taken back, with a reason.
    page.goto(document)
    page.locator("#id_reason").fill("Ne tų metų dokumentas")
    page.locator("form[action$='/undo/'] button").click()
    expect(page.locator("form[action$='/undo/']")).to_have_count(0)
    expect(page.locator(".g-note--ok")).to_be_visible()


def test_on_a_telephone_nothing_stands_beside_the_screen_and_decisions_wait(phone: Page, tmp_path: Path) -> None:
    sign_in(phone, CLERK, PASSWORD)
    bring(phone, ANOTHER_YEAR, of_year(ANOTHER_YEAR, tmp_path))
    expect(phone.locator("#decide")).to_be_visible(timeout=60_000)
    address = phone.url
    misprint = doubt(phone, "123 00,00")
    choose(misprint, "take")
    decide(phone, misprint)
    phone.goto("/plans/")
    phone.goto(address)
    expect(doubt(phone, "123 00,00").locator(".g-answered")).to_be_visible()
    for part in ("", "bodies/", "results/", "results/1/", "original/"):
        phone.goto(f"{address}{part}")
        assert overflow(phone) == 0, part
    phone.goto(address)
    put_away(phone)


def test_a_picture_and_somebody_else_s_plan_are_refused_in_words(page: Page, tmp_path: Path) -> None:
    picture, other = tmp_path / "nuotrauka.jpg", tmp_path / "Alytus.txt"
    picture.write_bytes(bytes.fromhex("ffd8ffe000104a46494600") * 20)
    head = "Priemonės\tLėšos eurais\tVykdytojai\tLaukiamas rezultatas\n1.1.1. globoti\t5,00 ES lėšos\tCentras\tBus."
    other.write_text(f"Alytaus miesto savivaldybės {YEAR} metų socialinių paslaugų planas\n\n{head}\n", encoding="utf-8")
    sign_in(page, CLERK, PASSWORD)
    for file, said in ((picture, ""), (other, "Alytaus miesto savivaldyb")):
        bring(page, YEAR, file)
        expect(page.locator(".g-card[role=status] .g-note")).to_contain_text(said, timeout=60_000)
        page.locator("form[action$='/put-away/'] button").click()
        expect(page.locator("#id_file")).to_be_visible()
