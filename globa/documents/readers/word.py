"""Word documents (.docx)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document as open_word
from docx.oxml.ns import qn

from globa.documents.document import Block, Document, Heading, Paragraph, Place, Table
from globa.documents.readers.characters import tidy
from globa.documents.readers.grid import Piece, spread
from globa.documents.readers.word_numbers import Numbers

WRAPPERS = {qn(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")}
# Removed by its author, told by a field, or drawn a second time for old programs.
UNSEEN = {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rPr", "w:pPr", "w:sdtPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
MARKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read(content: bytes) -> Document:
    opened = open_word(BytesIO(content))
    reading = _Reading(Numbers.of(opened), {style.style_id: style.name or "" for style in opened.styles if style.type == 1})
    return Document("docx", tuple(reading.blocks(opened.element.body)))


@dataclass
class _Reading:
    numbers: Numbers
    styles: dict[str, str]
    tables: int = 0
    paragraphs: int = 0
    heads: set[int] = field(default_factory=set)

    def blocks(self, parent: Any) -> Iterator[Block]:
        for element in _inner(parent):
            if element.tag == TABLE:
                yield from filter(None, [self._table(element)])
            else:
                yield from filter(None, map(self._paragraph, _paragraphs([element])))

    def _paragraph(self, element: Any) -> Heading | Paragraph | None:
        text = tidy(self.numbers.before(element) + words(element))
        if not text:
            return None
        self.paragraphs += 1
        place = Place(paragraph=self.paragraphs)
        level = self._level(element)
        return Heading(text, place, level) if level else Paragraph(text, place)

    def _level(self, element: Any) -> int:
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = self.styles.get(style.get(qn("w:val")), "") if style is not None else ""
        last = name.rpartition(" ")[2]
        if name == "Title":
            return 1
        return int(last) if name.lower().startswith(("heading ", "antraštė ")) and last.isdigit() else 0

    def _table(self, element: Any) -> Table | None:
        self.tables += 1
        number = self.tables
        pieces = list(self._pieces(element))
        rows = spread(pieces, lambda row, column: Place(table=number, row=row + 1, column=column + 1))
        return Table(rows, Place(table=number)) if rows else None

    def _pieces(self, table: Any) -> Iterator[Piece]:
        grown: dict[int, Piece] = {}
        for row, line in enumerate(child for child in _unwrapped(table) if child.tag == ROW):
            is_head = line.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            column = _number(line, "w:trPr/w:gridBefore", 0)
            for cell in (child for child in _unwrapped(line) if child.tag == CELL):
                piece = Piece(self._text(cell), row, column, 1, _number(cell, "w:tcPr/w:gridSpan", 1), is_head)
                above = grown.get(column)
                if _is_continued(cell) and above and above.row + above.rows == row and above.columns == piece.columns:
                    grown[column] = Piece(above.text, above.row, column, above.rows + 1, above.columns, above.is_head)
                else:
                    if above:
                        yield above
                    grown[column] = piece
                column += piece.columns
        yield from grown.values()

    def _text(self, cell: Any) -> str:
        return tidy("\n".join(self.numbers.before(paragraph) + words(paragraph) for paragraph in _paragraphs(cell)))


def words(element: Any) -> str:
    """What a reader sees of it: tracked insertions are there, deletions are not."""
    return "".join(_words(element))


def _words(element: Any) -> Iterator[str]:
    for child in () if _is_hidden(element) else element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag not in UNSEEN and child.tag != PARAGRAPH:
            yield from _words(child)


def _is_hidden(run: Any) -> bool:
    """Text that its author made hidden: neither the screen nor the paper shows it."""
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") if run.tag == qn("w:r") else None
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off")


def _paragraphs(parent: Any) -> Iterator[Any]:
    """Each with those of text boxes that hang on it; a box is drawn a second time for old programs."""
    for child in parent:
        if child.tag == PARAGRAPH:
            yield child
        if child.tag not in UNSEEN:
            yield from _paragraphs(child)


def _inner(parent: Any) -> Iterator[Any]:
    yield from (child for child in _unwrapped(parent) if child.tag in (PARAGRAPH, TABLE))


def _unwrapped(parent: Any) -> Iterator[Any]:
    """Children, those too that a content control or a tracked insertion holds."""
    for child in parent:
        if child.tag in WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child


def _is_continued(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _number(element: Any, path: str, otherwise: int) -> int:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    text = "" if found is None else found.get(qn("w:val"), "")
    return min(int(text), 1000) if text.isdigit() else otherwise
