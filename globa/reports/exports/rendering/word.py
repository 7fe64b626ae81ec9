"""Word: a template is filled with plain dictionaries only, in a sandbox that knows nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

import docx
import vl_convert
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.exceptions import OpcError
from docx.shared import Mm
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from lxml.etree import XMLSyntaxError, tostring
from markupsafe import Markup

from globa.reports.exports.rendering.archive import checked
from globa.reports.exports.rendering.refused import Refused

PICTURE_WIDTH = Mm(162)
POINTS_PER_POINT = 2.5
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
LONGEST = 200
FILE_DAY = (1980, 1, 1, 0, 0, 0)


def word(report: dict[str, Any], template: bytes, fonts: str) -> bytes:
    checked(template)
    vl_convert.register_font_directory(fonts)
    filled = DocxTemplate(io.BytesIO(template))
    try:
        filled.init_docx()
        filled.render(_context(filled, _clean(report)), _sandbox(), autoescape=True)
    except SecurityError as error:
        raise Refused("forbidden", detail=str(error)[:LONGEST]) from error
    except UndefinedError as error:
        raise Refused("unknown_word", detail=str(error)[:LONGEST]) from error
    except TemplateSyntaxError as error:
        raise Refused("ill_formed", detail=str(error)[:LONGEST]) from error
    except (TemplateError, XMLSyntaxError, OpcError, UnrecognizedImageError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise Refused("ill_formed", detail=f"{type(error).__name__} {error}"[:LONGEST]) from error
    except (OverflowError, RecursionError, MemoryError) as error:
        raise Refused("too_much") from error
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


def _clean(thing: Any) -> Any:
    """Word's XML has no control characters; a text with one would not open."""
    if isinstance(thing, str):
        return CONTROL.sub("", thing)
    if isinstance(thing, dict):
        return {name: _clean(inner) for name, inner in thing.items()}
    return [_clean(inner) for inner in thing] if isinstance(thing, list) else thing


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
    return given | {"heads": heads}


def _image(into: DocxTemplate, block: dict[str, Any]) -> Markup:
    """The picture lies in the file already; the template gets only the text that points to it, with the words for it."""
    points = vl_convert.svg_to_png(block.pop("svg"), scale=POINTS_PER_POINT)
    inline = into.docx.part.new_pic_inline(io.BytesIO(points), width=PICTURE_WIDTH)
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
