"""Girls and boys that do not make all children: in a part of a table, or as they are typed in one text."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import TypedAt, Walk, plain, written
from globa.reports.document import Amount, Comparator, FigureKey, Place

RULE = "girls-and-boys"
GROUPS = (
    ("homes.girls", "homes.boys", "homes.sex-not-known", "homes.children-at-closing"),
    ("occupancy.girls", "occupancy.boys", "occupancy.sex-not-known", "occupancy.children"),
    (
        "occupancy.girls-at-closing",
        "occupancy.boys-at-closing",
        "occupancy.sex-not-known-at-closing",
        "occupancy.children-at-closing",
    ),
)


def find(walk: Walk) -> Iterator[Finding]:
    for girls, boys, unknown, everybody in GROUPS:
        yield from _in_parts(walk, girls, boys, unknown, everybody)
        yield from _typed(walk, girls, boys, everybody)


def _in_parts(walk: Walk, girls: str, boys: str, unknown: str, everybody: str) -> Iterator[Finding]:
    """Where the sex of everybody is recorded."""
    nobody = walk.whole.get(unknown)
    if nobody is None or nobody.value:
        return
    for (code, dimension), parts in walk.parts.items():
        if code != everybody or not walk.parts.get((girls, dimension)) or not walk.parts.get((boys, dimension)):
            continue
        for part, whole in parts.items():
            keys = [FigureKey(one, dimension, part) for one in (girls, boys)]
            values = [walk.value(key) for key in keys]
            if all(key in walk.computed for key in keys) and whole.value is not None:
                made = sum((value.value or 0) for value in values if value)
                if made != whole.value:
                    yield _finding(walk.places_of(*keys, whole.key), whole.title, made, whole.value, (*keys, whole.key))


def _typed(walk: Walk, girls: str, boys: str, everybody: str) -> Iterator[Finding]:
    """All three typed in one text; each against the records is another rule's."""
    by_block: dict[str, dict[str, TypedAt]] = {}
    for one in walk.typed:
        means = one.typed.means
        if means is not None and not means.where and not means.years_back and one.typed.comparator is Comparator.EXACTLY:
            by_block.setdefault(one.place.block, {})[means.code] = one
    for said in by_block.values():
        if {girls, boys, everybody} <= set(said):
            three = [said[code] for code in (girls, boys, everybody)]
            made, whole = three[0].typed.number + three[1].typed.number, three[2].typed.number
            if made != whole:
                keys = tuple(FigureKey(code) for code in (girls, boys, everybody))
                value = walk.value(keys[2])
                yield _finding(tuple(one.place for one in three), value.title if value else "", made, whole, keys)


def _finding(places: tuple[Place, ...], title: str, made: Amount, whole: Amount, keys: tuple[FigureKey, ...]) -> Finding:
    said = {"title": title, "made": written(made), "whole": written(whole)}
    message = _("“%(title)s”: girls and boys together are %(made)s, all children %(whole)s.") % said
    return Finding(
        RULE, Severity.CONTRADICTION, places, message, stable(RULE, keys[-1], plain(made), plain(whole)), said["made"], said["whole"], keys
    )  # fmt: skip
