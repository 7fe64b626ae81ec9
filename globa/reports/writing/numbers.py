"""Numbers, money and durations as the reader's language writes them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal
from django.utils.translation import get_language

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
BABEL_LOCALES = {"lt": "lt_LT", "en": "en_GB"}

Amount = int | float | Decimal


def language() -> str:
    return (get_language() or "lt").partition("-")[0]


def locale() -> str:
    return BABEL_LOCALES.get(language(), "lt_LT")


def number(value: Amount, decimals: int | None = None) -> str:
    """Write 1834 as “1 834”, 44.25 as “44,25”. Without `decimals`, as many as the value has."""
    return _number(value, decimals, locale())


@lru_cache(maxsize=4096)  # A page writes the same few numbers on every row, and equal values are written alike.
def _number(value: Amount, decimals: int | None, locale: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "" if decimals == 0 else ".######")
    exact = value if isinstance(value, int | Decimal) else Decimal(str(value))
    return format_decimal(exact, format=pattern, locale=locale).replace("-", MINUS)


def money(value: Amount) -> str:
    """Write euros with their cents, never rounded away."""
    amount = number(value, 2)
    return f"{amount}{NO_BREAK}Eur" if language() == "lt" else f"EUR{NO_BREAK}{amount}"


def percent(value: Amount) -> str:
    """Write a share that is already in percent, with at most one decimal."""
    rounded = round(value if isinstance(value, Decimal) else Decimal(str(value)), 1)
    return f"{number(rounded)}{NO_BREAK}%" if language() == "lt" else f"{number(rounded)}%"


def duration(minutes: int) -> str:
    hours, rest = divmod(int(minutes), 60)
    hour, minute = ("val.", "min.") if language() == "lt" else ("h", "min")
    parts = [f"{number(hours)}{NO_BREAK}{hour}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NO_BREAK}{minute}")
    return " ".join(parts)
