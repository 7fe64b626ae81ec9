"""
The same equation as in tables, said in sentences: what was there at the beginning, came, left, and is there at the end.

Only where a text has one beginning and one end, and whatever stands outside brackets between them came or left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.counted_text import Number, Text, texts
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Part, Severity
from globa.checker.folding import folded
from globa.checker.rules.flows import CLOSING, OPENING, way
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "flow"
NEW_SENTENCE = re.compile(r"[.!?]\s+[A-ZĄČĘĖĮŠŲŪŽ]")
SAID = _("%(opening)s at the beginning, %(came)s came and %(left)s left: that makes %(makes)s, but at the end there are %(printed)s.")


def find(read: Read) -> Iterator[Finding]:
    for text in texts(read):
        yield from _of_text(read, text)


@dataclass(frozen=True)
class Told:
    """A number with the words before and after it, homes and brackets passed over, and by these words whether it came or left."""

    number: Number
    clause: str
    goes: str

    @property
    def value(self) -> Decimal:
        return self.number.value


def _of_text(read: Read, text: Text) -> Iterator[Finding]:
    plain = list(_told(text))
    opening, closing = ([one for one in plain if pattern.search(one.clause)] for pattern in (OPENING, CLOSING))
    if len(opening) != 1 or len(closing) != 1 or opening == closing:
        return
    between = [one for one in plain if one not in (*opening, *closing)]
    came, left = ([one for one in between if one.goes == kind] for kind in ("came", "left"))
    others = [one for one in between if not one.goes and one.number.unit in ("", opening[0].number.unit)]
    if (came or left) and not others and not any(one.number.is_vague for one in plain) and _one_unit([*opening, *closing, *came, *left]):
        yield from _compared(read, text, opening[0], closing[0], came, left)


def _told(text: Text) -> Iterator[Told]:
    """By its own words, else as the one before it in the same sentence: „Atvyko: iš tėvų – 6, iš globėjų – 0“."""
    last, goes = 0, ""
    for one in text.numbers:
        if one.depth or one.is_of_which or one.unit == "homes":
            continue
        before = text.text[last : one.start]
        clause = f"{folded(before)} {one.after}"
        is_new = bool(NEW_SENTENCE.search(before) or OPENING.search(clause) or CLOSING.search(clause))
        goes = way(clause) or ("" if is_new else goes)
        last = one.end
        yield Told(one, clause, goes)


def _one_unit(told: list[Told]) -> bool:
    """Children and workers are both persons, but do not come to one another."""
    units, nouns = {one.number.unit for one in told}, {one.number.noun for one in told}
    return len(units - {""}) <= 1 and len(nouns - {""}) <= 1


def _compared(read: Read, text: Text, opening: Told, closing: Told, came: list[Told], left: list[Told]) -> Iterator[Finding]:
    arrived, gone = (sum((one.value for one in numbers), Decimal(0)) for numbers in (came, left))
    makes = opening.value + arrived - gone
    if makes != closing.value:
        parts = [Part(text.place, f"{one.clause} {written(one.value)}".strip(), one.value) for one in (*came, *left)]
        yield finding(
            NAME, Severity.CONTRADICTION, [text.place], SAID, *(written(one) for one in (opening.value, arrived, gone, closing.value)),
            difference=closing.value - makes, explained=explain(abs(closing.value - makes), parts, read.patience),
            confidence=Decimal("0.85"),
            opening=written(opening.value), came=written(arrived), left=written(gone), makes=written(makes), printed=written(closing.value),
        )  # fmt: skip
