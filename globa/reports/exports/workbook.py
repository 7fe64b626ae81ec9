"""The workbook: a sheet a section, numbers as numbers, nothing that computes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.utils import translation
from django.utils.translation import gettext as _

from globa.reports.document import (
    Balance,
    Cell,
    Computed,
    Document,
    FigureKey,
    OrganisationChart,
    Passage,
    Picture,
    PictureKind,
    Section,
    Span,
    Table,
    Typed,
    Value,
)
from globa.reports.exports import tables
from globa.reports.exports.seal import Seal, grouped
from globa.reports.writing.days import iso
from globa.reports.writing.spans import figure, spans
from globa.reports.writing.units import unit_name, unit_of
from globa.vocabulary.unit import Unit

# A text is a text, whatever it begins with: =, +, -, @, an address or digits.
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}
FACE = {"font_name": "Inter", "font_size": 10, "font_color": "#16241F", "valign": "top"}
LONGEST_NAME = 31
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
Content = str | int | Decimal | None


def workbook(document: Document, seal: Seal) -> bytes:
    made = io.BytesIO()
    with translation.override(document.language), xlsxwriter.Workbook(made, OPTIONS) as book:
        _properties(book, document, seal)
        writer = Writer(book)
        writer.cover(document, seal)
        for section in document.sections:
            writer.section(document, section)
        writer.figures(document)
    return made.getvalue()


def _properties(book: Any, document: Document, seal: Seal) -> None:
    book.set_properties(
        {
            "title": f"{document.title}, {document.organisation_name}"[:255],
            "author": document.organisation_name[:255],
            "keywords": seal.keyword,
            "created": datetime.combine(seal.on, time()),
        }
    )


class Writer:
    """Writes from above to below; `row` is the next free row of the sheet."""

    def __init__(self, book: Any) -> None:
        self.book: Any = book
        self.sheet: Any = None
        self.row = 0
        self.names: set[str] = set()
        self.faces: dict[tuple[tuple[str, Any], ...], Any] = {}

    def face(self, **more: Any) -> Any:
        wanted = tuple(sorted(more.items()))
        if wanted not in self.faces:
            self.faces[wanted] = self.book.add_format(FACE | more)
        return self.faces[wanted]

    def begin(self, name: str) -> None:
        self.sheet, self.row = self.book.add_worksheet(self._free(name)), 0
        self.sheet.set_column(0, 0, 44, self.face(text_wrap=True))
        self.sheet.set_column(1, 12, 16, self.face(text_wrap=True))
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)

    def _free(self, name: str) -> str:
        """Excel takes 31 letters, not all of them, and no name twice."""
        plain = " ".join(name.translate(NOT_IN_NAMES).split())[:LONGEST_NAME].strip() or "-"
        for number in range(2, 1000):
            if plain.lower() not in self.names and plain.lower() != "history":
                break
            plain = f"{plain[: LONGEST_NAME - 4].strip()} {number}"
        self.names.add(plain.lower())
        return plain

    def put(self, column: int, content: Content, **face: Any) -> None:
        """A number as a number, everything else as the text it is."""
        if content is None or content == "":
            self.sheet.write_blank(self.row, column, None, self.face(**face))
        elif isinstance(content, str):
            self.sheet.write_string(self.row, column, content, self.face(text_wrap=True, **face))
        else:
            self.sheet.write_number(self.row, column, content, self.face(**face))

    def line(self, *contents: Content, **face: Any) -> None:
        for column, content in enumerate(contents):
            self.put(column, content, **face)
        self.row += 1

    def cover(self, document: Document, seal: Seal) -> None:
        self.begin(_("Report"))
        self.line(document.title, bold=True, font_size=16)
        self.line(_("Organisation"), document.organisation_name)
        self.line(_("Period"), document.period)
        if seal.number:
            self.line(_("Number"), seal.number)
        self.line(_("State"), _("Signed %(day)s") % {"day": iso(seal.on)} if seal.is_signed else _("Draft"))
        for one in seal.signatures:
            self.line(one.post, one.name, iso(one.on))
        if seal.is_signed:
            self.line(_("Fingerprint"), grouped(seal.fingerprint))
        for told in seal.explained:
            self.line(told.says, told.reason)

    def section(self, document: Document, section: Section) -> None:
        self.begin(f"{section.number} {section.title}")
        self.line(f"{section.number} {section.title}".strip(), bold=True, font_size=14)
        for block in section.blocks:
            self.row += 1
            match block:
                case Passage():
                    for paragraph in block.paragraphs:
                        self._text(spans(document, paragraph.spans))
                case Table():
                    self._table(document, block)
                case Balance():
                    self._balance(document, block)
                case Picture():
                    self._picture(document, block)
                case OrganisationChart():
                    self._chart(block)

    def _text(self, text: str) -> None:
        self.sheet.merge_range(self.row, 0, self.row, 6, "", self.face(text_wrap=True))
        self.sheet.write_string(self.row, 0, text, self.face(text_wrap=True))
        self.sheet.set_row(self.row, 14 * (len(text) // 125 + 1))
        self.row += 1

    def _head(self, caption: str, *titles: str) -> None:
        self.line(caption, bold=True)
        self.line(*titles, bold=True, bottom=1, font_color="#4B5A54")

    def _table(self, document: Document, table: Table) -> None:
        self._head(table.caption, table.head, *table.columns)
        for row in table.rows:
            face: dict[str, Any] = {"bold": True, "top": 2} if row.is_total else {}
            title = " ".join(filter(None, (spans(document, row.title.spans), row.title.note)))
            self.put(0, title, indent=1 if row.is_part else 0, **face)
            for place, cell in enumerate(row.cells):
                self._cell(document, place + 1, cell, face)
            self.row += 1
        if table.note:
            self.line(table.note)

    def _cell(self, document: Document, column: int, cell: Cell, face: dict[str, Any]) -> None:
        if cell.rest:
            self.put(column, spans(document, cell.spans), **face)
        else:
            self._span(document, column, cell.content, face)

    def _span(self, document: Document, column: int, span: Span, face: dict[str, Any]) -> None:
        if isinstance(span, Computed):
            self._value(column, document.value(span.key), face)
        elif isinstance(span, Typed) and span.text.strip(" \u00a0\u202f.,0123456789") == "":
            self.put(column, span.number, **face, num_format=_pattern(None, span.number))
        else:
            self.put(column, span.text, **face)

    def _value(self, column: int, value: Value | None, face: dict[str, Any] | None = None) -> None:
        if value is None or not value.recorded or value.value is None:
            self.put(column, figure(value), **(face or {}))
        else:
            self.put(column, value.value, **(face or {}), num_format=_pattern(unit_of(value.unit), value.value))

    def _balance(self, document: Document, balance: Balance) -> None:
        parts: list[Any] = tables.balance(document, balance)["parts"]  # type: ignore[assignment]
        keys: Sequence[FigureKey] = (balance.opening, *balance.came, *balance.left, balance.closing)
        for part, key in zip(parts, keys, strict=True):
            self.put(0, f"{part['sign']} {part['word']}".strip())
            self._value(1, document.value(key))
            self.row += 1

    def _picture(self, document: Document, picture: Picture) -> None:
        is_target = picture.kind is PictureKind.TARGET
        plain: Any = tables.picture_table(document, picture)
        self._head(picture.caption, "", *plain["columns"])
        for point in picture.points:
            self.put(0, point.label)
            if is_target:
                self.put(1, tables.target(point))
            self._value(2 if is_target else 1, document.value(point.key))
            self.row += 1

    def _chart(self, chart: OrganisationChart) -> None:
        plain: Any = tables.chart_table(chart)
        self._head(plain["caption"], plain["head"], *plain["columns"])
        for depth, unit in tables.units_with_depth(chart.root):
            for person in unit.people or (None,):
                self.put(0, unit.name, indent=depth)
                if person is not None:
                    named = [person.name] if len(plain["columns"]) > 2 else []
                    self.line(unit.name, person.post, *named, person.fte)
                else:
                    self.row += 1

    def figures(self, document: Document) -> None:
        """Every figure of the report by its key, to be counted on with."""
        self.begin(_("Figures"))
        titles = (_("Figure"), _("Key"), _("Value"), _("Unit"), _("When"), _("Records behind it"), _("Part"), _("Whole"))
        self.line(*titles, bold=True, bottom=1)
        self.sheet.freeze_panes(1, 0)
        for key in sorted(document.values):
            value = document.values[key]
            unit = unit_of(value.unit)
            self.put(0, value.title)
            self.put(1, key)
            self._value(2, value)
            for column, content in enumerate(
                (unit_name(unit, 10) or value.unit if unit else value.unit, value.when, value.evidence_count, value.of, value.to), 3
            ):
                self.put(column, content)
            self.row += 1
        self.sheet.autofilter(0, 0, max(self.row - 1, 1), len(titles) - 1)


def _pattern(unit: Unit | None, value: int | Decimal) -> str:
    """A share stays in percent, as the report says it: 61, not 0.61."""
    if unit is Unit.EUROS:
        return "#,##0.00"
    if unit is Unit.PERCENT:
        return '0.0" %"'
    return "#,##0" if value == int(value) else "#,##0.00##"
