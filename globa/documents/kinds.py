"""What a file is, by what is in it: a name can say anything."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from globa.documents.readers.plain import decoded, is_separated

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def kind_of(content: bytes, name: str = "") -> str:
    """Empty for what is none of them."""
    if content.startswith(b"PK"):
        return _packed(content)
    if content.startswith(OLE):
        return _old(content)
    if re.search(rb"%PDF-\d", content[:1024]):
        return "pdf"
    text = decoded(content)
    if text is None or not text.strip() or text.lstrip()[:5].lower() in ("<?xml", "<!doc", "<html", "{\\rtf"):
        return ""
    return "csv" if is_separated(text, name) else "txt"


def _packed(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = set(packed.namelist())
            if "mimetype" in names and packed.getinfo("mimetype").file_size < 200:
                return TYPES.get(packed.read("mimetype").strip(), "")
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return ""
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    return "xlsx" if any(re.fullmatch(r"xl/workbook\d*\.(xml|bin)", name) for name in names) else ""


def _old(content: bytes) -> str:
    """The names of its streams stand in its directory in two bytes a letter."""
    for stream, kind in (("Workbook", "xls"), ("Book", "xls")):
        if _stream(stream) in content:
            return kind
    return ""


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"
