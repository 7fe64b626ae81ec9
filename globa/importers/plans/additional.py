"""What was done beside the plan: numbered lines under “Papildoma informacija”, by institution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from globa.checker.folding import folded
from globa.documents.document import Document, Place, Table
from globa.documents.numbers import amount, units
from globa.documents.numbers.amount import Sign
from globa.importers.plans.texts import plain
from globa.importers.plans.understood import Additional

BEGINS = re.compile(r"papildoma informacija|papildomos? veikl|kita veikla")
ENDS = re.compile(r"^(?:ivad|isvad|pasiulym|pastab|panaudotos les|darbo grup|nustat)")
NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})?)[.)]\s+")
CENT = Decimal("0.01")


def additional(document: Document) -> Iterator[Additional]:
    """Up to the findings or a table; a line without a number names the institution."""
    is_inside, institution = False, ""
    for text, place in _lines(document):
        if BEGINS.search(folded(text)):
            is_inside, institution = True, ""
        elif not text or ENDS.match(folded(text)):
            is_inside = False
        elif is_inside and (found := NUMBERED.match(text)):
            yield Additional(institution, found[1], plain(text[found.end() :]), sums(text[found.end() :]), place)
        elif is_inside:
            institution = plain(text).rstrip(":")


def _lines(document: Document) -> Iterator[tuple[str, Place]]:
    """A table is an empty line: nothing goes on after it."""
    for block in document.blocks:
        for line in [""] if isinstance(block, Table) else block.text.split("\n"):
            yield line, block.place


def sums(text: str) -> tuple[Decimal, ...]:
    """Sums of money that a sentence names with their unit."""
    found = (reading for reading in amount.readings(text) if reading.sign in (Sign.EUROS, Sign.LITAI))
    return tuple(units.in_euros(reading).quantize(CENT) for reading in found)
