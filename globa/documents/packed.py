"""What a packed document (.docx, .xlsx, .odt, .ods) hides is looked through before any reader sees it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from globa.documents.refusals import NotRead

MB = 1024 * 1024
MOST_MB = 100
MOST_PARTS = 4000
PIECE = 256 * 1024
# Of a part's name, as much as is told.
LONGEST = 80
PROGRAMS = re.compile(r"vbaProject\.bin$|vbaData\.xml$|(?:^|/)macrosheets/|^Basic/(?!.*script-l[bc]\.xml$).+\.xml$|^Scripts/.*[^/]$")
# Longer than the longest declaration's beginning in two bytes a letter.
OVERLAP = 32


def look_through(content: bytes) -> None:
    """
    Each part is unpacked a piece at a time and counted as it comes out: what the file says of its sizes is not believed.

    Whatever a broken archive makes the library raise is one refusal. It has no error of its own for most: an unknown way of packing is a
    NotImplementedError, a locked part a RuntimeError, a wrong size an EOFError, a seek before the beginning an OSError or ValueError.
    """
    try:
        with ZipFile(BytesIO(content)) as packed:
            _look(packed)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NotRead("damaged") from error


def _look(packed: ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise NotRead("too_many", most=str(MOST_PARTS))
    for part in parts:
        if part.flag_bits & 1:
            raise NotRead("password")
        if PROGRAMS.search(part.filename):
            raise NotRead("macros", part=part.filename[:LONGEST])
    left = MOST_MB * MB
    for part in parts:
        left -= _unpacked(packed, part, left)


def _unpacked(packed: ZipFile, part: ZipInfo, most: int) -> int:
    size, tail = 0, b""
    for piece in _pieces(packed, part):
        size += len(piece)
        if size > most:
            raise NotRead("bomb", most=str(MOST_MB))
        if part.filename.endswith((".xml", ".rels")):
            _no_declarations(tail + piece, part.filename)
            tail = piece[-OVERLAP:]
    return size


def _pieces(packed: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with packed.open(part) as opened:
        while piece := opened.read(PIECE):
            yield piece


def _no_declarations(piece: bytes, name: str) -> None:
    """In one byte a letter and in two; a macro-enabled document says so in its list of parts, a locked one in its manifest."""
    plain = piece.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise NotRead("entities", part=name[:LONGEST])
    if name == "[Content_Types].xml" and b"macroEnabled" in plain:
        raise NotRead("macros", part=name)
    if name == "META-INF/manifest.xml" and b"encryption-data" in plain:
        raise NotRead("password")
