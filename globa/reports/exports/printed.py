"""A document as plain dictionaries of written words: what the Word template, Typst and the print page are given."""

from __future__ import annotations

import re
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from globa.reports.document import Balance, Block, Document, OrganisationChart, Passage, Picture, Section, Table
from globa.reports.exports import tables
from globa.reports.exports.pictures.chart import chart
from globa.reports.exports.pictures.drawn import drawn
from globa.reports.exports.pictures.svg import Drawing
from globa.reports.exports.seal import Seal, grouped
from globa.reports.writing.days import iso
from globa.reports.writing.spans import Plain, paragraph

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


def printed(document: Document, seal: Seal) -> Plain:
    """Everything is text, true or false, or a list or dictionary of them, in the document's language."""
    with translation.override(document.language):
        report: Plain = _writable(_said(document, seal))
        return report


def _said(document: Document, seal: Seal) -> Plain:
    return {
        "language": document.language,
        "title": document.title,
        "organisation": document.organisation_name,
        "period": document.period,
        "number": seal.number,
        "is_signed": seal.is_signed,
        "state": _state(seal),
        "day": iso(seal.on),
        "fingerprint": grouped(seal.fingerprint),
        "mark": seal.mark,
        "keyword": seal.keyword,
        "signatures": [{"post": one.post, "name": one.name, "on": iso(one.on)} for one in seal.signatures],
        "protocol": [{"says": one.says, "reason": one.reason} for one in seal.explained],
        "words": _fixed_words(),
        "sections": [_section(document, section) for section in document.sections],
    }


def _writable(thing: Any) -> Any:
    """Without control characters: neither Word nor PDF can hold them, and nobody sees that they are gone."""
    if isinstance(thing, str):
        return CONTROL.sub("", thing)
    if isinstance(thing, dict):
        return {name: _writable(inner) for name, inner in thing.items()}
    return [_writable(inner) for inner in thing] if isinstance(thing, list) else thing


def _state(seal: Seal) -> str:
    if seal.is_signed:
        return _("Signed %(day)s") % {"day": iso(max((one.on for one in seal.signatures), default=seal.on))}
    return _("Not signed. Figures as of %(day)s") % {"day": iso(seal.on)}


def _fixed_words() -> dict[str, str]:
    return {
        "page": _("page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
        "fingerprint": _("Fingerprint"),
        "signatures": _("Signatures"),
        "protocol": _("What the checks found and why it stays"),
        "table": _("Table of the picture"),
        "draft": _("Draft"),
    }


def _section(document: Document, section: Section) -> Plain:
    blocks = [_block(document, block) for block in section.blocks]
    level = min(section.number.rstrip(".").count(".") + 1, 3)
    return {"key": section.key, "number": section.number, "title": section.title, "level": level, "blocks": blocks}


def _block(document: Document, block: Block) -> Plain:
    """A table is a table; `caption` of a picture stands above it, its numbers in `table` beneath."""
    match block:
        case Passage():
            return {"kind": "text", "paragraphs": [paragraph(document, one) for one in block.paragraphs]}
        case Table():
            return tables.table(document, block)
        case Balance():
            return tables.balance(document, block)
        case Picture():
            return _picture(block.caption, drawn(document, block), tables.picture_table(document, block))
        case OrganisationChart():
            table = tables.chart_table(block)
            return _picture(str(table["caption"]), chart(block), table)


def _picture(caption: str, drawing: Drawing, table: Plain) -> Plain:
    size = {"width": drawing.width, "height": drawing.height}
    return {"kind": "picture", "caption": caption, "svg": drawing.svg, "alt": drawing.said, "table": table, **size}
