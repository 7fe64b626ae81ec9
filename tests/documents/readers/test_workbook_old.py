"""An .xls says of its rows and columns whether they are hidden, in records of its stream; a damaged one says less and breaks nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.documents.document import Place
from globa.documents.readers.workbook_hidden import hidden
from globa.documents.reading import read

CONTENT = (Path(__file__).parents[1] / "samples" / "hidden.xls").read_bytes()
WHOLE = read(CONTENT, name="hidden.xls")


def test_hidden_rows_and_columns_of_an_xls_are_told_and_a_hidden_sheet_is_not_read() -> None:
    found = read(CONTENT, name="hidden.xls")
    assert found.hidden == (
        Place(sheet="Biudžetas", column=2), Place(sheet="Biudžetas", row=3), Place(sheet="Biudžetas", row=5), Place(sheet="Kitas", row=2),
    )  # fmt: skip
    assert {table.place.sheet for table in found.tables} == {"Biudžetas", "Kitas"}


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(CONTENT) - 4), st.binary(min_size=1, max_size=4), st.integers(0, len(CONTENT)))
def test_whatever_is_damaged_in_it_what_can_be_read_is_said(at: int, bytes_: bytes, end: int) -> None:
    damaged = (CONTENT[:at] + bytes_ + CONTENT[at + len(bytes_) :])[:end]
    assert {one.sheet for one in hidden(damaged, "xls", WHOLE.blocks)} <= {"Biudžetas", "Kitas"}
