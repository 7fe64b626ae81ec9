"""A document of somebody else's, whatever its format: headings, paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """
    Where something stands, counted from one as a person counts; None for what the format does not know.

    `page` is known of PDF and of text with page breaks, `sheet` of workbooks. `row` and `column` are of the table as it stands in the
    file, before torn rows were joined and shifted cells put back, so that a reader finds them there; in a workbook they are the sheet's, in
    text the row is the line of the file.
    """

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    sentence: int | None = None


def column_of(number: int) -> str:
    """The letters by which workbooks call a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True)
class Heading:
    text: str
    place: Place
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """
    A cell of the grid. A merged cell stands in each square that it covers: once itself, elsewhere with `is_covered`.

    `also` are the places of the pieces that were joined to it from torn rows.
    """

    text: str
    place: Place
    is_covered: bool = False
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    is_head: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """All rows are equally long; rows of one page that go on from the page before have been joined (`torn`), repeated heads dropped."""

    rows: tuple[Row, ...]
    place: Place
    caption: str = ""

    @property
    def head(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.is_head)

    @property
    def body(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.is_head)


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Document:
    """
    `kind` is docx, xlsx, xls, ods, odt, pdf, csv or txt, found by content, never by the name alone.

    `without_text` are the pages that hold a picture and no text: what stands on them was not read. `hidden` are rows and columns of a
    workbook that nobody sees on the screen; what stands in them was read.
    """

    kind: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    without_text: tuple[int, ...] = ()
    hidden: tuple[Place, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def cells(self) -> Iterator[Cell]:
        for table in self.tables:
            for row in table.rows:
                yield from (cell for cell in row.cells if not cell.is_covered)
