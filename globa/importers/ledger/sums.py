"""A cell of money in a table of amounts with cents: a figure with fewer digits than two after its mark was cut."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from globa.documents.numbers import amount
from globa.documents.numbers.amount import Form, Reading
from globa.documents.numbers.units import Measure, in_euros
from globa.importers.ledger.read_amounts import Flaw, Sum

CENT = Decimal("0.01")
EMPTY = frozenset({"", "-", "–", "—", "−", "x", "X"})
MINUS_BEHIND = re.compile(r"(.*\d[.,]?\d*)\s*[-−–]")
OTHER_THINGS = (Form.RANGE, Form.PAIR, Form.WORD)


def sum_in(text: str, unit: Measure | None = None) -> Sum | None:
    """
    None for an empty cell and for a dash, which is no amount.

    Check: 59.100,0 is 59 100,00 with at most 0,09 missing, 168.600. with at most 0,99.
    """
    text = text.strip()
    if text in EMPTY:
        return None
    if behind := MINUS_BEHIND.fullmatch(text):
        made = sum_in(behind[1], unit)
        return replace(made, text=text, value=-made.value, others=tuple(-other for other in made.others)) if made else None
    found = amount.read(text)
    if found is None or found.form in OTHER_THINGS:
        return Sum(text, flaw=Flaw.UNREADABLE)
    return _made(text, found, unit or Measure())


def _made(text: str, found: Reading, unit: Measure) -> Sum:
    value = in_euros(found, unit).quantize(CENT, ROUND_HALF_UP)
    if unit.scale == found.scale == 1 and (found.precision_lost or found.decimals == 1):
        return Sum(text, value, found.step - CENT, Flaw.CUT)
    if found.doubtful or text.startswith("("):
        return Sum(text, value, flaw=Flaw.DOUBTFUL, others=found.doubtful)
    return Sum(text, value)


def zero(one: Sum | None) -> bool:
    """Nothing was booked there, and nobody doubts it."""
    return one is None or (not one.flaw and not one.value)
