"""The measures of several years' plans set side by side: which of an earlier year is which of this one's, and what was used of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from globa.reports.document import FigureKey
from globa.reports.implementation.told import Before, Goal, Measure, Told
from globa.reports.plan_figures import USED

Part = TypeVar("Part", Goal, Measure)


@dataclass
class Known:
    """A goal or a measure under the number by which it is told, as the latest plan that has it words it."""

    no: str
    text: str
    is_numbered: bool
    measures: list[Known] = field(default_factory=list)


def measures_before(goals: Iterable[Goal], plans: Iterable[tuple[int, Sequence[Goal]]]) -> tuple[Before, ...]:
    """What earlier plans had, the latest first: what one of them has and no later one is known by its own number from then on."""
    known = [_known(goal) for goal in goals]
    goal_numbers, numbers = {one.no for one in known}, {one.no for goal in known for one in goal.measures}
    found: list[Before] = []
    for year, tree in sorted(plans, key=lambda one: -one[0]):
        for goal, here in _same(tree, known, _Joining(year, goal_numbers)):
            for measure, one in _same(tuple(goal.measures), here.measures, _Joining(year, numbers)):
                used = tuple(row for line in measure.lines for row in line.used.sums)
                found.append(Before(year, here.no, goal.text, one.no, measure.no, measure.text, used))
    return tuple(found)


def _known(goal: Goal) -> Known:
    return Known(goal.no, goal.text, goal.is_numbered, [Known(one.no, one.text, one.is_numbered) for one in goal.measures])


@dataclass(frozen=True)
class _Joining:
    """What only an earlier year has joins what is known, under a number that is free."""

    year: int
    taken: set[str]

    def made(self, part: Goal | Measure) -> Known:
        no = f"{part.no}/{self.year}" if part.no in self.taken else part.no
        self.taken.add(no)
        return Known(no, part.text, part.is_numbered)


def _same(parts: Sequence[Part], known: list[Known], joining: _Joining) -> list[tuple[Part, Known]]:
    """Each with what it is: of the same number and words, of the same words, of the same number; or something that joins."""
    free, found = list(known), dict[int, Known]()
    for is_same in (_in_all, _in_words, _in_number):
        for place, part in enumerate(parts):
            other = next((one for one in free if is_same(part, one)), None) if place not in found else None
            if other is not None:
                found[place] = other
                free.remove(other)
    for place, part in enumerate(parts):
        if place not in found:
            found[place] = joining.made(part)
            known.append(found[place])
    return [(part, found[place]) for place, part in enumerate(parts)]


def _in_all(part: Goal | Measure, one: Known) -> bool:
    return _in_words(part, one) and part.no == one.no


def _in_words(part: Goal | Measure, one: Known) -> bool:
    return _words(part.text) == _words(one.text)


def _in_number(part: Goal | Measure, one: Known) -> bool:
    return part.is_numbered and one.is_numbered and part.no == one.no


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@dataclass(frozen=True)
class Through:
    """A goal, or a measure of it, through the years; `years` are those whose plan has it, `otherwise` what they called it, by year."""

    goal: str
    measure: str
    text: str
    years: frozenset[int]
    otherwise: tuple[tuple[int, str], ...] = ()

    @property
    def no(self) -> str:
        """As it is printed."""
        return (self.measure or self.goal).partition("/")[0]

    def used(self, years_back: int) -> FigureKey:
        dimension, part = ("measure", self.measure) if self.measure else ("goal", self.goal)
        return FigureKey(USED, dimension, part, years_back)


def years_known(told: Told) -> list[int]:
    """Its own, and those before of whose plan something is known to be used; the earliest first."""
    return sorted({told.year, *(one.year for one in told.before if one.used)})


def through(told: Told, years: Iterable[int]) -> Iterator[Through]:
    """Every goal with its measures in the order of this year's plan; what only the other years have stands after."""
    rows = [one for one in told.before if one.year in set(years)]
    for goal in told.goals:
        own = [one for one in rows if one.goal == goal.no]
        yield _goal(goal.no, goal.text, own, told.year)
        for measure in goal.measures:
            yield _measure(goal.no, measure.no, measure.text, [one for one in own if one.measure == measure.no], told.year)
        yield from _gone(goal.no, own, {one.no for one in goal.measures})
    here = {one.no for one in told.goals}
    for no in dict.fromkeys(one.goal for one in rows if one.goal not in here):
        own = [one for one in rows if one.goal == no]
        yield _goal(no, own[0].goal_text, own)
        yield from _gone(no, own, set())


def _gone(goal: str, rows: Sequence[Before], here: set[str]) -> Iterator[Through]:
    for no in dict.fromkeys(one.measure for one in rows if one.measure not in here):
        own = [one for one in rows if one.measure == no]
        yield _measure(goal, no, own[0].text, own)


def _goal(no: str, text: str, rows: Iterable[Before], *also: int) -> Through:
    words = [(one.year, one.goal_text) for one in rows if _words(one.goal_text) != _words(text)]
    return Through(no, "", text, frozenset((*(one.year for one in rows), *also)), tuple(dict.fromkeys(words)))


def _measure(goal: str, no: str, text: str, rows: Iterable[Before], *also: int) -> Through:
    said = [
        (one.year, f"{one.own_no}. {one.text}") for one in rows if one.own_no != no.partition("/")[0] or _words(one.text) != _words(text)
    ]
    return Through(goal, no, text, frozenset((*(one.year for one in rows), *also)), tuple(said))
