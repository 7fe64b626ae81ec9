"""Each kind of file says what the document says, opens where it should, and is the same when made again."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from lxml import etree

from globa.reports.document import Cell, Paragraph, Passage, Row, Section, Table, Words
from globa.reports.exports.export import SHIPPED_TEMPLATE, export
from globa.reports.exports.fingerprints import found_in
from globa.reports.exports.formats import Format
from tests.reports.exports import documents
from tests.reports.exports.packing import part_of

EVERY = [str(one) for one in Format]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# LibreOffice weighs half a gigabyte and no other test needs it, so `make test` does not install it: where it is missing, the parts of
# the file are looked at by the tests above, and a reader of another kind by nobody.
WITH_LIBRE_OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module", params=EVERY)
def made(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    return request.param, export(documents.document(), documents.SIGNED, request.param)


def test_a_file_repeats_to_the_byte(made: tuple[str, bytes]) -> None:
    format, content = made
    assert export(documents.document(), documents.SIGNED, format) == content


def test_a_file_is_known_again_by_the_fingerprint_in_its_properties(made: tuple[str, bytes]) -> None:
    assert found_in(made[1]) == documents.FINGERPRINT


@pytest.mark.parametrize("format", EVERY)
def test_a_draft_has_no_fingerprint(format: str) -> None:
    assert found_in(export(documents.document(), documents.DRAFT, format)) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04damaged", b"globa-report:short"])
def test_what_is_none_of_ours_has_no_fingerprint(content: bytes) -> None:
    assert found_in(content) is None


def test_word_says_the_text_with_its_figures_and_the_tables() -> None:
    word = Document(io.BytesIO(export(documents.document(), documents.SIGNED, "docx")))
    texts = [one.text for one in word.paragraphs]
    assert "Metų pradžioje gyveno 33\xa0vaikai, pabaigoje – 25; iš viso 43 vaikai." in texts
    assert [one.style.name for one in word.paragraphs if one.style and one.text == "1 Bendruomeniniai namai"] == ["Heading 1"]
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["Namai", "Vietos", "Vaikai", "Pastaba"]
    assert [cell.text for cell in word.tables[0].rows[-1].cells] == ["Iš viso", "1\xa0834", "25", ""]


def test_pictures_in_word_have_their_words() -> None:
    body = part_of(export(documents.document(), documents.SIGNED, "docx"), "word/document.xml").decode()
    described = re.findall(r'descr="([^"]+)"', body)
    assert len(described) == 5
    assert described[0].startswith("Paslaugos pagal mėnesius: saus. 148; vas. 151")


def test_the_fingerprint_stands_in_the_foot_of_word() -> None:
    content = export(documents.document(), documents.SIGNED, "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        feet = [packed.read(name).decode() for name in packed.namelist() if "footer" in name and name.endswith(".xml")]
    assert any("9F2C 01AB 9F2C 01AB" in re.sub("<[^>]+>", "", foot) for foot in feet)


@WITH_LIBRE_OFFICE
def test_libre_office_opens_the_word_file(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(export(documents.document(), documents.SIGNED, "docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, file],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    assert "Panaudota 1 356 326,61 Eur" in (tmp_path / "report.txt").read_text(encoding="utf-8-sig").replace("\xa0", " ")


@WITH_LIBRE_OFFICE
def test_libre_office_opens_the_word_file_of_an_office_s_own_template(tmp_path: Path) -> None:
    template = Document(str(SHIPPED_TEMPLATE))
    template.paragraphs[0].insert_paragraph_before("Mūsų įstaigos raštas")
    template.save(str(tmp_path / "own.docx"))
    file = tmp_path / "report.docx"
    file.write_bytes(export(documents.document(), documents.SIGNED, "docx", (tmp_path / "own.docx").read_bytes()))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, file],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    text = (tmp_path / "report.txt").read_text(encoding="utf-8-sig").replace("\xa0", " ")
    assert ("Mūsų įstaigos raštas" in text, "Panaudota 1 356 326,61 Eur" in text) == (True, True)


def test_pdf_is_tagged_for_readers_that_listen() -> None:
    content = export(documents.document(), documents.SIGNED, "pdf")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/Lang(lt)" in content.replace(b"/Lang (", b"/Lang(")


@pytest.mark.parametrize("lies", [False, True])
def test_few_rows_that_are_higher_than_a_page_go_on_on_the_next(lies: bool) -> None:
    rows = tuple(Row(Cell(Words(f"Eilutė {n}")), (Cell(Words("labai ilgas sakinys " * 60)),) * 4) for n in range(6))
    long = Table("t", "Ilga", "Kas", ("a", "b", "c", "d"), rows, lies=lies)
    content = export(documents.document(Section("a", "1", "Ilga", (long,))), documents.DRAFT, "pdf")
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        words = [(page.page_number, round(word["x0"]), round(word["top"])) for page in pdf.pages for word in page.extract_words()]
        lowest = max(word["bottom"] / page.height for page in pdf.pages for word in page.extract_words() if word["text"] == "sakinys")
    assert len(words) == len(set(words))
    assert (max(words)[0] > 2, lowest < 0.95) == (True, True)


def test_pdf_of_an_empty_document_is_made_too() -> None:
    assert export(documents.document(Section("a", "1", "Tuščias", ())), documents.DRAFT, "pdf").startswith(b"%PDF")


def cells(content: bytes, sheet: int) -> dict[str, str | float]:
    """The cells of a sheet: numbers as numbers, texts as texts."""
    shared = [
        "".join(text.text or "" for text in one.iter(f"{SHEET}t")) for one in etree.fromstring(part_of(content, "xl/sharedStrings.xml"))
    ]
    found: dict[str, str | float] = {}
    for cell in etree.fromstring(part_of(content, f"xl/worksheets/sheet{sheet}.xml")).iter(f"{SHEET}c"):
        value = cell.find(f"{SHEET}v")
        assert cell.find(f"{SHEET}f") is None
        if value is not None and value.text is not None:
            found[cell.get("r")] = shared[int(value.text)] if cell.get("t") == "s" else float(value.text)
    return found


def test_a_workbook_holds_numbers_and_no_formulas() -> None:
    content = export(documents.document(), documents.SIGNED, "xlsx")
    values = list(cells(content, 2).values())
    row = values.index("Girios namai nuo 2024-01-01")
    assert values[row : row + 4] == ["Girios namai nuo 2024-01-01", 1834.0, 33.0, "=1+1"]
    assert 46.0 in values


def test_the_sheet_of_figures_holds_them_all() -> None:
    content = export(documents.document(), documents.SIGNED, "xlsx")
    values = cells(content, 5)
    spent = next(name for name, value in values.items() if value == "budget.spent" and name.startswith("B"))[1:]
    assert values[f"C{spent}"] == float(Decimal("1356326.61"))
    assert (values[f"E{spent}"], values[f"F{spent}"]) == ("2023", 3.0)
    unknown = next(name for name, value in values.items() if value == "papers.acts" and name.startswith("B"))[1:]
    assert isinstance(values[f"C{unknown}"], str)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_begins_like_a_formula_stays_a_text(begins: str) -> None:
    text = f"{begins}cmd|' /C calc'!A0"
    table = Table("t", text, text, (text,), (Row(Cell(Words(text)), (Cell(Words(text)),)),))
    content = export(
        documents.document(Section("a", "", text, (Passage("p", (Paragraph((Words(text),)),)), table))), documents.DRAFT, "xlsx"
    )
    assert [one for one in cells(content, 2).values() if isinstance(one, float)] == []


@pytest.mark.parametrize("format", EVERY)
def test_marks_in_texts_are_texts_everywhere(format: str) -> None:
    text = "<script>alert(1)</script> & {{ title }} {% x %} #image(1) $x$ \x07 „ą“"
    table = Table("t", text, text, (text,), (Row(Cell(Words(text), text), (Cell(Words(text)),)),), note=text)
    content = export(
        documents.document(Section("a", "1", text, (Passage("p", (Paragraph((Words(text),)),)), table)), title=text),
        documents.SIGNED,
        format,
    )
    assert b"<script" not in content
    if format == "docx":
        assert "<script>alert(1)</script> & {{ title }} {% x %} #image(1) $x$  „ą“" in [
            one.text for one in Document(io.BytesIO(content)).paragraphs
        ]


def test_the_page_to_print_needs_nothing_else() -> None:
    page = export(documents.document(), documents.SIGNED, "html").decode()
    assert "<script" not in page
    assert re.findall(r"(?:src|href)=|url\((?!data:|#)", page) == []
    assert page.count("<svg") == 5
    assert page.count("<table>") == 6


@pytest.mark.parametrize("language", ["lt", "en"])
def test_a_file_speaks_the_language_of_its_document(language: str) -> None:
    page = export(documents.document(language=language), documents.DRAFT, "html").decode()
    assert f'<html lang="{language}">' in page
    assert ("not recorded" in page) == (language == "en")
