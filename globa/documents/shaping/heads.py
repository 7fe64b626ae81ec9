"""The rows above the body of a table: lines that name it, and the heads of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from globa.documents.document import Cell, Row
from globa.documents.shaping.content import Kind, kind

LONGEST = 120
MOST_TITLES = 4


@dataclass(frozen=True)
class Parted:
    """`titles` reach over the whole table, `heads` name its columns."""

    titles: tuple[Row, ...]
    heads: tuple[Row, ...]
    body: tuple[Row, ...]


def parted(rows: tuple[Row, ...], *, is_cut_off: bool = False) -> Parted:
    """
    Without a head there is no title either: a lonely cell above figures is a row of the body.

    Nothing but words has no head, unless its body `is_cut_off` and stands on the next page.
    """
    titles = 0
    while titles < min(len(rows) - 1, MOST_TITLES) and _is_title(rows[titles]):
        titles += 1
    heads = _heads(rows[titles:], is_cut_off)
    if not heads:
        return Parted((), (), rows)
    first = titles + heads
    return Parted(rows[:titles], _laid(rows[titles:first]), tuple(replace(row, is_head=False) for row in rows[first:]))


def _is_title(row: Row) -> bool:
    """One text in the first square that reaches over all, or beside which there is nothing."""
    first, *others = row.cells
    return bool(first.text) and bool(others) and all(cell.is_covered or not cell.text for cell in others)


def _heads(rows: Sequence[Row], is_cut_off: bool) -> int:
    if not rows or len(rows[0].cells) < 2 or not _is_head(rows[0]):
        return 0
    count = max(1, _said(rows))
    while count < min(len(rows), 3) and _goes_on(rows[count - 1], rows[count]):
        count += 1
    return count if count < len(rows) or rows[0].is_head or is_cut_off else 0


def _said(rows: Sequence[Row]) -> int:
    """How many rows the file itself calls heads."""
    return next((number for number, row in enumerate(rows) if not row.is_head), len(rows))


def _is_head(row: Row) -> bool:
    """Words and no figures, in half of the columns at least; a cell that covers others names them too."""
    filled = [cell for cell in row.cells if cell.text]
    named = [cell for cell in filled if not cell.is_covered]
    if row.is_head:
        return bool(named)
    if len(named) < 2 or (len(filled) * 2 < len(row.cells) and _ends(row) * 2 < len(row.cells)):
        return False
    return all(_names(cell.text) for cell in named) and not _is_lowered(named) and not _is_of_years(named)


def _ends(row: Row) -> int:
    """Where nothing is merged a cell names the empty ones to its right."""
    return 0 if any(cell.is_covered for cell in row.cells) else len(row.cells)


def _is_of_years(cells: Sequence[Cell]) -> bool:
    """A year in the first column is a row of that year, unless all cells are years."""
    years = [kind(cell.text) == Kind.NUMBER for cell in cells]
    return years[0] and not all(years)


def _is_lowered(cells: Sequence[Cell]) -> bool:
    return all(cell.text[0].islower() or cell.text[0] in "(),;" for cell in cells)


def _names(text: str) -> bool:
    if kind(text) == Kind.NUMBER:
        return bool(re.fullmatch(r"(?:19|20)\d\d", text))
    return kind(text) == Kind.TEXT and len(text) <= LONGEST and not re.search(r"\w{6,}\.$", text)


def _goes_on(above: Row, row: Row) -> bool:
    """A second row of heads: below a cell that reaches over it, or under one that reached to the right; or it counts the columns."""
    if [text.rstrip(".") for text in row.texts] == [str(number) for number in range(1, len(row.cells) + 1)]:
        return True
    if not any(cell.text and not cell.is_covered for cell in row.cells) or not all(
        _names(cell.text) for cell in row.cells if cell.text and not cell.is_covered
    ):
        return False
    under = [(up, cell) for up, cell in zip(above.cells, row.cells, strict=True) if cell.text and not cell.is_covered]
    is_split = all(up.is_covered or not up.text for up, _ in under[1:]) and len(under) > 1
    return is_split and (row.cells[0].is_covered or not row.cells[0].text)


def _laid(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Where a text file lost its merging, heads of two rows are spread again: to the right above, down on the left."""
    heads = [list(row.cells) for row in rows]
    if len(heads) > 1:
        for above, below in pairwise(heads):
            _rightward(above, below)
            _downward(above, below)
    return tuple(Row(tuple(cells), is_head=True) for cells in heads)


def _rightward(above: list[Cell], below: Sequence[Cell]) -> None:
    for column in range(1, len(above)):
        if not above[column].text and above[column - 1].text and below[column].text and below[column - 1].text:
            above[column] = replace(above[column], text=above[column - 1].text, is_covered=True)


def _downward(above: Sequence[Cell], below: list[Cell]) -> None:
    for column, cell in enumerate(below):
        if not cell.text and above[column].text and not above[column].is_covered:
            below[column] = replace(cell, text=above[column].text, is_covered=True)


def is_repeated(first: Sequence[Row], again: Sequence[Row]) -> bool:
    """The same heads word for word, white space aside."""
    return bool(again) and [_squeezed(row) for row in first] == [_squeezed(row) for row in again]


def is_alike(first: Sequence[Row], again: Sequence[Row]) -> bool:
    """Heads of the same columns in other words: of half of them the first letters agree."""
    if not first or not again or len(first[-1].cells) != len(again[-1].cells):
        return False
    pairs = list(zip(_squeezed(first[-1]), _squeezed(again[-1]), strict=True))
    return 2 * sum(1 for one, other in pairs if one and one[:5].lower() == other[:5].lower()) >= len(pairs)


def _squeezed(row: Row) -> list[str]:
    return ["".join(text.split()) for text in row.texts]
