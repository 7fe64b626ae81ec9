"""Euros and cents, never rounded and never a float."""

from __future__ import annotations

import re
from decimal import Decimal

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

CENT = Decimal("0.01")
AMOUNT = re.compile(r"[-−]?[0-9]{1,15}(?:[.,][0-9]{1,2})?")


class NotAnAmount(Refusal):
    def __init__(self, text: str) -> None:
        super().__init__(_("“%(text)s” is not an amount of money. Write euros and cents, for example 183 377,44."), text=text)


def money(text: str | Decimal | int) -> Decimal:
    """
    Read an amount with a decimal comma or point and any spaces between its digits.

    More than two decimals are refused, for 1.500 is a thousand and a half to some readers and one and a half to others.
    """
    written = f"{text:f}" if isinstance(text, Decimal) else "".join(str(text).split())
    if not AMOUNT.fullmatch(written):
        raise NotAnAmount(str(text))
    return Decimal(written.replace("−", "-").replace(",", ".")).quantize(CENT)
