"""Word: what a reader of the document sees, in its order."""

from __future__ import annotations

from io import BytesIO

from docx import Document as new_word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from globa.documents.document import Heading, Paragraph, Place, Table
from globa.documents.reading import read
from tests.documents.made import grid_of, word


def _saved(document: object) -> bytes:
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_headings_paragraphs_and_tables_keep_their_order() -> None:
    document = read(word("# Rezultatai", "Prieš lentelę.", [["Vaikai", "Sk."], ["Mergaitės", "9"]], "Po lentelės."))
    kinds = [(type(block), block.text if not isinstance(block, Table) else block.caption) for block in document.blocks]
    assert kinds == [(Heading, "Rezultatai"), (Paragraph, "Prieš lentelę."), (Table, "Prieš lentelę."), (Paragraph, "Po lentelės.")]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    document = new_word()
    changes = "<w:ins><w:r><w:t>12 vaikų</w:t></w:r></w:ins><w:del><w:r><w:delText>10 vaikų</w:delText></w:r></w:del>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{changes}</w:p>"))
    assert read(_saved(document)).blocks == (Paragraph("12 vaikų", Place(paragraph=1)),)


def test_a_table_inside_a_content_control_is_read() -> None:
    document = new_word()
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    table = f"<w:tbl>{row.format('Vaikai', 'Sk.')}{row.format('Iš viso', '25')}</w:tbl>"
    document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{table}</w:sdtContent></w:sdt>"))
    assert grid_of(_saved(document)) == [["Vaikai", "Sk."], ["Iš viso", "25"]]


def test_a_text_box_is_read_once_though_it_is_drawn_twice() -> None:
    document = new_word()
    box = "<w:r><w:txbxContent><w:p><w:r><w:t>5 vaikai</w:t></w:r></w:p></w:txbxContent></w:r>"
    spaces = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    document.element.body.insert(0, parse_xml(f"<w:p {spaces}><w:r><w:t>Namai</w:t></w:r>{both}</w:p>"))
    assert [block.text for block in read(_saved(document)).blocks if isinstance(block, Paragraph)] == ["Namai", "5 vaikai"]


def test_numbers_that_word_writes_by_itself_are_read() -> None:
    document = new_word()
    for text in ("pirmas", "antras"):
        document.add_paragraph(text, style="List Number")
    texts = [block.text for block in read(_saved(document)).blocks if isinstance(block, Paragraph)]
    assert texts == ["1. pirmas", "2. antras"]


def test_a_list_of_its_own_in_a_paragraph_goes_before_that_of_its_style() -> None:
    document = new_word()
    document.add_paragraph("be numerio", style="List Number")._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>')
    )
    assert [block.text for block in read(_saved(document)).blocks if isinstance(block, Paragraph)] == ["be numerio"]


def test_cells_merged_across_and_down_stand_in_each_square_that_they_cover() -> None:
    document = new_word()
    table = document.add_table(3, 3)
    for row, texts in zip(table.rows, [["Vaikai", "", "Sk."], ["Globoje", "berniukai", "4"], ["", "mergaitės", "2"]], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    assert grid_of(_saved(document)) == [["Vaikai", "<", "Sk."], ["Globoje", "berniukai", "4"], ["<", "mergaitės", "2"]]
