"""A table that looks like a plan and holds anything is understood or refused, and its JSON can be written."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.documents.document import Cell, Document, Paragraph, Place, Row, Table
from globa.importers.plans import telling
from globa.importers.plans.understanding import understand
from globa.vocabulary.refusal import Refusal

HEADS = [
    "Uždaviniai",
    "Priemonės",
    "Lėšos eurais",
    "Finansavimo šaltinis",
    "Vykdytojai",
    "Laukiamas rezultatas",
    "Panaudotos lėšos",
    "Pastabos",
    "Metai",
]
TEXTS = [
    "",
    "-",
    "1.1.1. globoti",
    "1.2. remti",
    "2 tikslas",
    "1 uždavinys",
    "Iš viso",
    "123 00,00",
    "5,00 ES lėšos; 6,00 SB",
    "7,00 (",
    "Centras, Namai",
    "2023",
    "5–7",
]
texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=15))


def _row(cells: list[str], number: int, is_head: bool = False) -> Row:
    return Row(tuple(Cell(text, Place(table=1, row=number, column=column)) for column, text in enumerate(cells, 1)), is_head)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=2, max_size=7))
    rows = draw(st.lists(st.lists(texts, min_size=len(heads), max_size=len(heads)), min_size=1, max_size=6))
    table = Table((_row(heads, 1, draw(st.booleans())), *(_row(row, number) for number, row in enumerate(rows, 2))), Place(table=1))
    return Document("txt", (Paragraph(draw(texts), Place(paragraph=1)), table))


@settings(max_examples=300, deadline=None)
@given(documents())
def test_anything_is_understood_or_refused(document: Document) -> None:
    with suppress(Refusal):
        plan = understand(document, code="utena", year=2023)
        json.dumps(telling.as_json(plan))
        list(telling.lines(plan))
