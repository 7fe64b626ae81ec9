"""
A report beside the plan that is kept already: which line of it tells of which line of the plan, and what makes that doubtful.

Measures are known by their numbers and their words together, lines of a measure by who answers for them. What does not fit is for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum

from globa.checker.folding import folded
from globa.importers.plans.decisions import Booking, Decisions, MatchAnswer
from globa.importers.plans.understood import Line, Measure, Missing, Plan

ALIKE = 0.85
"""Words of a measure that are this much the same are the same measure, retyped."""


@dataclass(frozen=True)
class KeptLine:
    """A line of the plan: `key` is its lineage, `used` the ledger's sums by source, `results` how many are written on it already."""

    key: str
    no: str
    text: str
    bodies: tuple[str, ...]
    planned: Decimal | None = None
    used: Mapping[str, Decimal] = field(default_factory=dict)
    results: int = 0

    @property
    def used_total(self) -> Decimal | None:
        return sum(self.used.values(), Decimal(0)) if self.used else None


class Unlike(StrEnum):
    """Nothing in the plan fits; the number, the words or the bodies differ; another amount is planned; the ledger has something already."""

    NOTHING = "nothing"
    NUMBER = "number"
    TEXT = "text"
    BODIES = "bodies"
    PLANNED = "planned"
    LEDGER = "ledger"


@dataclass(frozen=True)
class Match:
    """`likely` is the line of the plan that a line of the report seems to tell of; without `doubts` it is taken."""

    measure: Measure
    at: int
    likely: KeptLine | None
    doubts: tuple[Unlike, ...] = ()

    @property
    def line(self) -> Line:
        return self.measure.lines[self.at]

    @property
    def key(self) -> str:
        """Where its answer is kept. With the number of lines: when they were joined since, an older answer is about another line."""
        return f"{self.measure.serial}.{self.at}.{len(self.measure.lines)}"


@dataclass(frozen=True)
class Settled:
    """`on` is None where a line of the report is left out."""

    match: Match
    on: KeptLine | None
    booking: Booking


def matched(plan: Plan, kept: Sequence[KeptLine]) -> list[Match]:
    """In the order of the report; every line of it once."""
    return [one for measure in plan.measures() for one in _of_measure(measure, kept)]


def _of_measure(measure: Measure, kept: Sequence[KeptLine]) -> Iterator[Match]:
    found, doubts = _measure(measure, kept)
    lines = _lines(measure.lines, found)
    for at, line in enumerate(measure.lines):
        likely, more = lines[at]
        yield Match(measure, at, likely, _doubts(line, likely, [*doubts, *more]))


def _measure(measure: Measure, kept: Sequence[KeptLine]) -> tuple[list[KeptLine], list[Unlike]]:
    """The lines of the measure that is meant. Another one with the same words comes before one with the same number and other words."""
    numbered = [one for one in kept if measure.no and _number(one.no) == _number(measure.no)]
    if numbered and _likeness(measure.text, numbered[0].text) >= ALIKE:
        return numbered, []
    best = max(kept, key=lambda one: _likeness(measure.text, one.text), default=None)
    if best is not None and _likeness(measure.text, best.text) >= ALIKE:
        is_known = not measure.no or not best.no
        return [one for one in kept if (one.no, one.text) == (best.no, best.text)], [] if is_known else [Unlike.NUMBER]
    return numbered, [Unlike.TEXT] if numbered else [Unlike.NOTHING]


def _number(no: str) -> str:
    return no.strip().rstrip(".")


def _likeness(one: str, other: str) -> float:
    first, second = folded(one).rstrip(" .;"), folded(other).rstrip(" .;")
    if not first or not second:
        return 0
    compared = SequenceMatcher(None, first, second, autojunk=False)
    return compared.ratio() if compared.real_quick_ratio() >= ALIKE and compared.quick_ratio() >= ALIKE else 0


def _lines(lines: Sequence[Line], kept: Sequence[KeptLine]) -> list[tuple[KeptLine | None, list[Unlike]]]:
    """By their bodies; those that are left in their order, where as many are left, or all of them to the only line that there is."""
    found = [_by_bodies(line, kept) for line in lines]
    taken = {one.key for one in found if one}
    rest = [one for one in kept if one.key not in taken]
    left = [at for at, one in enumerate(found) if one is None]
    pairs: dict[int, KeptLine] = dict.fromkeys(left, kept[0]) if len(kept) == 1 else {}
    pairs |= dict(zip(left, rest, strict=True)) if len(rest) == len(left) else {}
    likely = [one or pairs.get(at) for at, one in enumerate(found)]
    return [(one, _bodies_differ(line, one) if one else _none(kept)) for line, one in zip(lines, likely, strict=True)]


def _bodies_differ(line: Line, likely: KeptLine) -> list[Unlike]:
    return [] if _named(line.responsible) == _named(likely.bodies) else [Unlike.BODIES]


def _named(bodies: Iterable[str]) -> set[str]:
    return {folded(name) for name in bodies}


def _none(kept: Sequence[KeptLine]) -> list[Unlike]:
    return [Unlike.NOTHING] if kept else []


def _by_bodies(line: Line, kept: Sequence[KeptLine]) -> KeptLine | None:
    alike = [one for one in kept if _named(one.bodies) == _named(line.responsible)]
    return alike[0] if len(alike) == 1 else None


def _doubts(line: Line, likely: KeptLine | None, found: Iterable[Unlike]) -> tuple[Unlike, ...]:
    if likely is None:
        return (Unlike.NOTHING,)
    more = [Unlike.PLANNED] if plans_another(line, likely) else []
    more += [Unlike.LEDGER] if asks_what_to_book(line, likely) else []
    return tuple(dict.fromkeys((*found, *more)))


def asks_what_to_book(line: Line, kept: KeptLine) -> bool:
    """The ledger has something of the line, and not just what the report says."""
    return bool(kept.used) and line.used.total is not None and not is_booked(line, kept)


def is_booked(line: Line, kept: KeptLine) -> bool:
    """Whether the ledger says of every source just what the report says."""
    said: dict[str, Decimal] = {}
    for one in line.used.amounts:
        said[one.source] = said.get(one.source, Decimal(0)) + (one.amount or 0)
    return bool(kept.used) and {source: amount for source, amount in said.items() if amount} == dict(kept.used)


def plans_another(line: Line, kept: KeptLine) -> bool:
    """A report that has no column of planned money says nothing about it."""
    if line.planned.total is None and line.planned.missing == Missing.UNKNOWN:
        return False
    return (line.planned.total or 0) != (kept.planned or 0)


def open_matches(found: Iterable[Match], decisions: Decisions, kept: Mapping[str, KeptLine]) -> list[Match]:
    """Those that a person has still to say something about: also where the ledger has grown since."""
    return [one for one in found if settled(one, decisions.matches.get(one.key), kept) is None]


def settled(match: Match, answer: MatchAnswer | None, kept: Mapping[str, KeptLine]) -> Settled | None:
    """What is to be done with a line of the report; None where that is not decided."""
    if answer is None:
        is_known = match.likely is not None and bool(match.likely.used)
        return None if match.doubts else Settled(match, match.likely, Booking.DIFFERENCE if is_known else Booking.ALL)
    if not answer.line:
        return Settled(match, None, Booking.NOTHING)
    on = kept.get(answer.line)
    if on is None or (asks_what_to_book(match.line, on) and answer.booking is None):
        return None
    return Settled(match, on, answer.booking or (Booking.DIFFERENCE if on.used else Booking.ALL))
