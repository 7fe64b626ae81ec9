"""A clerk drops somebody's report, sees what does not agree in it, answers, and takes the protocol away."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Locator, Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

CLERK, OTHER = "saule@globa.example", "ausra@globa.example"
HOMES = ("Namai", "Vaikai", "Mergaitės", "Berniukai")
CHILDREN = (("Girios namai", 6, 2, 4), ("Rasos namai", 7, 2, 5), ("Vėjo namai", 5, 0, 5), ("Iš viso", 43, 4, 14))
SPENT = (("Dienos centras", "1 000,00"), ("Pagalba namuose", "500,00"), ("Vasaros stovykla", "250,00"), ("Iš viso", "1 850,00"))


def report(file: Path) -> Path:
    """Two tables, and the total of each is wrong."""
    word = Document()
    word.add_heading("Veiklos ataskaita", 1)
    word.add_paragraph("Paslaugos teikiamos trejuose namuose.")
    table(word, "1 lentelė. Vaikai namuose", HOMES, CHILDREN)
    table(word, "2 lentelė. Panaudotos lėšos", ("Veikla", "Panaudota, Eur"), SPENT)
    word.save(str(file))
    return file


def table(word: Document, caption: str, head: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> None:  # type: ignore[valid-type]
    word.add_paragraph(caption)  # type: ignore[attr-defined]
    made = word.add_table(rows=0, cols=len(head))  # type: ignore[attr-defined]
    for number, texts in enumerate((head, *rows)):
        row = made.add_row()
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
        if number == 0:
            row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:tblHeader"), {}))


def drop(page: Page, file: Path) -> str:
    page.goto("/reports/")
    page.locator("main a[href='/checks/']").click()
    page.locator("#id_file").set_input_files(str(file))
    page.locator("main form .govuk-button").click()
    expect(page.locator(".g-sheet--read")).to_be_visible(timeout=60_000)
    return page.url


def status(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer is not None
    return answer.status


def finding(page: Page, words: str) -> Locator:
    return page.locator("li.g-check", has_text=words)


def downloaded(page: Page, link: Locator, into: Path) -> bytes:
    with page.expect_download(timeout=60_000) as waiting:
        link.click()
    waiting.value.save_as(into)
    return into.read_bytes()


def test_a_clerk_checks_a_report_and_downloads_the_protocol(page: Page, tmp_path: Path) -> None:
    sign_in(page, CLERK, PASSWORD)
    drop(page, report(tmp_path / "Ataskaita 2023.docx"))

    # The finding leads to its place in the original, and the place back to the finding.
    children, money = finding(page, "43"), finding(page, "1 850,00")
    expect(children).to_have_count(1)
    expect(money).to_have_count(1)
    place = money.locator("a[href*='#p-']").first
    spot = page.locator(f"[id='{str(place.get_attribute('href')).partition('#')[2]}']")
    expect(spot).to_contain_text("1 850,00")
    expect(spot).to_be_visible()
    assert spot.locator("a.g-mark").first.get_attribute("href") == f"#{money.get_attribute('id')}"

    # One is an error; the other is right, for a reason.
    money.locator("button").first.click()
    expect(finding(page, "1 850,00").locator(".g-answered")).to_be_visible()
    finding(page, "43").locator("a[href*='/answer/']").click()
    page.locator("main form .govuk-button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    page.locator("#id_reason").fill("Kartu su vaikais pas budinčius globotojus")
    page.locator("main form .govuk-button").click()
    expect(finding(page, "43").locator(".g-answered")).to_contain_text("Kartu su vaikais pas budinčius globotojus")

    word = tmp_path / "protokolas.docx"
    downloaded(page, page.locator("a[href$='/protocol/docx/']"), word)
    cells = [cell.text for one in Document(str(word)).tables for row in one.rows for cell in row.cells]
    assert any("Kartu su vaikais pas budinčius globotojus" in text for text in cells)
    assert downloaded(page, page.locator("a[href$='/protocol/pdf/']"), tmp_path / "protokolas.pdf").startswith(b"%PDF")


def test_the_mended_version_keeps_the_answers(page: Page, tmp_path: Path) -> None:
    sign_in(page, CLERK, PASSWORD)
    file = report(tmp_path / "Antra ataskaita.docx")
    drop(page, file)
    finding(page, "43").locator("button").first.click()
    page.locator("aside input[type=file]").set_input_files(str(file))
    page.locator("aside form[enctype] button").click()
    expect(page.locator(".g-sheet--read")).to_be_visible(timeout=60_000)
    expect(finding(page, "43").locator(".g-answered")).to_be_visible()
    expect(finding(page, "1 850,00").locator(".g-answered")).to_have_count(0)


def test_what_was_found_stays_beside_a_long_document_and_is_not_cut_beside_a_short_one(page: Page, tmp_path: Path) -> None:
    sign_in(page, CLERK, PASSWORD)
    short, long = report(tmp_path / "Trumpa.docx"), tmp_path / "Ilga.txt"
    long.write_text("Vaikai gyveno namuose ir lankė mokyklą.\n\n" * 60, encoding="utf-8")
    for file, stays in ((short, False), (long, True)):
        drop(page, file)
        expect(page.locator(".g-rail--stays")).to_have_count(int(stays))


def test_the_field_for_a_file_names_itself_in_the_language_of_the_page(page: Page, tmp_path: Path) -> None:
    sign_in(page, CLERK, PASSWORD)
    page.goto("/checks/")
    said = page.locator("body").evaluate("body => [body.dataset.chooseFile, body.dataset.noFile]")
    expect(page.locator(".g-file__said")).to_have_text("".join(said))
    page.locator("#id_file").set_input_files(str(report(tmp_path / "Ataskaita.docx")))
    expect(page.locator(".g-file__said")).to_have_text(f"{said[0]}Ataskaita.docx")


def test_nobody_else_opens_it_and_its_owner_forgets_it(page: Page, tmp_path: Path) -> None:
    sign_in(page, CLERK, PASSWORD)
    address = drop(page, report(tmp_path / "Trečia ataskaita.docx"))
    page.context.clear_cookies()
    sign_in(page, OTHER, PASSWORD)
    assert status(page, address) == 404
    page.context.clear_cookies()
    sign_in(page, CLERK, PASSWORD)
    page.goto(address)
    page.locator("aside details summary").click()
    page.locator("aside details button").click()
    expect(page.locator("main")).not_to_contain_text("Trečia ataskaita")
    assert status(page, address) == 404


def test_a_report_is_checked_without_scripts(without_scripts: Page, tmp_path: Path) -> None:
    sign_in(without_scripts, CLERK, PASSWORD)
    drop(without_scripts, report(tmp_path / "Be programų.docx"))
    expect(finding(without_scripts, "1 850,00")).to_be_visible()


def test_the_page_fits_a_telephone(phone: Page, tmp_path: Path) -> None:
    sign_in(phone, CLERK, PASSWORD)
    drop(phone, report(tmp_path / "Telefonu.docx"))
    assert overflow(phone) == 0
