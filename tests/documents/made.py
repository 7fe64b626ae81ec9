"""Documents made by a test, as small as what it asks about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import typst
import xlsxwriter
from docx import Document as new_word

from globa.documents.document import Document
from globa.documents.reading import read

Rows = Sequence[Sequence[str]]
ODT = "application/vnd.oasis.opendocument.text"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
SPACES = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}" xmlns:table="{TABLE}"'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def repacked(content: bytes, **parts: str | bytes) -> bytes:
    """The same package with parts added or put in place of its own; `__` in a name stands for `/`, `_DOT_` for `.`."""
    named = {name.replace("__", "/").replace("_DOT_", "."): part for name, part in parts.items()}
    with ZipFile(BytesIO(content)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    return packed({**kept, **named})


def word(*blocks: str | Rows) -> bytes:
    document = new_word()
    for block in blocks:
        if isinstance(block, str):
            document.add_heading(block[2:], 1) if block.startswith("# ") else document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            for squares in merged:
                sheet.merge_range(squares, "")
                sheet.write_row(0, 0, rows[0])
    return file.getvalue()


def opendocument(body: str) -> bytes:
    content = f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return packed({"mimetype": ODT, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def pdf(markup: str) -> bytes:
    """Typst's markup; its tables are ruled."""
    made = typst.compile(('#set text(lang: "lt")\n' + markup).encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def lines(*rows: str) -> bytes:
    """Text with tabs, which stand as “|” here."""
    return "\n".join(row.replace("|", "\t") for row in rows).encode()


def grid(document: Document, number: int = 0) -> list[list[str]]:
    """The texts of a table; what a merged cell covers is “<” where it only repeats."""
    return [["<" if cell.is_covered else cell.text for cell in row.cells] for row in document.tables[number].rows]


def grid_of(content: bytes, number: int = 0) -> list[list[str]]:
    return grid(read(content), number)
