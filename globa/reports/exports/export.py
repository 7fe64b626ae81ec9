"""A report as a file."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from globa.reports.document import Document
from globa.reports.exports import process
from globa.reports.exports.formats import Format
from globa.reports.exports.page import page
from globa.reports.exports.printed import printed
from globa.reports.exports.seal import Seal

SHIPPED_TEMPLATE = Path(__file__).with_name("word_template") / "report.docx"


def export(document: Document, seal: Seal, format: Format | str, template: bytes | None = None) -> bytes:
    """
    Make the file. The same document and seal give the same bytes.

    `template` is an office's own for Word, tried by `trying.tried`; without it the shipped one is filled.
    """
    return MAKERS[Format(format)](document, seal, template)


def _word(document: Document, seal: Seal, template: bytes | None) -> bytes:
    return fill(document, seal, template or SHIPPED_TEMPLATE.read_bytes(), is_foreign=template is not None)


def fill(document: Document, seal: Seal, template: bytes, *, is_foreign: bool) -> bytes:
    """Fill a Word template out of process; what a foreign one does wrong is refused with its reason."""
    order = {"report": printed(document, seal), "template": base64.b64encode(template).decode(), "is_foreign": is_foreign}
    return process.run("word", order)


def _pdf(document: Document, seal: Seal, _template: bytes | None) -> bytes:
    return process.run("pdf", {"report": printed(document, seal)})


def _page(document: Document, seal: Seal, _template: bytes | None) -> bytes:
    return page(printed(document, seal))


def _workbook(document: Document, seal: Seal, _template: bytes | None) -> bytes:
    # Loaded when somebody asks for it: a page needs no workbooks.
    from globa.reports.exports.workbook import workbook

    return workbook(document, seal)


MAKERS: dict[Format, Callable[[Document, Seal, bytes | None], bytes]] = {
    Format.DOCX: _word,
    Format.PDF: _pdf,
    Format.HTML: _page,
    Format.XLSX: _workbook,
}
