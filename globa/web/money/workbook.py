"""The table of the budget as a workbook: numbers as numbers, nothing that computes."""

from __future__ import annotations

import io
from typing import Any

from django.utils.translation import gettext as _

from globa.planning.execution import Cell, Execution, Line
from globa.reports.writing.numbers import money

OPTIONS = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
FACE = {"font_name": "Inter", "font_size": 10}
HEAD, FIRST = 2, 3


def written(made: Execution, *, title: str, basis: str) -> bytes:
    """The parts of an item stand under it in small letters; below are the cells whose precision was lost."""
    import xlsxwriter  # of this page alone

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        sheet = book.add_worksheet(_("Budget"))
        _Writing(book, sheet, made).whole(f"{title}, {basis}")
    return content.getvalue()


class _Writing:
    def __init__(self, book: Any, sheet: Any, made: Execution) -> None:
        self.sheet, self.made = sheet, made
        self.text, self.bold = book.add_format(FACE), book.add_format({**FACE, "bold": True, "text_wrap": True})
        self.money = book.add_format({**FACE, "num_format": "#,##0.00"})
        self.part = book.add_format({**FACE, "num_format": "#,##0.00", "italic": True, "font_color": "#5b6963"})
        self.sum = book.add_format({**FACE, "num_format": "#,##0.00", "bold": True, "top": 1})

    def whole(self, title: str) -> None:
        self.sheet.write_string(0, 0, title, self.bold)
        heads = [_("Code"), _("Item"), *map(str, self.made.sources), _("Total")]
        for column, head in enumerate(heads):
            self.sheet.write_string(HEAD, column, head, self.bold)
        self.sheet.set_column(0, 0, 12)
        self.sheet.set_column(1, 1, 44)
        self.sheet.set_column(2, len(heads) - 1, 16)
        self.sheet.freeze_panes(FIRST, 2)
        row = self._lines()
        self._line(row, self.made.below, self.sum, _("Total"))
        if self.made.total.cut:
            said = _("Of some amounts the last digits were cut away where they were read: the total is at most %(cut)s larger.")
            self.sheet.write_string(row + 2, 0, said % {"cut": money(self.made.total.cut)}, self.text)

    def _lines(self) -> int:
        row = FIRST
        for line in self.made.lines:
            self._line(row, line, self.money, str(line.item or _("Without an item: lines of a plan")))
            row += 1
            for part in line.parts:
                self._line(row, part, self.part, f"   {part.item}")
                row += 1
        return row

    def _line(self, row: int, line: Line, face: Any, name: str) -> None:
        self.sheet.write_string(row, 0, line.item.code if line.item else "", self.text)
        self.sheet.write_string(row, 1, name, face)
        cells: list[Cell] = [*(line.of(source) for source in self.made.sources), line.total]
        for column, cell in enumerate(cells, 2):
            if cell.entries:
                self.sheet.write_number(row, column, cell.amount, face)
