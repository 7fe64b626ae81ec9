"""What an amendment took out after money was used on it, at its place in the drawn plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar
from uuid import UUID

from django.db.models import Prefetch

from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.taken_out import TakenOut, taken_out
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.registry.accounts.users import User

Part = TypeVar("Part", Goal, Objective, Measure)


@dataclass(frozen=True)
class Gone:
    rows: list[TakenOut] = field(default_factory=list)

    def goals(self, kept: Iterable[Goal]) -> list[Goal]:
        return _with(kept, (one.goal for one in self.rows))

    def objectives(self, goal: Goal, kept: Iterable[Objective]) -> list[Objective]:
        return _with(kept, (one.objective for one in self.rows if one.goal == goal))

    def measures(self, objective: Objective, kept: Iterable[Measure]) -> list[Measure]:
        return _with(kept, (one.measure for one in self.rows if one.objective == objective))

    def lines(self, part: UUID | None = None) -> list[PlanLine]:
        """Of the whole plan, or of the goal, objective, measure or line with this key."""
        return [one.line for one in self.rows if part is None or part in (one.goal.pk, one.objective.pk, one.measure.pk, one.line.pk)]

    def part(self, key: UUID) -> Goal | Objective | Measure | PlanLine | None:
        """A part that is drawn though the version does not have it."""
        parts = (part for one in self.rows for part in (one.goal, one.objective, one.measure, one.line))
        return next((part for part in parts if part.pk == key), None)


def gone_of(user: User, plan: Plan) -> Gone:
    bodies = Prefetch("bodies", LineBody.objects.visible_to(user).in_force())
    return Gone(taken_out(plan, PlanLine.objects.visible_to(user).prefetch_related(bodies)))


def _with(kept: Iterable[Part], more: Iterable[Part]) -> list[Part]:
    return list(dict.fromkeys(chain(kept, more)))
