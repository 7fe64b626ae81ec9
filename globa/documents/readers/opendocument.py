"""OpenDocument text (.odt)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from globa.documents.document import Block, Document, Heading, Paragraph, Place, Table
from globa.documents.readers.characters import tidy
from globa.documents.readers.grid import Piece, spread

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
}
MOST_REPEATED = 100


def named(name: str) -> str:
    space, _, local = name.partition(":")
    return f"{{{NAMES[space]}}}{local}"


HEADING, PARAGRAPH, TABLE, ROW = named("text:h"), named("text:p"), named("table:table"), named("table:table-row")
CELLS = (named("table:table-cell"), named("table:covered-table-cell"))
UNSEEN = {named(name) for name in ("text:tracked-changes", "office:annotation", "text:note", "office:forms", "text:ruby-text")}
GROUPS = {named(f"table:{name}") for name in ("table-header-rows", "table-rows", "table-row-group")}


def read(content: bytes) -> Document:
    with ZipFile(BytesIO(content)) as packed:
        root = etree.fromstring(packed.read("content.xml"), etree.XMLParser(resolve_entities=False, no_network=True))
    body = root.find(f"{named('office:body')}/{named('office:text')}")
    return Document("odt", tuple(_Reading().blocks(body)) if body is not None else ())


@dataclass
class _Reading:
    tables: int = 0
    paragraphs: int = 0

    def blocks(self, parent: Any) -> Iterator[Block]:
        for child in parent:
            if child.tag == TABLE:
                yield from self._table(child)
            elif child.tag in (HEADING, PARAGRAPH):
                yield from self._paragraph(child)
            elif child.tag not in UNSEEN:
                yield from self.blocks(child)

    def _paragraph(self, element: Any) -> Iterator[Heading | Paragraph]:
        text = tidy(words(element))
        if not text:
            return
        self.paragraphs += 1
        place = Place(paragraph=self.paragraphs)
        yield Heading(text, place, _number(element, "text:outline-level")) if element.tag == HEADING else Paragraph(text, place)

    def _table(self, element: Any) -> Iterator[Table]:
        self.tables += 1
        number = self.tables
        rows = spread(list(_pieces(element)), lambda row, column: Place(table=number, row=row + 1, column=column + 1))
        if rows:
            yield Table(rows, Place(table=number))


def _pieces(table: Any) -> Iterator[Piece]:
    """A covered cell says nothing of its own: the cell that covers it reaches over it."""
    for row, line in enumerate(_rows(table)):
        is_head = line.getparent().tag == named("table:table-header-rows")
        column = 0
        for cell in (child for child in line if child.tag in CELLS):
            times = _number(cell, "table:number-columns-repeated")
            if cell.tag == CELLS[0]:
                wide, high = _number(cell, "table:number-columns-spanned"), _number(cell, "table:number-rows-spanned")
                text = tidy("\n".join(words(part) for part in cell.iter(HEADING, PARAGRAPH)))
                yield from (Piece(text, row, column + step, high, wide, is_head) for step in range(times))
            column += times


def _rows(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == ROW:
            yield from [child] * _number(child, "table:number-rows-repeated")
        elif child.tag in GROUPS:
            yield from _rows(child)


def words(element: Any) -> str:
    return (element.text or "") + "".join(_part(child) + (child.tail or "") for child in element)


def _part(element: Any) -> str:
    if element.tag == named("text:s"):
        return " " * _number(element, "text:c")
    if element.tag == named("text:tab"):
        return " "
    if element.tag == named("text:line-break"):
        return "\n"
    return "" if element.tag in UNSEEN or not isinstance(element.tag, str) else words(element)


def _number(element: Any, name: str) -> int:
    text = element.get(named(name), "")
    return max(1, min(int(text), MOST_REPEATED)) if text.isdigit() else 1
