"""Workbooks: .xlsx, .xls and .ods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import python_calamine as calamine

from globa.documents.document import Block, Document, Paragraph, Place, Table
from globa.documents.readers.characters import tidy
from globa.documents.readers.grid import Piece, spread
from globa.documents.readers.workbook_formulas import Formulas, unworked
from globa.documents.readers.workbook_hidden import hidden
from globa.documents.refusals import NotRead

Value = object
Merged = dict[tuple[int, int], tuple[int, int]]


def read(content: bytes, kind: str) -> Document:
    try:
        book = calamine.load_workbook(BytesIO(content))
    except calamine.PasswordError as error:
        raise NotRead("password") from error
    seen = [sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible]
    formulas = unworked(content) if kind == "xlsx" else {}
    blocks = tuple(block for name in seen for block in _sheet(book.get_sheet_by_name(name), name, formulas.get(name, {})))
    return Document(kind, blocks, hidden=hidden(content, kind, blocks))


def _sheet(sheet: calamine.CalamineSheet, name: str, formulas: Formulas) -> Iterator[Block]:
    """Rows that nothing parts are one table; a row on its own with one cell is a line of text. A formula without a value is shown."""
    rows = [[shown(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), formula in formulas.items():
        if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
            rows[row][column] = formula
    merged = _merged(sheet)
    number = 0
    for first, block in _parted(rows):
        if all(_filled(row) <= 1 for row in block):
            yield from _lines(block, first, name)
            continue
        number += 1
        yield _table(block, first, merged, Place(sheet=name, table=number))


def _table(block: Sequence[Sequence[str]], first: int, merged: Merged, place: Place) -> Table:
    pieces = [
        Piece(text, row, column, min(high, len(block) - row), min(wide, len(cells) - column))
        for row, cells in enumerate(block)
        for column, text in enumerate(cells)
        for high, wide in [merged.get((first + row, column), (1, 1))]
    ]
    return Table(spread(pieces, lambda row, column: Place(None, place.sheet, place.table, first + row + 1, column + 1)), place)


def _merged(sheet: calamine.CalamineSheet) -> Merged:
    """From the upper left square of each merged range to how high and wide it is."""
    return {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in sheet.merged_cell_ranges or []}


def _parted(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Sequence[str]]]]:
    start, block = 0, list[Sequence[str]]()
    for number, row in enumerate([*rows, []]):
        if any(row):
            start = start if block else number
            block.append(row)
        elif block:
            yield start, block
            block = []


def _lines(block: Sequence[Sequence[str]], first: int, name: str) -> Iterator[Paragraph]:
    for row, cells in enumerate(block):
        column = next(column for column, text in enumerate(cells) if text)
        yield Paragraph(cells[column], Place(sheet=name, row=first + row + 1, column=column + 1))


def _filled(row: Sequence[str]) -> int:
    return sum(1 for text in row if text)


def shown(value: Value) -> str:
    """
    A number as it is read in Lithuanian; a workbook holds it whole, so cents are written out where there is any fraction.

    Check: 14357.2 is 14357,20 and 40.0 is 40; a text “389,2” stays as it was cut.
    """
    if isinstance(value, bool):
        return "taip" if value else "ne"
    if isinstance(value, float | int):
        return _number(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    return str(value) if isinstance(value, timedelta) else tidy(str(value))


def _number(value: float | int) -> str:
    """Fifteen figures are what a workbook keeps; what follows is noise of binary fractions."""
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        return ""
    plain = f"{exact.normalize():f}"
    whole, _, fraction = plain.partition(".")
    return f"{whole},{fraction.ljust(2, '0')}" if fraction else whole
