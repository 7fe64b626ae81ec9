"""From what a file holds to what a person would call its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from globa.documents.document import Block, Document, Heading, Paragraph, Row, Table
from globa.documents.shaping.columns import Columns
from globa.documents.shaping.covered import covered
from globa.documents.shaping.pages import Whole, put_together, said_width
from globa.documents.shaping.torn import goes_on, joined

LONGEST_CAPTION = 200
GOAL = re.compile(r"\d{1,2}\.?\s+(?:tiksl|uždavin|priorit|program|strategin)", re.IGNORECASE)


def shaped(document: Document) -> Document:
    return replace(document, blocks=tuple(_blocks(document)))


def _blocks(document: Document) -> Iterator[Block]:
    """Lines over the whole width above a head stand before the table as text, and are its caption."""
    last: list[Heading | Paragraph] = []
    for block in put_together(document.blocks):
        if not isinstance(block, Whole):
            yield block
            last.append(block)
            continue
        titles = [Paragraph(row.cells[0].text, row.cells[0].place) for row in block.titles]
        yield from titles
        yield _table(block, "\n".join(title.text for title in titles) or _caption(last))
        last = []


def _caption(lines: Sequence[Heading | Paragraph]) -> str:
    """The line right above, and a numbered goal above that one."""
    if not lines or len(lines[-1].text) > LONGEST_CAPTION:
        return ""
    is_named = len(lines) > 1 and GOAL.match(lines[-2].text)
    return "\n".join(line.text for line in (lines[-2:] if is_named else lines[-1:]))


def _table(whole: Whole, caption: str) -> Table:
    rows = covered([*whole.heads, *_body(whole)])
    return Table(_trimmed(rows), whole.place, caption)


def _body(whole: Whole) -> list[Row]:
    """Row by row: put back in its columns, then joined to the one above where it is the rest of it."""
    columns = Columns.of(whole.body)
    rows: list[Row] = []
    for number, row in enumerate(whole.body):
        if not any(row.texts):
            continue
        if rows and goes_on(rows[-1], row, at_break=number in whole.breaks):
            rows[-1] = joined(rows[-1], row)
        else:
            rows.append(columns.put_back(row) if columns else row)
    return rows


def _trimmed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Columns that are empty from top to bottom on the right say nothing."""
    width = said_width(rows)
    return tuple(replace(row, cells=row.cells[:width]) for row in rows)
