"""
Who may see a figure: the one place that decides.

A small number about people can name a person to somebody who knows the place. Hiding only the small
parts is not enough where the whole is shown, for the hidden one is then the difference: so a second goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Protocol

SMALLEST_SHOWN = 5


class Disclosure(Enum):
    OPEN = "open"
    SMALL_HIDDEN = "small_hidden"
    INTERNAL = "internal"


class Audience(Enum):
    """INSIDE: people whose work gives them the records behind the figure. PUBLIC: everybody else."""

    INSIDE = "inside"
    PUBLIC = "public"


class Shown(Enum):
    SHOWN = "shown"
    HIDDEN = "hidden"
    """The figure exists, its number is too small to be shown."""
    WITHHELD = "withheld"
    """The figure is not for this audience at all."""


class Disclosable(Protocol):
    @property
    def disclosure(self) -> Disclosure: ...

    @property
    def numbers(self) -> Iterable[int | Decimal]:
        """Every count that the figure gives away: of a ratio both its numbers and what is between them."""
        ...


def seen_by(audience: Audience, figure: Disclosable) -> Shown:
    if audience is Audience.INSIDE or figure.disclosure is Disclosure.OPEN:
        return Shown.SHOWN
    if figure.disclosure is Disclosure.INTERNAL:
        return Shown.WITHHELD
    small = any(0 < number < SMALLEST_SHOWN for number in figure.numbers)
    return Shown.HIDDEN if small else Shown.SHOWN


def parts_seen_by(audience: Audience, parts: Sequence[Disclosable]) -> list[Shown]:
    """
    Decide on all parts of one whole together, in their order.

    One hidden part alone could be told from the whole, so the smallest of the shown parts that
    is not zero is hidden with it.
    """
    decided = [seen_by(audience, part) for part in parts]
    if decided.count(Shown.HIDDEN) == 1:
        shown = [place for place, how in enumerate(decided) if how is Shown.SHOWN and any(parts[place].numbers)]
        if shown:
            decided[min(shown, key=lambda place: max(parts[place].numbers))] = Shown.HIDDEN
    return decided
