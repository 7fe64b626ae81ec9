"""Text with tabs, as a conversion gives it, and comma-separated values."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from globa.documents.document import Block, Document, Paragraph, Place, Table
from globa.documents.readers.characters import tidy
from globa.documents.readers.grid import rows_of

ENCODINGS = ("utf-8-sig", "utf-16", "windows-1257")
# What a conversion from the web leaves behind.
TAG = re.compile(r"</?(?:ul|ol|li|p|br|b|i|u|em|strong|span|div|font|sup|sub)(?:\s[^<>]*)?/?>", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    number: int
    page: int
    cells: tuple[str, ...]


def decoded(content: bytes) -> str | None:
    """None where it is no text in any encoding that Lithuanian offices used."""
    for encoding in ENCODINGS:
        if encoding == "utf-16" and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _is_binary(text) else text
    return None


def _is_binary(text: str) -> bool:
    return any(ord(character) < 32 and character not in "\t\n\r\f\v" for character in text[:100_000])


def read_tabbed(text: str) -> Document:
    """An empty line or a form feed is the end of a page."""
    lines = list(_lines(text))
    return Document("txt", tuple(_blocks(lines)), max((line.page for line in lines), default=1))


def _lines(text: str) -> Iterator[Line]:
    page, is_begun = 1, False
    for number, whole in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        ends = whole.count("\f")
        cells = tuple(tidy(TAG.sub(" ", cell)) for cell in whole.replace("\f", "").split("\t"))
        page += ends
        if any(cells):
            yield Line(number, page, cells)
            is_begun = True
        elif is_begun and not ends:
            page, is_begun = page + 1, False


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines of several cells that follow each other on a page are one table; a single cell is a line of text."""
    table, tables = list[Line](), 0
    for line in [*lines, Line(0, 0, ("",))]:
        if table and (len(line.cells) == 1 or line.page != table[-1].page):
            tables += 1
            yield _table(table, tables)
            table = []
        if len(line.cells) > 1:
            table.append(line)
        elif line.cells[0]:
            yield Paragraph(line.cells[0], Place(page=line.page, paragraph=line.number))


def _table(lines: Sequence[Line], number: int) -> Table:
    page = lines[0].page
    rows = rows_of([line.cells for line in lines], lambda row, column: Place(page, None, number, lines[row].number, column + 1))
    return Table(rows, Place(page=page, table=number))


def read_separated(text: str) -> Document:
    """The separator that stands most often in the first lines outside quotes: Lithuanian offices write semicolons."""
    first = re.sub(r'"[^"]*"', "", "\n".join(text.splitlines()[:20]))
    separator = max(";,", key=first.count)
    kept = [(number, row) for number, row in enumerate(csv.reader(text.splitlines(), delimiter=separator), 1) if any(map(str.strip, row))]
    texts = [[tidy(cell) for cell in row] for _, row in kept]
    rows = rows_of(texts, lambda row, column: Place(table=1, row=kept[row][0], column=column + 1))
    return Document("csv", (Table(rows, Place(table=1)),) if rows else ())


def is_separated(text: str, name: str) -> bool:
    """Text without tabs that its owner calls csv, or whose lines hold equally many semicolons; those of sentences have a space behind."""
    if "\t" in text:
        return False
    bare = [re.sub(r'"[^"]*"', "", line) for line in text.splitlines()[:20] if line.strip()]
    counts = {line.count(";") for line in bare}
    is_prose = 2 * sum(line.count("; ") for line in bare) > sum(line.count(";") for line in bare)
    return name.lower().endswith(".csv") or (len(bare) > 1 and len(counts) == 1 and counts != {0} and not is_prose)
