"""Documents that nobody would write: they are checked without a word, and without an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from globa.checker.checking import check
from globa.documents.document import Document
from tests.checker.tables import document, table

SCRAPS = st.text(alphabet="0123456789 .,-–%()/;:Išvosjųmergaitės", max_size=14) | st.sampled_from(["Iš viso", "iš jų", "12", "3,5", "-"])
ROWS = st.lists(st.lists(SCRAPS, min_size=1, max_size=5), min_size=1, max_size=6)


@pytest.mark.parametrize(
    "odd",
    [document(), document(""), document(table("| | |")), document(table("1|2|3\n4|5|6")), document("(" * 3000 + " 5 asmenys")],
)
def test_an_odd_document_says_nothing(odd: Document) -> None:
    assert check(odd) == ()


@given(ROWS, st.lists(SCRAPS, max_size=8))
@settings(max_examples=150, deadline=None)
def test_scraps_never_raise(rows: list[list[str]], said: list[str]) -> None:
    check(document(table("\n".join("|".join(["x", *row]) for row in rows)), " ".join(said)))
