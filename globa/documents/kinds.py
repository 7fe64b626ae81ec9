"""What a file is, by what is in it: a name can say anything."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from globa.documents.packed import MB, look_through
from globa.documents.readers.plain import decoded, is_separated
from globa.documents.refusals import NotRead

MOST_MB = 25
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def kind_of(content: bytes, name: str = "") -> str:
    """Refuses what is none of them and what is not safe to be opened."""
    if not content.strip():
        raise NotRead("empty")
    if len(content) > MOST_MB * MB:
        raise NotRead("too_large", most=str(MOST_MB))
    if content.startswith(b"PK"):
        look_through(content)
        return _packed(content)
    if content.startswith(OLE):
        return _old(content)
    if re.search(rb"%PDF-\d", content[:1024]):
        return "pdf"
    return _text(content, name)


def _packed(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = set(packed.namelist())
            kind = TYPES.get(packed.read("mimetype").strip(), "") if "mimetype" in names else ""
    except (BadZipFile, OSError, ValueError) as error:
        raise NotRead("damaged") from error
    if kind:
        return kind
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    if any(re.fullmatch(r"xl/workbook\d*\.(?:xml|bin)", name) for name in names):
        return "xlsx"
    raise NotRead("unknown")


def _old(content: bytes) -> str:
    """The names of its streams stand in its directory in two bytes a letter."""
    if _holds(content, "EncryptedPackage"):
        raise NotRead("password")
    for program in ("_VBA_PROJECT", "_VBA_PROJECT_CUR"):
        if _holds(content, program):
            raise NotRead("macros", part=program)
    if _holds(content, "WordDocument"):
        raise NotRead("old_word")
    if _holds(content, "Workbook") or _holds(content, "Book"):
        return "xls"
    raise NotRead("unknown")


def _holds(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") + b"\0\0" in content


def _text(content: bytes, name: str) -> str:
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith(b"{\\rtf"):
        raise NotRead("rich_text")
    if start.startswith((b"<!doctype html", b"<html")):
        raise NotRead("web_page")
    text = decoded(content)
    if text is None or start.startswith(b"<?xml"):
        raise NotRead("unknown")
    if not text.strip():
        raise NotRead("empty")
    return "csv" if is_separated(text, name) else "txt"
