"""
The same equation as in tables, said in sentences: what was there at the beginning, came, left, and is there at the end.

Only where a text has one beginning and one end, and whatever stands outside brackets between them came or left.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.counted_text import Number, Text, texts
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Part, Severity
from globa.checker.rules.flows import CLOSING, OPENING, way
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "flow"
SAID = _("%(opening)s at the beginning, %(came)s came and %(left)s left: that makes %(makes)s, but at the end there are %(printed)s.")


def find(read: Read) -> Iterator[Finding]:
    for text in texts(read):
        yield from _of_text(read, text)


def _of_text(read: Read, text: Text) -> Iterator[Finding]:
    plain = [one for one in text.numbers if one.depth == 0 and not one.is_of_which]
    opening, closing = ([one for one in plain if pattern.search(_clause(one))] for pattern in (OPENING, CLOSING))
    if len(opening) != 1 or len(closing) != 1 or opening == closing:
        return
    between = [one for one in plain if one not in (*opening, *closing)]
    came, left = ([one for one in between if way(_clause(one)) == kind] for kind in ("came", "left"))
    others = [one for one in between if one not in (*came, *left) and one.unit == opening[0].unit]
    if (came or left) and not others and not any(one.is_vague for one in plain) and _one_unit([*opening, *closing, *came, *left]):
        yield from _compared(read, text, opening[0], closing[0], came, left)


def _clause(one: Number) -> str:
    return f"{one.before} {one.after}"


def _one_unit(numbers: list[Number]) -> bool:
    """Children and workers are both persons, but do not come to one another."""
    return len({one.unit for one in numbers if one.unit}) <= 1 and len({one.noun for one in numbers if one.noun}) <= 1


def _compared(read: Read, text: Text, opening: Number, closing: Number, came: list[Number], left: list[Number]) -> Iterator[Finding]:
    arrived, gone = (sum((one.value for one in numbers), Decimal(0)) for numbers in (came, left))
    makes = opening.value + arrived - gone
    if makes != closing.value:
        parts = [Part(text.place, f"{_clause(one)} {written(one.value)}".strip(), one.value) for one in (*came, *left)]
        yield finding(
            NAME, Severity.CONTRADICTION, [text.place], SAID, *(written(one) for one in (opening.value, arrived, gone, closing.value)),
            difference=closing.value - makes, explained=explain(abs(closing.value - makes), parts, read.patience),
            confidence=Decimal("0.85"),
            opening=written(opening.value), came=written(arrived), left=written(gone), makes=written(makes), printed=written(closing.value),
        )  # fmt: skip
