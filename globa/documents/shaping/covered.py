"""A task or a measure that goes on over the rows below it, where the format does not say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from globa.documents.document import Cell, Row
from globa.documents.shaping.content import item


def covered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """An empty cell below “1.2. ...” beside “1.2.4. ...” is covered by it; so are the first cells of a second line of a measure."""
    done: list[Row] = []
    for row in rows:
        done.append(_beneath(done[-1], row) if done and not row.is_head else row)
    return tuple(done)


def _beneath(last: Row, row: Row) -> Row:
    cells = list(row.cells)
    leading = next((number for number, cell in enumerate(cells) if cell.text and not cell.is_covered), 0)
    below = item(cells[leading].text)
    for column in range(leading):
        above = last.cells[column]
        if not cells[column].text and above.text and _reaches(item(above.text), below, leading, row):
            cells[column] = Cell(above.text, cells[column].place, is_covered=True)
    return replace(row, cells=tuple(cells))


def _reaches(above: str, below: str, leading: int, row: Row) -> bool:
    """Over a numbered row only from a number that it is part of; over one without a number, where most of its columns are filled."""
    if below:
        return bool(above) and below.startswith(above + ".")
    filled = sum(1 for cell in row.cells[leading:] if cell.text)
    return bool(above) and 2 * filled > len(row.cells)
