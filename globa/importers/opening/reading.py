"""A file read as rows of named cells; what they mean is not asked yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from globa.documents.document import Document, Row, Table
from globa.importers.opening.columns import Columns
from globa.importers.opening.headings import heading
from globa.importers.opening.refusals import ColumnsMissing, NoTableThere, TooManyRows

MOST_ROWS = 900
"""No centre has as many children, and a form with a tick for each row is taken up to a thousand fields."""
HEAD_WITHIN = 10
SECONDS = 30


@dataclass(frozen=True)
class ReadRow:
    """`line` is the row of the file as its owner counts it; `cells` holds what stands in the columns that are known."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, role: str) -> str:
        return self.cells.get(role, "")


@dataclass(frozen=True)
class ReadTable:
    rows: tuple[ReadRow, ...]
    unread: tuple[str, ...] = ()


def read(content: bytes, name: str) -> ReadTable:
    """Refuses what holds no such table, and what is more than anybody looks through."""
    # Loaded with the first table that somebody brings: other pages need no readers.
    from globa.documents.apart import read_apart

    return table_in(read_apart(content, name=name, seconds=SECONDS))


def table_in(document: Document) -> ReadTable:
    """The first table with a head that is understood."""
    for table in document.tables:
        for number, row in enumerate(table.rows[:HEAD_WITHIN]):
            if columns := Columns.in_head(row.texts):
                return _read(table, number, columns)
    raise NoTableThere


def _read(table: Table, head: int, columns: Columns) -> ReadTable:
    if columns.missing:
        raise ColumnsMissing(", ".join(heading(role) for role in columns.missing))
    rows = tuple(_rows(table.rows[head + 1 :], columns))
    if len(rows) > MOST_ROWS:
        raise TooManyRows(MOST_ROWS)
    if not rows:
        raise NoTableThere
    return ReadTable(rows, columns.unread)


def _rows(rows: tuple[Row, ...], columns: Columns) -> Iterator[ReadRow]:
    for number, row in enumerate(rows, 1):
        cells = {role: row.texts[column].strip() for role, column in columns.of.items()}
        if any(cells.values()):
            yield ReadRow(row.cells[0].place.row or number, cells)
