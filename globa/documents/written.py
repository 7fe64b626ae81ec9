"""A document as JSON and back: between processes, and where one is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from globa.documents.document import Block, Cell, Document, Heading, Paragraph, Place, Row, Table


def as_json(document: Document) -> bytes:
    """Lists instead of names: a document of many cells stays small."""
    blocks = [_block(block) for block in document.blocks]
    told = {"kind": document.kind, "pages": document.pages, "without_text": document.without_text, "blocks": blocks}
    told["hidden"] = [_place(place) for place in document.hidden]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(content: bytes) -> Document:
    return of(json.loads(content))


def of(told: Mapping[str, Any]) -> Document:
    hidden = tuple(Place(*place) for place in told.get("hidden", ()))
    return Document(told["kind"], tuple(map(_read, told["blocks"])), told["pages"], tuple(told["without_text"]), hidden)


def _block(block: Block) -> list[Any]:
    if isinstance(block, Table):
        return ["table", _place(block.place), block.caption, [[row.is_head, [_cell(cell) for cell in row.cells]] for row in block.rows]]
    if isinstance(block, Heading):
        return ["heading", _place(block.place), block.text, block.level]
    return ["paragraph", _place(block.place), block.text]


def _read(told: list[Any]) -> Block:
    kind, place, text = told[0], Place(*told[1]), told[2]
    if kind == "table":
        return Table(tuple(Row(tuple(map(_cell_read, cells)), is_head) for is_head, cells in told[3]), place, text)
    return Heading(text, place, told[3]) if kind == "heading" else Paragraph(text, place)


def _cell(cell: Cell) -> list[Any]:
    return [cell.text, _place(cell.place), cell.is_covered, [_place(place) for place in cell.also]]


def _cell_read(told: list[Any]) -> Cell:
    text, place, is_covered, also = told
    return Cell(text, Place(*place), is_covered, tuple(Place(*place) for place in also))


def _place(place: Place) -> list[Any]:
    return [place.page, place.sheet, place.table, place.row, place.column, place.paragraph, place.sentence]
