"""A document read in this process: for our own files and tests; a stranger's is read by `apart`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from globa.documents.document import Document
from globa.documents.kinds import kind_of
from globa.documents.refusals import NotRead
from globa.documents.shaping.shaped import shaped

Told = Callable[[int, int], None]


def unheard(done: int, of: int) -> None:
    """Progress that nobody asked for."""


def read(source: Path | str | bytes, *, name: str = "", told: Told = unheard) -> Document:
    """Headings, paragraphs and whole tables in their order. `told` hears of pages: how many are done, of how many."""
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    document = shaped(as_it_lies(content, kind_of(content, name), told))
    if not document.blocks:
        raise NotRead("nothing")
    return document


def as_it_lies(content: bytes, kind: str, told: Told = unheard) -> Document:
    """Tables as the file cuts them; what a reader cannot make out is a damaged document, whatever it says of it."""
    try:
        return _read(content, kind, told)
    except (NotRead, MemoryError):
        raise
    except Exception as error:
        raise NotRead("too_much" if _wanted_memory(error) else "damaged") from error


def _wanted_memory(error: BaseException | None) -> bool:
    """A reader may wrap what stopped it into an error of its own."""
    while error is not None:
        if isinstance(error, MemoryError) or any(isinstance(part, MemoryError) for part in error.args):
            return True
        error = error.__cause__ or error.__context__
    return False


def _read(content: bytes, kind: str, told: Told) -> Document:
    """Each reader is loaded when it is asked for: they are large."""
    if kind == "docx":
        from globa.documents.readers import word

        return word.read(content)
    if kind == "odt":
        from globa.documents.readers import opendocument

        return opendocument.read(content)
    if kind in ("xlsx", "xls", "ods"):
        from globa.documents.readers import workbook

        return workbook.read(content, kind)
    if kind == "pdf":
        from globa.documents.readers import pdf

        return pdf.read(content, told)
    return _plain(content, kind)


def _plain(content: bytes, kind: str) -> Document:
    from globa.documents.readers import plain

    text = plain.decoded(content) or ""
    return plain.read_separated(text) if kind == "csv" else plain.read_tabbed(text)
