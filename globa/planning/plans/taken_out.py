"""Lines that an amendment took out of a plan after money was used on them: the money stays money of the plan's year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from globa.planning.ledger import Entry
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import PartQuerySet
from globa.planning.plans.plans import Plan
from globa.planning.plans.tree import Goal, Measure, Objective

Part = TypeVar("Part", Goal, Objective, Measure)
PLAN = "measure__objective__goal__plan"


@dataclass(frozen=True)
class TakenOut:
    """
    A line of an earlier version, and where this one has its place: the same goal, objective and measure as far as they are still there.

    A part that is there no longer is that of the earlier version.
    """

    line: PlanLine
    goal: Goal
    objective: Objective
    measure: Measure


def taken_out(plan: Plan, lines: PartQuerySet | None = None) -> list[TakenOut]:
    """In the order of the earlier plan; each line once, as the last version had it. Three questions, and none of a first version."""
    if plan.amends_id is None:
        return []
    rows: Any = (PlanLine.objects.all() if lines is None else lines).in_force().select_related("measure__objective__goal__plan")
    now = list(rows.filter(**{PLAN: plan}))
    same = {f"{PLAN}__organisation": plan.organisation_id, f"{PLAN}__year": plan.year, f"{PLAN}__withdrawn_on": None}
    before: list[PlanLine] = list(rows.filter(**same, **{f"{PLAN}__version__lt": plan.version}).order_by(f"-{PLAN}__version", *_order()))
    gone = {one.lineage: one for one in reversed(before)}
    for one in now:
        gone.pop(one.lineage, None)
    booked = _booked(gone)
    places = _Places(now, before)
    return [places.of(one) for one in before if gone.get(one.lineage) is one and one.lineage in booked]


def _order() -> Iterator[str]:
    levels = ("measure__objective__goal", "measure__objective", "measure")
    yield from (f"{level}__position" for level in levels)
    yield "position"


def _booked(lineages: Iterable[UUID]) -> set[UUID]:
    cash = Entry.objects.used().on_lines(list(lineages))
    return set(cash.order_by().values_list("line__lineage", flat=True))


class _Places:
    """A part of an earlier version is the same as one of this where they share a line, or else a number and words."""

    def __init__(self, now: list[PlanLine], before: list[PlanLine]) -> None:
        self.now, self.before = now, before

    def of(self, line: PlanLine) -> TakenOut:
        measure = self._same(line.measure)
        objective = measure.objective if measure else self._same(line.measure.objective)
        goal = objective.goal if objective else self._same(line.measure.objective.goal)
        own = line.measure
        return TakenOut(line, goal or own.objective.goal, objective or own.objective, measure or own)

    def _same(self, part: Part) -> Part | None:
        return self._by_line.get(part.pk) or self._by_words.get(_words(part))

    @cached_property
    def _by_line(self) -> dict[UUID, Any]:
        lines = {one.lineage: one for one in self.now}
        shared = [(one, lines[one.lineage]) for one in self.before if one.lineage in lines]
        return {part.pk: other for one, later in shared for part, other in zip(_parts(one), _parts(later), strict=True)}

    @cached_property
    def _by_words(self) -> dict[tuple[str, str, str], Any]:
        return {_words(part): part for one in self.now for part in _parts(one)}


def _parts(line: PlanLine) -> tuple[Goal, Objective, Measure]:
    return line.measure.objective.goal, line.measure.objective, line.measure


def _words(part: Goal | Objective | Measure) -> tuple[str, str, str]:
    return part._meta.model_name or "", part.no, part.text
