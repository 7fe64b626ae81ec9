"""Whatever is dropped in: it is read, or refused with a sentence."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.documents.document import Document
from globa.documents.reading import read
from globa.documents.refusals import NotRead
from globa.documents.written import as_json, from_json
from tests.documents.made import packed

STARTS = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]
cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


def _whole(content: bytes) -> Document:
    document = read(content)
    assert from_json(as_json(document)) == document
    return document


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused(start: bytes, rest: bytes) -> None:
    with suppress(NotRead):
        _whole(start + rest)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_a_part_of_any_content_is_read_or_refused(text: str) -> None:
    for name in ("word/document.xml", "xl/workbook.xml"):
        with suppress(NotRead):
            _whole(packed({name: text.encode("utf-8", "replace")}))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=8))
def test_lines_of_any_text_lose_nothing(rows: list[list[str]]) -> None:
    content = "\n".join("\t".join(row) for row in rows)
    with suppress(NotRead):
        kept = as_json(_whole(content.encode())).decode()
        assert all(word in kept for row in rows for cell in row for word in cell.split() if word.isalnum() and word.isascii())
