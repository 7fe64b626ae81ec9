"""In what a column of money is: euros, thousands, millions, litai of before 2015. The heading says it, or the sentence before the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from globa.documents.numbers.amount import Reading, Sign

LITAI_FOR_A_EURO = Decimal("3.4528")
CENT = Decimal("0.01")
THOUSANDS = re.compile(r"\bt[ūu]kst", re.IGNORECASE)
MILLIONS = re.compile(r"\bmln\b|\bmilijon", re.IGNORECASE)
EUROS = re.compile(r"\beur(?:ai|ais|ų|as|u)?\b|€", re.IGNORECASE)
LITAI = re.compile(r"\b(?:lt|lit(?:ai|ais|ų|as|u))\b", re.IGNORECASE)
PERCENT = re.compile(r"%|\bproc\b|\bprocent", re.IGNORECASE)


@dataclass(frozen=True)
class Measure:
    """`scale` is what one of the column stands for: 1000 where it counts thousands."""

    sign: Sign = Sign.NONE
    scale: int = 1


def measure(heading: str) -> Measure:
    """What a heading says of the numbers under it; nothing said is whole units of nothing known."""
    scale = 1_000 if THOUSANDS.search(heading) else 1_000_000 if MILLIONS.search(heading) else 1
    for pattern, sign in ((LITAI, Sign.LITAI), (EUROS, Sign.EUROS), (PERCENT, Sign.PERCENT)):
        if pattern.search(heading):
            return Measure(sign, scale)
    return Measure(Sign.NONE, scale)


def in_euros(reading: Reading, heading: Measure | None = None) -> Decimal:
    """A sum of money in euros. What the number says of itself goes before what its heading says."""
    heading = heading or Measure()
    value = reading.value * (heading.scale if reading.scale == 1 else 1)
    sign = reading.sign or heading.sign
    return (value / LITAI_FOR_A_EURO).quantize(CENT, ROUND_HALF_UP) if sign is Sign.LITAI else value
