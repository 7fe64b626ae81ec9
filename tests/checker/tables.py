"""Documents for tests, written as a text converter writes them: a line a row, cells apart by a bar."""

from __future__ import annotations

from globa.documents.document import Cell, Document, Paragraph, Place, Row, Table


def table(written: str, *, number: int = 1, heads: int = 1, caption: str = "") -> Table:
    """`heads` rows are marked as heads, as a reader of files marks them."""
    lines = [line.split("|") for line in written.strip().splitlines()]
    width = max(len(line) for line in lines)
    rows = [_row(number, place, [*line, *[""] * (width - len(line))], is_head=place <= heads) for place, line in enumerate(lines, start=1)]
    return Table(tuple(rows), Place(table=number), caption)


def _row(number: int, row: int, texts: list[str], *, is_head: bool) -> Row:
    cells = (Cell(text.strip(), Place(table=number, row=row, column=column)) for column, text in enumerate(texts, start=1))
    return Row(tuple(cells), is_head)


def document(*blocks: Table | str) -> Document:
    """Strings are paragraphs."""
    made = [Paragraph(one, Place(paragraph=place)) if isinstance(one, str) else one for place, one in enumerate(blocks, start=1)]
    return Document("docx", tuple(made))
