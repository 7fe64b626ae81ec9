"""
What one person or case cost, far from the same measure of other years or from the other lines of the measure.

Never a contradiction: dear years happen. Against few others a ratio decides, against many also how far they lie from one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from django.utils.translation import gettext as _

from globa.checker.folding import folded
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import WHOLE_BLOCK, written
from globa.reports.document import Place
from globa.reports.implementation.told import Told, UnitValue
from globa.vocabulary.unit import Unit

RULE = "unit-value"
TIMES = ((1990, Decimal(2)),)
"""From which year of a plan on how many times as much, or as little, is asked about."""
MANY = 4
SPREADS = Decimal(3) * Decimal("1.4826")
"""Three standard deviations, by the median of the distances from the median, which one odd value does not move."""


def find(plan: Told) -> Iterator[Finding]:
    for one in (value for value in plan.unit_values if value.year == plan.year):
        years = [other for other in plan.unit_values if other.year != one.year and _is_same(one, other)]
        lines = [other for other in plan.unit_values if other.year == one.year and other.no == one.no and _is_beside(one, other)]
        place = _place(plan, one)
        if middle := _unusual(one, years):
            said = ", ".join(str(year) for year in sorted({other.year for other in years}))
            yield _finding(place, one, middle, _("in other years (%(years)s)") % {"years": said}, "years")
        elif middle := _unusual(one, lines):
            yield _finding(place, one, middle, _("on the other lines of the measure"), "lines")


def _is_same(one: UnitValue, other: UnitValue) -> bool:
    """A measure keeps its words from year to year, and not always its number."""
    return one.unit == other.unit and folded(one.text).rstrip(" .") == folded(other.text).rstrip(" .")


def _is_beside(one: UnitValue, other: UnitValue) -> bool:
    return one.line != other.line and one.unit == other.unit


def _unusual(one: UnitValue, others: Sequence[UnitValue]) -> Decimal | None:
    """The middle of the others, where this one is far from it."""
    if not others:
        return None
    values = [other.each for other in others]
    middle = median(values)
    times = next(times for since, times in reversed(TIMES) if one.year >= since)
    if middle <= 0 or middle / times <= one.each <= middle * times:
        return None
    spread = median(abs(value - middle) for value in values)
    return None if len(values) >= MANY and abs(one.each - middle) <= SPREADS * spread else middle


def _place(plan: Told, one: UnitValue) -> tuple[Place, ...]:
    goals = [goal for goal in plan.goals for _objective, measure, _line in goal.lines() if measure.no == one.no]
    called = _("measure %(no)s") % {"no": one.no}
    return tuple(Place("goals", f"goals.measures-{goal.no}", WHOLE_BLOCK, called) for goal in goals[:1])


def _finding(place: tuple[Place, ...], one: UnitValue, middle: Decimal, beside: str, what: str) -> Finding:
    each, usual, used = (written(amount.quantize(Decimal("0.01")), Unit.EUROS.code) for amount in (one.each, middle, one.used))
    values = {"no": one.no, "unit": one.unit, "each": each, "used": used, "count": written(one.count.normalize()), "usual": usual}
    sentence = _(
        "%(no)s: %(used)s for %(count)s (%(unit)s) makes %(each)s for each; %(beside)s it is %(usual)s. Say why it is so far from it."
    )
    key = stable(RULE, what, one.no, one.unit, each, usual)
    return Finding(RULE, Severity.SUSPICIOUS, place, sentence % (values | {"beside": beside}), key, each, usual, asks=True)
