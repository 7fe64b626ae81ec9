"""Amounts of money that stand only in sentences: in paragraphs, and in cells of a measure that are not its money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from globa.checker.understanding import Read
from globa.documents.document import Place
from globa.documents.numbers import amount, funding
from globa.documents.numbers.amount import Sign
from globa.documents.numbers.units import in_euros

AROUND = 60


def amounts_of_text(read: Read) -> Iterator[tuple[Place, str, Decimal, str]]:
    """Where, the words around it, how much, and the source that its words name („“ where none does)."""
    for paragraph in read.paragraphs:
        yield from _of(paragraph.text, paragraph.place)
    for plan in read.plans:
        for measured in plan.measures:
            for cell in (measured.expected, measured.achieved):
                if cell is not None:
                    yield from _of(cell.text, cell.place)


def _of(text: str, place: Place) -> Iterator[tuple[Place, str, Decimal, str]]:
    for one in amount.readings(text):
        if one.sign in (Sign.EUROS, Sign.LITAI):
            around = text[max(0, one.start - AROUND) : one.end + AROUND]
            yield place, " ".join(around.split()), in_euros(one), funding.source(text[one.end : one.end + AROUND])
