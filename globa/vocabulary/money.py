"""Euros and cents, never rounded and never a float."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

CENT = Decimal("0.01")


class NotAnAmount(Refusal):
    def __init__(self, text: str) -> None:
        super().__init__(_("“%(text)s” is not an amount of money. Write euros and cents, for example 183 377,44."), text=text)


def money(text: str | Decimal | int) -> Decimal:
    """Read an amount with a decimal comma or point and any spaces; more than two decimals are refused."""
    cleaned = str(text).replace(" ", "").replace(" ", "").replace(" ", "").replace(",", ".")
    try:
        amount = Decimal(cleaned)
    except InvalidOperation:
        raise NotAnAmount(str(text)) from None
    if not amount.is_finite() or amount != amount.quantize(CENT):
        raise NotAnAmount(str(text))
    return amount.quantize(CENT)
