"""A row that a page break cut in two: its rest goes on in a row of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from globa.documents.document import Cell, Row
from globa.documents.readers.characters import on_one_line
from globa.documents.shaping.content import Kind, item, kind

UNENDED = re.compile(r"(?:[,;–-]|\b(?:ir|bei|arba|su|už|dėl|iš|nuo|iki))$")
Pair = tuple[Cell, Cell]


def goes_on(last: Row, row: Row, *, at_break: bool) -> bool:
    """
    Whether `row` is the rest of `last`.

    Where a page ended a missing beginning is enough; elsewhere each of its cells must plainly finish what the cell above began.
    """
    pairs = list(_pairs(last, row))
    if not pairs or any(item(cell.text) for _, cell in pairs[:2]):
        return False
    return _at_break(last, row, pairs) if at_break else all(_is_open(up.text) for up, _ in pairs) and not _leads(row)


def _pairs(last: Row, row: Row) -> Iterator[Pair]:
    for above, cell in zip(last.cells, row.cells, strict=True):
        if cell.text and not cell.is_covered:
            yield above, cell


def _at_break(last: Row, row: Row, pairs: list[Pair]) -> bool:
    if any(not above.text or _are_figures(above, cell) for above, cell in pairs):
        return False
    if not _leads(row) and 2 * len(pairs) <= sum(1 for cell in last.cells if cell.text) and not _is_money(pairs):
        return True
    if any(_is_other(above, cell) for above, cell in pairs):
        return False
    return 2 * sum(1 for above, cell in pairs if _finishes(above.text, cell.text)) >= len(pairs)


def _leads(row: Row) -> bool:
    """Something of its own stands in the first two columns."""
    return any(cell.text and not cell.is_covered for cell in row.cells[:2])


def _are_figures(above: Cell, cell: Cell) -> bool:
    return kind(cell.text) in (Kind.NUMBER, Kind.DASH) and kind(above.text) in (Kind.NUMBER, Kind.DASH) and not _is_open(above.text)


def _is_money(pairs: list[Pair]) -> bool:
    return any(kind(cell.text) == Kind.MONEY and not _is_open(above.text) for above, cell in pairs)


def _is_other(above: Cell, cell: Cell) -> bool:
    """A new sentence below a finished one."""
    return cell.text[0].isupper() and above.text[-1] in ".!?"


def _finishes(above: str, text: str) -> bool:
    return _is_open(above) or text[0].islower() or text[0] in "(),;–-" or (above[-1] not in ".!?)" and not text[0].isupper())


def _is_open(text: str) -> bool:
    """A bracket that is not closed, or a line that cannot end so."""
    return text.count("(") > text.count(")") or (len(text) > 1 and bool(UNENDED.search(text)))


def joined(last: Row, row: Row) -> Row:
    """Each cell with its rest; where the pieces stood is kept."""
    return replace(last, cells=tuple(_cell(above, cell) for above, cell in zip(last.cells, row.cells, strict=True)))


def _cell(above: Cell, cell: Cell) -> Cell:
    if not cell.text or cell.is_covered:
        return above
    text = on_one_line(f"{above.text}\n{cell.text}") if "\n" not in above.text + cell.text else f"{above.text} {cell.text}"
    return replace(above, text=text.strip(), is_covered=False, also=(*above.also, cell.place, *cell.also))
