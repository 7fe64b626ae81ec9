"""Rows and columns of a workbook that its author hid or a filter did: they are read like others, and told to whoever reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from io import BytesIO, StringIO
from zipfile import ZipFile

import xlrd  # type: ignore[import-untyped]

from globa.documents.document import Block, Place, Table
from globa.documents.readers.workbook_formulas import sheets

MOST = 16384
"""So many columns a sheet has; what repeats a row or a column more often repeats emptiness."""
ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
ATTRIBUTE = re.compile(rb'([\w:-]+)="([^"]*)"')
OF_A_TABLE = re.compile(rb"<table:table(?:\s([^>]*))?>|<table:table-(row|column)\b([^>]*)>")
COLLAPSED = (b"collapse", b"filter")


def hidden(content: bytes, kind: str, blocks: Iterable[Block]) -> tuple[Place, ...]:
    """Only where something stands in them."""
    found = set({"xlsx": _of_xlsx, "ods": _of_ods, "xls": _of_xls}.get(kind, _of_nothing)(content))
    if not found:
        return ()
    squares = [cell.place for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells if cell.text]
    rows = {Place(sheet=one.sheet, row=one.row) for one in squares}
    columns = {Place(sheet=one.sheet, column=one.column) for one in squares}
    return tuple(sorted((found & rows) | (found & columns), key=lambda one: (one.sheet or "", one.row or 0, one.column or 0)))


def _of_nothing(_content: bytes) -> Iterator[Place]:
    yield from ()


def _of_xlsx(content: bytes) -> Iterator[Place]:
    with ZipFile(BytesIO(content)) as packed:
        for name, path in sheets(packed).items():
            yield from _of_sheet(packed.read(path), name)


def _of_sheet(sheet: bytes, name: str) -> Iterator[Place]:
    for said in map(_said, COLUMN.findall(sheet)):
        if said.get(b"hidden") in (b"1", b"true"):
            last = min(int(said.get(b"max", b"0")), MOST)
            yield from (Place(sheet=name, column=column) for column in range(int(said.get(b"min", b"1")), last + 1))
    for number, said in enumerate(map(_said, ROW.findall(sheet)), 1):
        if said.get(b"hidden") in (b"1", b"true"):
            yield Place(sheet=name, row=int(said.get(b"r", b"%d" % number)))


def _of_xls(content: bytes) -> Iterator[Place]:
    """Of what is damaged as much as can be read: the words were read by another library, and stay."""
    with suppress(Exception):
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, on_demand=True, logfile=StringIO())
        for name in book.sheet_names():
            sheet = book.sheet_by_name(name)
            yield from (Place(sheet=name, row=row + 1) for row, said in sheet.rowinfo_map.items() if said.hidden)
            yield from (Place(sheet=name, column=column + 1) for column, said in sheet.colinfo_map.items() if said.hidden)
            book.unload_sheet(name)


def _of_ods(content: bytes) -> Iterator[Place]:
    with ZipFile(BytesIO(content)) as packed:
        written = packed.read("content.xml")
    name, at = "", {b"row": 0, b"column": 0}
    for table, kind, rest in OF_A_TABLE.findall(written):
        if not kind:
            name, at = unescape(_said(table).get(b"table:name", b"").decode("utf-8", "replace")), {b"row": 0, b"column": 0}
            continue
        said = _said(rest)
        many = int(said.get(b"table:number-%ss-repeated" % kind, b"1"))
        if said.get(b"table:visibility") in COLLAPSED:
            yield from (_placed(name, kind, at[kind] + one) for one in range(1, min(many, MOST) + 1))
        at[kind] += many


def _placed(name: str, kind: bytes, number: int) -> Place:
    return Place(sheet=name, row=number) if kind == b"row" else Place(sheet=name, column=number)


def _said(tag: bytes) -> dict[bytes, bytes]:
    return dict(ATTRIBUTE.findall(tag))
