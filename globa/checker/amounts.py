"""
A number as it is printed: what it says, and between which bounds the true one may lie.

A cell cut at its right edge („168.600.“ for 168.600,00) hides digits, a percent was rounded, „more than 1 800“ has no upper bound. Sums
are compared as bounds, so that none of these is called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from globa.checker.folding import folded
from globa.documents.document import Place

SPACE = "[ \u00a0\u2009\u202f]"
NUMBER = re.compile(
    rf"""(?P<sign>[-−–](?=\d))?
    (?: (?P<dotted>\d{{1,3}}(?:\.\d{{3}})+)(?P<dotted_rest>,\d*|\.)?
      | (?P<plain>\d{{1,3}}(?:{SPACE}\d{{3}})+|\d+){SPACE}?(?P<rest>[.,]\d*)?
    )""",
    re.VERBOSE,
)
UNITS = r"(?:%|proc\.?|eurai|eur\.?|eu|€|val\.?|vnt\.?|asm\.?|tukst\.? ?(?:eur\.?)?|mln\.? ?(?:eur\.?)?|etat[a-z]*|vaik[a-z]*|seim[a-z]*)"
WHOLE_CELL = re.compile(rf"(?P<unit>{UNITS})?[.;,]?")
COMPARATORS = {
    "at_least": r"ne maziau (?:nei|kaip|negu)|nuo|maziausiai|at least|>=|≥",
    "more": r"daugiau (?:nei|kaip|negu)|virs|per|more than|over|>",
    "at_most": r"ne daugiau (?:nei|kaip|negu)|iki|daugiausiai|at most|up to|<=|≤",
    "less": r"maziau (?:nei|kaip|negu)|less than|under|<",
    "about": r"apie|apytiksliai|~|≈|about",
}
COMPARATOR = re.compile("^(?:" + "|".join(f"(?P<{name}>{words})" for name, words in COMPARATORS.items()) + r") *(?=\d)")
RANGE = re.compile(r"^(\d+) ?[-–—] ?(\d+)$")
ROUNDED = ("%", "proc", "tukst", "mln")
LONGEST = 80
FOREVER = Decimal("Infinity")
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Amount:
    """`low` and `high` are both possible. `step` is the value of the last printed digit."""

    value: Decimal
    text: str
    place: Place
    low: Decimal
    high: Decimal
    step: Decimal = Decimal(1)
    is_cut: bool = False
    comparator: str = ""

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def is_bare(self) -> bool:
        """A whole number with neither cents nor groups: it may as well be a code or a count."""
        return self.text.strip().isdecimal()

    def agrees(self, low: Decimal, high: Decimal) -> bool:
        return self.low <= high and low <= self.high

    def cut_to(self, step: Decimal) -> Amount:
        """The same where its neighbours are printed to `step` and it is not: its last digits are hidden, by cutting or by rounding."""
        if self.step <= step or not self.is_exact:
            return self
        return replace(self, low=self.value - self.step / 2, high=self.value + self.step - step, is_cut=True)

    def rounded(self) -> Amount:
        if not self.is_exact or not self.value:
            return self
        return replace(self, low=self.value - self.step / 2, high=self.value + self.step / 2)


def amount(text: str, place: Place) -> Amount | None:
    """The number that a whole cell is, with its unit or comparator; None for a cell that says anything else."""
    if len(text) > LONGEST or not any(sign.isdigit() for sign in text):
        return None
    words = folded(text)
    found = COMPARATOR.match(words)
    comparator = found.lastgroup or "" if found else ""
    bare = words[found.end() :] if found else words
    if both := RANGE.match(bare):
        return Amount(Decimal(both[2]), text, place, Decimal(both[1]), Decimal(both[2]), comparator="range")
    number = NUMBER.match(bare)
    if number is None or not WHOLE_CELL.fullmatch(bare[number.end() :].strip()):
        return None
    return _bounded(_value(number), _step(number), text, place, comparator)


def _bounded(value: Decimal, step: Decimal, text: str, place: Place, comparator: str) -> Amount:
    low = {"about": -FOREVER, "at_most": Decimal(0), "less": Decimal(0)}.get(comparator, value)
    high = {"about": FOREVER, "at_least": FOREVER, "more": FOREVER}.get(comparator, value)
    one = Amount(value, text, place, low, high, step, comparator=comparator)
    return one.cut_to(CENT) if text.strip()[-1:] in {",", "."} else one


def _value(number: re.Match[str]) -> Decimal:
    whole = re.sub(r"\D", "", number["dotted"] or number["plain"])
    decimals = (number["dotted_rest"] or number["rest"] or "")[1:]
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return -value if number["sign"] else value


def _step(number: re.Match[str]) -> Decimal:
    decimals = (number["dotted_rest"] or number["rest"] or "")[1:]
    return Decimal(1).scaleb(-len(decimals))


def is_rounded(head: str) -> bool:
    """Whether numbers under this head are rounded: percents, thousands, millions."""
    words = folded(head)
    return any(sign in words for sign in ROUNDED)


def bounds(amounts: Iterable[Amount]) -> tuple[Decimal, Decimal]:
    low, high = Decimal(0), Decimal(0)
    for one in amounts:
        low, high = low + one.low, high + one.high
    return low, high


def total(amounts: Iterable[Amount]) -> Decimal:
    return sum((one.value for one in amounts), Decimal(0))


def written(value: Decimal) -> str:
    """As a Lithuanian reader writes it: spaces between thousands, a decimal comma, cents only where there are any."""
    if value == value.to_integral_value():
        return f"{int(value):,}".replace(",", "\u00a0")
    decimals = max(2, -int(value.normalize().as_tuple().exponent)) if abs(value) >= 100 else -int(value.normalize().as_tuple().exponent)
    return f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")
