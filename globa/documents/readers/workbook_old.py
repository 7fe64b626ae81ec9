"""What an .xls says of its rows and columns: its stream is put together of sectors, and each record of it has a number and a length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from struct import error as TooShort
from struct import unpack_from

from globa.documents.document import Place

END, SMALL = 0xFFFFFFFC, 4096
"""Numbers of sectors from there on are marks; a stream shorter than this lies in sectors of its own kind, and no workbook is so short."""
SHEET, COLUMNS, ROW, LAST = 0x85, 0x7D, 0x208, 0x0A
HIDDEN_ROW = 0x20
SIZES = {9: 512, 12: 4096}
"""Of a sector, by how the head tells it."""


def hidden(content: bytes) -> Iterator[Place]:
    """Of what is damaged, or in an older form than that of 1997, as much as can be read."""
    try:
        yield from _of_book(_stream(content, "Workbook"))
    except (TooShort, IndexError, UnicodeDecodeError):
        return


def _of_book(book: bytes) -> Iterator[Place]:
    for kind, at, _length in _records(book, 0):
        if kind == SHEET:
            start, many, is_wide = unpack_from("<I", book, at)[0], book[at + 6], book[at + 7] & 1
            name = book[at + 8 : at + 8 + many * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1")
            yield from _of_sheet(book, start, name)


def _of_sheet(book: bytes, start: int, name: str) -> Iterator[Place]:
    for kind, at, length in _records(book, start):
        if kind == ROW and length >= 16:
            number, options = unpack_from("<H", book, at)[0], unpack_from("<H", book, at + 12)[0]
            if options & HIDDEN_ROW:
                yield Place(sheet=name, row=number + 1)
        elif kind == COLUMNS and length >= 10:
            first, last, _width, _face, options = unpack_from("<5H", book, at)
            if options & 1:
                yield from (Place(sheet=name, column=column + 1) for column in range(first, min(last, 255) + 1))


def _records(book: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """The number of each, where it begins and how long it is, to the end of its part of the stream."""
    while at + 4 <= len(book):
        kind, length = unpack_from("<2H", book, at)
        if kind == LAST:
            return
        yield kind, at + 4, length
        at += 4 + length


def _stream(content: bytes, name: str) -> bytes:
    size = SIZES.get(unpack_from("<H", content, 30)[0], 0)
    if not size:
        return b""
    table = _table(content, size)
    directory = _chain(content, table, unpack_from("<I", content, 48)[0], size)
    for at in range(0, len(directory) - 127, 128):
        letters = unpack_from("<H", directory, at + 64)[0]
        if directory[at : at + max(letters - 2, 0)] == name.encode("utf-16-le"):
            first, length = unpack_from("<2I", directory, at + 116)
            return _chain(content, table, first, size)[:length] if length >= SMALL else b""
    return b""


def _table(content: bytes, size: int) -> tuple[int, ...]:
    """Which sector follows which; the first 109 parts of it are named in the head, the others in sectors that follow one another."""
    named = list(unpack_from("<109I", content, 76))
    more, many, most = unpack_from("<I", content, 68)[0], size // 4 - 1, len(content) // size
    while more < END and len(named) < most:
        at = (more + 1) * size
        named += unpack_from(f"<{many}I", content, at)
        more = unpack_from("<I", content, at + 4 * many)[0]
    parts = (unpack_from(f"<{size // 4}I", content, (one + 1) * size) for one in dict.fromkeys(named) if one < END)
    return tuple(chain.from_iterable(parts))


def _chain(content: bytes, table: tuple[int, ...], first: int, size: int) -> bytes:
    """A chain that comes back to itself ends where it would be longer than the file."""
    found: list[bytes] = []
    while first < len(table) and len(found) * size <= len(content):
        found.append(content[(first + 1) * size : (first + 2) * size])
        first = table[first]
    return b"".join(found)
