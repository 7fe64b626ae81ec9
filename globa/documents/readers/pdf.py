"""PDF: ruled tables and the lines of text between them, page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from globa.documents.document import Block, Document, Place, Table
from globa.documents.readers.grid import Piece, spread
from globa.documents.readers.pdf_characters import lighten
from globa.documents.readers.pdf_lines import Line, lines_of, paragraphs, unwrapped, without_running
from globa.documents.refusals import NotRead

Told = Callable[[int, int], None]
# Two edges nearer than this are one.
NEAR = 3.0


@dataclass(frozen=True)
class Page:
    number: int
    height: float
    tables: tuple[tuple[float, Table], ...]
    lines: tuple[Line, ...]
    is_scanned: bool = False


def read(content: bytes, told: Told) -> Document:
    """One page at a time is in memory; `told` hears of each that is read."""
    pages: list[Page] = []
    with _opened(content) as opened:
        count = len(opened.pages)
        for number, page in enumerate(opened.pages, 1):
            pages.append(_page(page, number, sum(len(read.tables) for read in pages)))
            page.close()
            told(number, count)
    lines = without_running([page.lines for page in pages], [page.height for page in pages])
    blocks = [block for page, left in zip(pages, lines, strict=True) for block in _in_order(page, left)]
    scanned = tuple(page.number for page in pages if page.is_scanned)
    if scanned and not blocks:
        raise NotRead("scanned")
    return Document("pdf", tuple(blocks), count, scanned)


def _opened(content: bytes) -> Any:
    """A PDF that only forbids printing opens without a password."""
    try:
        return pdfplumber.open(BytesIO(content))
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise NotRead("password") from error
        raise


def _page(page: Any, number: int, tables_before: int) -> Page:
    lighten(page)
    found = [table for table in page.find_tables() if len(table.cells) > 1]
    home = _homes(page.chars, [cell for table in found for cell in table.cells])
    tables, first = list[tuple[float, Table]](), 0
    for table in found:
        texts = [unwrapped(lines_of(home[first + index]), table.cells[index][2]) for index in range(len(table.cells))]
        first += len(table.cells)
        place = Place(page=number, table=tables_before + len(tables) + 1)
        tables.append((float(table.bbox[1]), _table(table.cells, texts, place)))
    is_scanned = bool(page.images) and not page.chars
    return Page(number, float(page.height), tuple(tables), tuple(lines_of(home[-1])), is_scanned)


def _homes(characters: Sequence[Any], cells: Sequence[Any]) -> dict[int, list[Any]]:
    """Each character under the number of the cell that its middle is in, or under -1."""
    home: dict[int, list[Any]] = defaultdict(list)
    last = -1
    for character in characters:
        x, y = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
        if last < 0 or not _is_in(cells[last], x, y):
            last = next((index for index, cell in enumerate(cells) if _is_in(cell, x, y)), -1)
        home[last].append(character)
    return home


def _is_in(cell: Any, x: float, y: float) -> bool:
    return bool(cell[0] <= x < cell[2] and cell[1] <= y < cell[3])


def _table(cells: Sequence[Any], texts: Sequence[str], place: Place) -> Table:
    """A cell reaches over each row and column whose edges lie between its own."""
    across = _edges([edge for cell in cells for edge in (cell[0], cell[2])])
    down = _edges([edge for cell in cells for edge in (cell[1], cell[3])])
    pieces = [
        Piece(text, row, column, _nearest(down, cell[3]) - row, _nearest(across, cell[2]) - column)
        for cell, text in zip(cells, texts, strict=True)
        for row, column in [(_nearest(down, cell[1]), _nearest(across, cell[0]))]
    ]
    rows = spread(pieces, lambda row, column: Place(place.page, None, place.table, row + 1, column + 1))
    return Table(rows, place)


def _edges(found: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for edge in sorted(found):
        if not kept or edge - kept[-1] > NEAR:
            kept.append(edge)
    return kept


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))


def _in_order(page: Page, lines: Sequence[Line]) -> Iterator[Block]:
    """Tables and the paragraphs between them, from the top of the page."""
    rest = list(lines)
    for top, table in sorted(page.tables, key=lambda placed: placed[0]):
        yield from paragraphs([line for line in rest if line.top < top], page.number)
        rest = [line for line in rest if line.top >= top]
        if any(cell.text for row in table.rows for cell in row.cells):
            yield table
    yield from paragraphs(rest, page.number)
