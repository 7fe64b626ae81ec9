"""What was done beside the plan: numbered lines under “Papildoma informacija”, by institution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from globa.checker.folding import folded
from globa.documents.document import Block, Document, Heading, Table
from globa.documents.numbers import amount, units
from globa.documents.numbers.amount import Sign
from globa.importers.plans.texts import plain
from globa.importers.plans.understood import Additional

BEGINS = re.compile(r"papildoma informacija|papildomos? veikl|kita veikla")
ENDS = re.compile(r"^(?:ivad|isvad|pasiulym|pastab|panaudotos les|darbo grup|nustat)")
NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})?)[.)]\s+")
CENT = Decimal("0.01")


def additional(document: Document) -> Iterator[Additional]:
    """Up to the findings or the next heading that is not of an institution; a line without a number names the institution."""
    is_inside, institution = False, ""
    for block in document.blocks:
        if isinstance(block, Table) or _ends(block):
            is_inside = is_inside and isinstance(block, Table) and not _is_big(block)
            continue
        if BEGINS.search(folded(block.text)):
            is_inside, institution = True, ""
        elif is_inside and (found := NUMBERED.match(block.text)):
            text = plain(block.text[found.end() :])
            yield Additional(institution, found[1], text, sums(block.text[found.end() :]), block.place)
        elif is_inside:
            institution = plain(block.text).rstrip(":")


def _ends(block: Block) -> bool:
    return not isinstance(block, Table) and bool(ENDS.match(folded(block.text))) and (isinstance(block, Heading) or len(block.text) < 80)


def _is_big(table: Table) -> bool:
    return len(table.rows) > 1


def sums(text: str) -> tuple[Decimal, ...]:
    """Sums of money that a sentence names with their unit."""
    found = (reading for reading in amount.readings(text) if reading.sign in (Sign.EUROS, Sign.LITAI))
    return tuple(units.in_euros(reading).quantize(CENT) for reading in found)
