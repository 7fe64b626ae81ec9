"""A small report with a wrong total, as the readers would give it, and what is found in it."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.finding import Finding, Part, Severity
from globa.documents.document import Cell, Document, Heading, Paragraph, Place, Row, Table

LINES = (("Priemonė", "Panaudota, Eur"), ("Dienos centras", "1 000,00"), ("Pagalba namuose", "500,00"), ("Iš viso", "1 600,00"))


def cell(row: int, column: int) -> Place:
    return Place(table=1, row=row, column=column)


def table(lines: tuple[tuple[str, ...], ...] = LINES) -> Table:
    rows = tuple(
        Row(tuple(Cell(text, cell(row, column)) for column, text in enumerate(texts, 1)), is_head=row == 1)
        for row, texts in enumerate(lines, 1)
    )
    return Table(rows, Place(table=1), "1 lentelė. Lėšos")


DOCUMENT = Document(
    "docx",
    (
        Heading("Ataskaita", Place(paragraph=1)),
        Paragraph("Per metus panaudota 1 500 Eur. Visos priemonės įvykdytos.", Place(paragraph=2)),
        table(),
    ),
)
TOTAL = Finding(
    "total-of-lines",
    "total",
    Severity.CONTRADICTION,
    (cell(4, 2),),
    "“%(stated)s” is written as the total, its lines give %(sum)s.",
    {"stated": "1 600,00", "sum": "1 500,00"},
    Decimal("100.00"),
    ((Part(cell(3, 2), "Pagalba namuose", Decimal(500)),),),
)
TWICE = Finding(
    "stated-twice",
    "stated-twice",
    Severity.SUSPICIOUS,
    (Place(paragraph=2, sentence=1), cell(4, 2)),
    "One figure is stated twice: %(one)s and %(other)s.",
    {"one": "1 500", "other": "1 600,00"},
    confidence=Decimal("0.8"),
)
