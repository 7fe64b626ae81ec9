"""Workbooks, OpenDocument, PDF, text and comma-separated values."""

from __future__ import annotations

import pytest

from globa.documents.document import Heading, Paragraph, Table
from globa.documents.readers.workbook import shown
from globa.documents.reading import read
from tests.documents.made import ODT, SPACES, grid_of, lines, opendocument, packed, pdf, workbook


def test_each_sheet_and_each_block_of_rows_is_a_table_with_its_place() -> None:
    head = ["Metai", "Suma"]
    tables = read(workbook({"Vienas": [head, [2022, 1.5], [], ["Kita", "Suma"], [2023, 2]], "Du": [head, [2021, 3]]})).tables
    assert [(table.place.sheet, table.body[0].cells[1].text, table.body[0].cells[1].place.row) for table in tables] == [
        ("Vienas", "1,50", 2),
        ("Vienas", "2", 5),
        ("Du", "3", 2),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(14357.2, "14357,20"), (40.0, "40"), (0.1 + 0.2, "0,30"), (1234567.891, "1234567,891"), (-5, "-5"), ("389,2", "389,2")],
)
def test_a_number_of_a_workbook_is_written_as_it_is_read_in_lithuanian(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_line_alone_in_a_sheet_is_text_and_a_wide_merged_one_names_the_table() -> None:
    book = workbook({"Lapas": [["Vaikai 2023 m.", "", ""], ["Namai", "Mergaitės", "Berniukai"], ["Pirmi", 2, 4]]}, merged=["A1:C1"])
    document = read(book)
    assert document.tables[0].caption == "Vaikai 2023 m."
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["Vaikai 2023 m."]


def test_an_opendocument_keeps_its_order_and_its_merged_cells() -> None:
    wide = '<table:table-cell table:number-columns-spanned="2"><text:p>Vaikai</text:p></table:table-cell><table:covered-table-cell/>'
    row = "<table:table-cell><text:p>Iš viso</text:p></table:table-cell><table:table-cell><text:p>9</text:p></table:table-cell>"
    rows = f"<table:table-row>{wide}</table:table-row><table:table-row>{row}</table:table-row>"
    content = opendocument(f'<text:h text:outline-level="2">I<text:s text:c="2"/>dalis</text:h><table:table>{rows}</table:table>')
    document = read(content)
    assert isinstance(document.blocks[0], Heading)
    assert (document.blocks[0].text, document.blocks[0].level) == ("I dalis", 2)
    assert grid_of(content) == [["Vaikai", "<"], ["Iš viso", "9"]]


def test_an_opendocument_workbook_is_read_as_any_other() -> None:
    cell = '<table:table-cell office:value-type="{}"{}><text:p>{}</text:p></table:table-cell>'
    head = cell.format("string", "", "Metai") + cell.format("string", "", "Suma")
    row = cell.format("float", ' office:value="2023"', "2023") + cell.format("float", ' office:value="5.5"', "5,5")
    sheet = (
        f'<table:table table:name="Lapas"><table:table-row>{head}</table:table-row><table:table-row>{row}</table:table-row></table:table>'
    )
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    content = f"<office:document-content {SPACES}>{body}</office:document-content>"
    document = read(
        packed({"mimetype": ODT.replace("text", "spreadsheet"), "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})
    )
    assert document.kind == "ods"
    assert document.tables[0].body[0].texts == ("2023", "5,50")


def test_the_text_between_the_tables_of_a_pdf_keeps_its_place() -> None:
    table = "#table(columns: 2, [Metai], [Suma], [2023], [5,00])"
    document = read(pdf(f"Pirma pastraipa.\n\n{table}\n\nAntra pastraipa."))
    assert [block.caption if isinstance(block, Table) else block.text for block in document.blocks] == [
        "Pirma pastraipa.",
        "Pirma pastraipa.",
        "Antra pastraipa.",
    ]


def test_a_pdf_table_over_three_pages_is_one_and_its_page_numbers_are_no_text() -> None:
    rows = "".join(f"[Vaikas {number}], [{number}]," for number in range(120))
    document = read(pdf(f'#set page(numbering: "1", height: 15cm)\n#table(columns: 2, table.header([Vardas], [Sk.]), {rows})'))
    assert (document.pages or 0) > 2
    assert len(document.tables) == 1
    assert [row.texts[1] for row in document.tables[0].body] == [str(number) for number in range(120)]
    assert not [block for block in document.blocks if isinstance(block, Paragraph)]


def test_pages_are_told_as_they_are_read() -> None:
    heard: list[tuple[int, int]] = []
    read(pdf("Vienas #pagebreak() Du #pagebreak() Trys"), told=lambda done, of: heard.append((done, of)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1257"])
def test_text_is_read_in_each_encoding_that_offices_used(encoding: str) -> None:
    text = "Įstaiga\tŽmonės\nŠeimos centras\t25\n"
    assert grid_of(text.encode(encoding)) == [["Įstaiga", "Žmonės"], ["Šeimos centras", "25"]]


@pytest.mark.parametrize("separator", [";", ","])
def test_comma_separated_values_may_be_parted_by_semicolons_and_hold_them_in_quotes(separator: str) -> None:
    text = f'Vardas{separator}Sk.\n"Jonas; Ona"{separator}"1,5"\n'
    table = read(text.encode(), name="sąrašas.csv").tables[0]
    assert table.body[0].texts == ("Jonas; Ona", "1,5")


def test_sentences_with_semicolons_are_no_table() -> None:
    assert not read("Buvo 5 vaikai; 6 globėjai.\nIšvyko 2 vaikai; atvyko 3.\n".encode()).tables


def test_tags_that_a_conversion_from_the_web_left_are_no_text() -> None:
    assert grid_of(lines("Kas|Rezultatas", "Globa|Rengiama: <ul style='x'> Namai; </ul>"))[1] == ["Globa", "Rengiama: Namai;"]
