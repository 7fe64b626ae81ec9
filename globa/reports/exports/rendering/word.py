"""Word: a template is filled with plain dictionaries only, in a sandbox that knows nothing else."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
import vl_convert
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm, Twips
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from lxml.etree import XMLSyntaxError, tostring
from markupsafe import Markup

from globa.reports.exports.rendering.archive import checked
from globa.reports.exports.rendering.placing import PlacedTemplate, refused
from globa.reports.exports.rendering.refused import Refused

PICTURE_WIDTH = Mm(162)
POINTS_PER_POINT = 2
# Text widths of an A4 page that stands and of one that lies, a letter of a cell and its padding: twentieths of a point.
STANDING, LYING, LETTER, PADDING = 9180, 14110, 124, 216
WIDTHS = "widths"
FILE_DAY = (1980, 1, 1, 0, 0, 0)


def word(report: dict[str, Any], template: bytes, fonts: str) -> bytes:
    checked(template)
    vl_convert.register_font_directory(fonts)
    filled = PlacedTemplate(io.BytesIO(template))
    try:
        filled.init_docx()
        filled.render(_context(filled, report), _sandbox(), autoescape=True)
    except (TemplateError, XMLSyntaxError, OpcError, UnrecognizedImageError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise refused(error, filled.place) from error
    except (OverflowError, RecursionError, MemoryError) as error:
        raise Refused("too_much") from error
    _lay_out(filled.docx)
    _name(filled.docx.core_properties, report)
    made = io.BytesIO()
    filled.docx.save(made)
    return _repeatable(made.getvalue())


class Sandbox(ImmutableSandboxedEnvironment):
    """Without powers: 9**(9**9) is one instruction that no limit on steps would catch."""

    intercepted_binops = frozenset(["**"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(operator)


def _sandbox() -> Sandbox:
    """A name that the report does not have is an error, not an empty place; no function stands ready."""
    sandbox = Sandbox(autoescape=True, undefined=StrictUndefined)
    sandbox.globals.clear()
    return sandbox


def _context(into: DocxTemplate, report: dict[str, Any]) -> dict[str, Any]:
    for section in report["sections"]:
        for block in section["blocks"]:
            block["tables"] = [_table(block)] if block["kind"] == "table" else []
            if block["kind"] == "picture":
                block["image"] = _image(into, block)
                block["tables"] = [_table(block["table"])]
    return report


def _table(given: dict[str, Any]) -> dict[str, Any]:
    heads = [{"text": text, "is_figure": is_number} for text, is_number in zip(given["columns"], given["numeric"], strict=True)]
    for row in given["rows"]:
        for cell, is_number in zip(row["cells"], given["numeric"], strict=True):
            cell["is_figure"] = is_number
    return given | {"heads": heads, "widths": f"{WIDTHS} {' '.join(map(str, _widths(given)))}"}


def _widths(given: dict[str, Any]) -> list[int]:
    """Twentieths of a point for each column: each gets what it needs, texts share the rest by how long they are."""
    whole = LYING if given["is_wide"] else STANDING
    needed = [room * LETTER + PADDING for room in given["room"]]
    shares = [0 if is_number else share for share, is_number in zip(given["weights"], [False, *given["numeric"]], strict=True)]
    left = whole - sum(needed)
    if left < 0:
        return [whole * need // sum(needed) for need in needed]
    return [need + left * share // sum(shares) for need, share in zip(needed, shares, strict=True)]


def _lay_out(document: Any) -> None:
    """Give the tables that ask for it, by their description, the widths of their columns."""
    for table in document.element.body.iter(qn("w:tbl")):
        described = table.tblPr.find(qn("w:tblDescription"))
        told = described.get(qn("w:val"), "").split() if described is not None else []
        if told[:1] != [WIDTHS] or not all(one.isdigit() for one in told[1:]):
            continue
        table.tblPr.remove(described)
        widths = told[1:]
        for place, column in enumerate(table.tblGrid.iter(qn("w:gridCol"))):
            column.set(qn("w:w"), widths[place])
        table.tblPr.autofit = False
        for row in table.tr_lst:
            for cell, width in zip(row.tc_lst, widths, strict=False):
                cell.width = Twips(int(width))


def _image(into: DocxTemplate, block: dict[str, Any]) -> Markup:
    """The picture lies in the file already; the template gets only the text that points to it, with the words for it."""
    points = vl_convert.svg_to_png(block.pop("svg"), scale=POINTS_PER_POINT)
    inline = into.docx.part.new_pic_inline(io.BytesIO(points), width=PICTURE_WIDTH)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", block["alt"])
    inline.docPr.set("name", block["caption"])
    drawing = f"<w:drawing>{tostring(inline, encoding='unicode')}</w:drawing>"
    return Markup(f'</w:t></w:r><w:r>{drawing}</w:r><w:r><w:t xml:space="preserve">')  # noqa: S704 - made by python-docx


def _name(properties: Any, report: dict[str, Any]) -> None:
    day = datetime.fromisoformat(report["day"])
    properties.title = f"{report['title']}, {report['organisation']}"[:255]
    properties.author = properties.last_modified_by = report["organisation"][:255]
    properties.subject, properties.keywords, properties.comments = report["state"], report["keyword"], ""
    properties.language = report["language"]
    properties.created = properties.modified = day
    properties.revision = 1


def _repeatable(made: bytes) -> bytes:
    """The same parts without the hour at which they were packed, and opened once to see that they are a document."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, FILE_DAY), source.read(name), zipfile.ZIP_DEFLATED)
    docx.Document(io.BytesIO(packed.getvalue()))
    return packed.getvalue()
