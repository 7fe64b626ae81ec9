"""
The same figure with two values: typed against computed, and where nothing is computed typed against typed.

Figures that an equation adds up (girls and boys, both groups of posts) and that stand wrong in one text are one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from globa.indicators.identities import EQUATIONS
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import TypedAt, Walk, plain, written
from globa.reports.document import Comparator, FigureKey, Place, Typed, Value
from globa.vocabulary.unit import Unit

RULE = "two-values"
ROUNDED = {Unit.PERCENT.code, Unit.HOURS.code, Unit.EUROS.code}


@dataclass(frozen=True)
class Wrong:
    """A typed number beside the true value of the figure that it means."""

    at: TypedAt
    value: Value

    @property
    def key(self) -> FigureKey:
        return self.value.key


def find(walk: Walk) -> Iterator[Finding]:
    wrong = [Wrong(one, value) for one in walk.typed if (value := _counted(walk, one)) and not fits(one.typed, value)]
    for group in _together(wrong):
        yield _finding(walk, group)
    yield from _typed_twice(walk)


def fits(typed: Typed, value: Value) -> bool:
    """Whether the true value is what is stated; shares, hours and euros may be stated with fewer decimals."""
    if value.value is None or typed.comparator.holds(typed.number, value.value):
        return True
    if typed.comparator is not Comparator.EXACTLY or value.unit not in ROUNDED:
        return False
    return round(value.value, _decimals(typed)) == typed.number


def _decimals(typed: Typed) -> int:
    _whole, point, decimals = f"{typed.number:f}".partition(".")
    return len(decimals) if point else 0


def _counted(walk: Walk, one: TypedAt) -> Value | None:
    value = walk.value(one.typed.means) if one.typed.means else None
    return value if value is not None and value.value is not None else None


def _together(wrong: Sequence[Wrong]) -> Iterator[list[Wrong]]:
    """One group a claim: the same figures with the same stated numbers, wherever they stand."""
    groups: dict[tuple[tuple[str, str], ...], list[Wrong]] = {}
    taken: set[int] = set()
    for one in wrong:
        if id(one) in taken:
            continue
        companions = [other for other in wrong if id(other) not in taken and _belongs(one, other)]
        taken.update(id(other) for other in companions)
        claim = tuple(sorted((str(other.key), _claimed(other.at.typed)) for other in companions))
        groups.setdefault(claim, []).extend(companions)
    yield from groups.values()


def _belongs(one: Wrong, other: Wrong) -> bool:
    """Itself, and in the same text the other summands of an equation."""
    if one is other:
        return True
    if one.at.place.block != other.at.place.block or one.key == other.key or one.key.where or other.key.where:
        return False
    return any({one.key.code, other.key.code} <= set(equation.plus) and not equation.minus for equation in EQUATIONS)


def _claimed(typed: Typed) -> str:
    return f"{'' if typed.comparator is Comparator.EXACTLY else typed.comparator.value + ' '}{plain(typed.number)}"


def _finding(walk: Walk, group: Sequence[Wrong]) -> Finding:
    distinct = list({one.key: one for one in group}.values())
    keys = tuple(one.key for one in distinct)
    stated = " / ".join(one.at.typed.text for one in distinct)
    true = " / ".join(written(one.value.value or 0, one.value.unit) for one in distinct)
    claims = "+".join(f"{one.key}={_claimed(one.at.typed)}" for one in distinct)
    titles = ", ".join(one.value.title for one in distinct)
    places = _places(walk, group, keys)
    said = _("“%(titles)s”: typed %(stated)s, the records make %(true)s.") % {"titles": titles, "stated": stated, "true": true}
    return Finding(RULE, Severity.CONTRADICTION, places, f"{said}{_elsewhere(walk, distinct)}", stable(RULE, claims), stated, true, keys)


def _places(walk: Walk, group: Iterable[Wrong], keys: Sequence[FigureKey]) -> tuple[Place, ...]:
    """First where it is typed so, then where it is typed otherwise, then where it is computed."""
    here = [one.at.place for one in group]
    others = [one.place for one in walk.typed if one.typed.means in keys]
    return tuple(dict.fromkeys([*here, *others, *walk.places_of(*keys)]))


def _elsewhere(walk: Walk, group: Sequence[Wrong]) -> str:
    """What the text says of the same figures in other places."""
    said = {one.at.typed.text for one in group}
    other = dict.fromkeys(
        one.typed.text for one in walk.typed if one.typed.means in {wrong.key for wrong in group} and one.typed.text not in said
    )
    return " " + _("Elsewhere it says %(other)s.") % {"other": ", ".join(other)} if other else ""


def _typed_twice(walk: Walk) -> Iterator[Finding]:
    """A figure that nobody counts may still not have two values."""
    said: dict[FigureKey, list[TypedAt]] = {}
    for one in walk.typed:
        if one.typed.means is not None and _counted(walk, one) is None and one.typed.comparator is Comparator.EXACTLY:
            said.setdefault(one.typed.means, []).append(one)
    for key, many in said.items():
        numbers = list(dict.fromkeys(one.typed.number for one in many))
        if len(numbers) > 1:
            value = walk.value(key)
            texts = " / ".join(dict.fromkeys(one.typed.text for one in many))
            message = _("“%(title)s” is %(texts)s in different places, and nothing is recorded that could tell which is true.") % {
                "title": value.title if value else str(key),
                "texts": texts,
            }
            claims = "|".join(plain(number) for number in sorted(numbers))
            yield Finding(
                RULE, Severity.CONTRADICTION, tuple(one.place for one in many), message, stable(RULE, key, claims), texts, "", (key,)
            )  # fmt: skip
