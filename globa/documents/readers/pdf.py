"""PDF: ruled tables and the lines of text between them, page by page."""

from __future__ import annotations

import itertools
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
from globa.documents.readers.pdf_unruled import parted
from globa.documents.refusals import NotRead

Told = Callable[[int, int], None]
# Two edges nearer than this are one.
NEAR = 3.0


@dataclass(frozen=True)
class Ruled:
    """A table by its lines: where it begins on the page, and its cells."""

    top: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Page:
    """`is_scanned` where there are pictures and no letters, or where nobody says which letters they are."""

    number: int
    height: float
    tables: tuple[Ruled, ...]
    lines: tuple[Line, ...]
    right: float = 0
    is_scanned: bool = False


def read(content: bytes, told: Told) -> Document:
    """One page at a time is in memory; `told` hears of each that is read."""
    pages: list[Page] = []
    with _opened(content) as opened:
        count = len(opened.pages)
        for number, page in enumerate(opened.pages, 1):
            pages.append(_page(page, number))
            page.close()
            told(number, count)
    lines = without_running([page.lines for page in pages], [page.height for page in pages])
    counted = itertools.count(1)
    blocks = [block for page, left in zip(pages, lines, strict=True) for block in _in_order(page, left, counted)]
    scanned = tuple(page.number for page in pages if page.is_scanned)
    if scanned and not blocks:
        raise NotRead("letters" if any(page.right for page in pages) else "scanned")
    return Document("pdf", tuple(blocks), count, scanned)


def _opened(content: bytes) -> Any:
    """A PDF that only forbids printing opens without a password."""
    try:
        return pdfplumber.open(BytesIO(content))
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise NotRead("password") from error
        raise


def _page(page: Any, number: int) -> Page:
    lighten(page)
    right = max((float(character["x1"]) for character in page.chars), default=0.0)
    if _is_unknown(page.chars):
        return Page(number, float(page.height), (), (), right, is_scanned=True)
    found = [table for table in page.find_tables() if len(table.cells) > 1]
    home = _homes(page.chars, [cell for table in found for cell in table.cells])
    tables = tuple(_ruled(found, home))
    is_scanned = bool(page.images) and not page.chars
    return Page(number, float(page.height), tables, tuple(lines_of(home[-1])), right, is_scanned)


def _ruled(found: Sequence[Any], home: dict[int, list[Any]]) -> Iterator[Ruled]:
    """Cells are counted through all tables of the page."""
    first = 0
    for table in found:
        texts = [unwrapped(lines_of(home[first + index]), cell[2]) for index, cell in enumerate(table.cells)]
        first += len(table.cells)
        yield Ruled(float(table.bbox[1]), tuple(_pieces(table.cells, texts)))


def _is_unknown(characters: Sequence[Any]) -> bool:
    """Most letters are only drawn: the file does not say which they are."""
    return 2 * sum(1 for character in characters if character["text"].startswith("(cid:")) > len(characters)


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


def _pieces(cells: Sequence[Any], texts: Sequence[str]) -> Iterator[Piece]:
    """A cell reaches over each row and column whose edges lie between its own."""
    across = _edges([edge for cell in cells for edge in (cell[0], cell[2])])
    down = _edges([edge for cell in cells for edge in (cell[1], cell[3])])
    for cell, text in zip(cells, texts, strict=True):
        row, column = _nearest(down, cell[1]), _nearest(across, cell[0])
        yield Piece(text, row, column, _nearest(down, cell[3]) - row, _nearest(across, cell[2]) - column)


def _edges(found: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for edge in sorted(found):
        if not kept or edge - kept[-1] > NEAR:
            kept.append(edge)
    return kept


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))


def _in_order(page: Page, lines: Sequence[Line], counted: Iterator[int]) -> Iterator[Block]:
    """Tables and the paragraphs between them, from the top of the page."""
    rest, numbers = list(lines), itertools.count(1)
    for ruled in sorted(page.tables, key=lambda ruled: ruled.top):
        yield from _between([line for line in rest if line.top < ruled.top], page, counted, numbers)
        rest = [line for line in rest if line.top >= ruled.top]
        if any(piece.text for piece in ruled.pieces):
            yield _table(ruled.pieces, page.number, next(counted))
    yield from _between(rest, page, counted, numbers)


def _between(lines: Sequence[Line], page: Page, counted: Iterator[int], numbers: Iterator[int]) -> Iterator[Block]:
    """Text, and tables that no lines rule."""
    for found in parted(lines):
        if found.cells:
            yield _table(found.cells, page.number, next(counted))
        else:
            yield from paragraphs(found.lines, page.number, numbers, page.right)


def _table(pieces: Sequence[Piece], page: int, number: int) -> Table:
    rows = spread(pieces, lambda row, column: Place(page, None, number, row + 1, column + 1))
    return Table(rows, Place(page=page, table=number))
