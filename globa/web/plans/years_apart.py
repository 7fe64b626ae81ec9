"""Two years of a municipality measure by measure: what was used of each goal and measure in the one and in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.web.plans.whole import DrawnGoal, DrawnMeasure, Whole


@dataclass(frozen=True)
class Apart:
    """A goal or a measure; `reworded` are the words of the earlier year, where the same number had others."""

    no: str
    text: str
    before: Decimal | None
    now: Decimal | None
    is_goal: bool = False
    in_before: bool = True
    in_now: bool = True
    reworded: str = ""

    @property
    def change(self) -> Decimal | None:
        return None if self.before is None or self.now is None else self.now - self.before


def apart(before: Whole, now: Whole) -> list[Apart]:
    """In the order of the later year; what it has no more stands at the end of its goal. Parts are the same by number, or by words."""
    earlier = {_key(one.goal): one for one in before.tree}
    rows: list[Apart] = []
    for goal in now.tree:
        other = earlier.pop(_key(goal.goal), None)
        rows.append(_goal(other, goal))
        rows += _measures(other.measures if other else (), goal.measures)
    for goal in earlier.values():
        rows.append(_goal(goal, None))
        rows += _measures(goal.measures, ())
    return rows


def _measures(before: Iterable[DrawnMeasure], now: Iterable[DrawnMeasure]) -> Iterator[Apart]:
    earlier = {_key(one.measure): one for one in before}
    for one in now:
        yield _measure(earlier.pop(_key(one.measure), None), one)
    for one in earlier.values():
        yield _measure(one, None)


def _goal(before: DrawnGoal | None, now: DrawnGoal | None) -> Apart:
    return _row(before and before.goal, now and now.goal, _used(before), _used(now), is_goal=True)


def _measure(before: DrawnMeasure | None, now: DrawnMeasure | None) -> Apart:
    return _row(before and before.measure, now and now.measure, _used(before), _used(now))


def _used(part: DrawnGoal | DrawnMeasure | None) -> Decimal | None:
    return part.money.used_total if part else None


def _row(before: object, now: object, was: Decimal | None, used: Decimal | None, *, is_goal: bool = False) -> Apart:
    shown = now or before
    words, old = getattr(shown, "text", ""), getattr(before, "text", "")
    reworded = old if now and before and old.strip().lower() != words.strip().lower() else ""
    return Apart(getattr(shown, "no", ""), words, was, used, is_goal, before is not None, now is not None, reworded)


def _key(part: object) -> str:
    return getattr(part, "no", "").strip(" .") or getattr(part, "text", "").strip().lower()
