"""A whole plan as pages draw it: the tree with the money of every part. One question a table, whatever the plan's size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet, Sum

from globa.planning.ledger import Entry
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import OTHER_SOURCES, PlanSource
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.registry.accounts.users import User
from globa.web.plans.gone import Gone, gone_of
from globa.web.plans.money import TAKEN_OUT, Money, together

Sums = dict[UUID, dict[str, Decimal]]
Reasons = dict[UUID, list[str]]
OF_PLAN = "measure__objective__goal__plan"
STANDING: dict[str, Any] = {
    f"{level}withdrawn_on__isnull": True for level in ("", "measure__", "measure__objective__", "measure__objective__goal__")
}


@dataclass(frozen=True)
class SumsOf:
    """By line what is planned, why an amount is missing, and by lineage what was used."""

    planned: Sums
    without: Reasons
    used: Sums


@dataclass(frozen=True)
class DrawnMeasure:
    measure: Measure
    lines: list[tuple[PlanLine, Money]]
    money: Money

    @property
    def bodies(self) -> list[str]:
        return list(dict.fromkeys(body.name for line, _money in self.lines for body in line.bodies.all()))


@dataclass(frozen=True)
class DrawnObjective:
    objective: Objective
    measures: list[DrawnMeasure]
    money: Money


@dataclass(frozen=True)
class DrawnGoal:
    goal: Goal
    objectives: list[DrawnObjective]
    money: Money

    @property
    def measures(self) -> Iterator[DrawnMeasure]:
        return (measure for objective in self.objectives for measure in objective.measures)


@dataclass(frozen=True)
class Whole:
    plan: Plan
    tree: list[DrawnGoal]
    sources: list[PlanSource]
    money: Money

    @property
    def measures(self) -> Iterator[DrawnMeasure]:
        return (measure for goal in self.tree for measure in goal.measures)

    def measure(self, key: UUID) -> DrawnMeasure | None:
        return next((one for one in self.measures if one.measure.pk == key), None)


def whole(user: User, plan: Plan, *, with_gone: bool = False) -> Whole:
    """
    Nine questions: five of the tree with its bodies, three of the money, one of the sources.

    `with_gone` draws what an amendment took out too, where money was used on it: a later version asks five more.
    """
    gone = gone_of(user, plan) if with_gone else Gone()
    lines = lines_of(user, **{OF_PLAN: plan})
    drawing = _Drawing(plan, sums_of(user, lines, gone.lines()), gone)
    goals = [drawing.goal(goal) for goal in gone.goals(_tree(user, plan))]
    return Whole(plan, goals, list(PlanSource.objects.all()), together(goal.money for goal in goals))


def _tree(user: User, plan: Plan) -> QuerySet[Goal]:
    bodies = Prefetch("bodies", LineBody.objects.visible_to(user).in_force())
    lines = Prefetch("lines", PlanLine.objects.visible_to(user).in_force().prefetch_related(bodies))
    measures = Prefetch("measures", Measure.objects.visible_to(user).in_force().prefetch_related(lines))
    objectives = Prefetch("objectives", Objective.objects.visible_to(user).in_force().prefetch_related(measures))
    return Goal.objects.visible_to(user).in_force().filter(plan=plan).prefetch_related(objectives)


def lines_of(user: User, **part: Any) -> QuerySet[PlanLine]:
    """The lines that stand, of a plan or of a part: no level above them was withdrawn."""
    return PlanLine.objects.visible_to(user).filter(**STANDING, **part)


def planned_amounts(user: User, lines: QuerySet[PlanLine]) -> QuerySet[PlannedAmount]:
    """What is added up; the parts of amounts are not."""
    return PlannedAmount.objects.visible_to(user).wholes().filter(line__in=lines)


def used_entries(user: User, lines: QuerySet[PlanLine], gone: Iterable[PlanLine] = ()) -> QuerySet[Entry]:
    """`gone` are lines that the version lost."""
    booked = Entry.objects.visible_to(user).used()
    lost = [line.lineage for line in gone]
    of_lines = Q(line__lineage__in=lines.order_by().values("lineage"))
    return booked.filter(of_lines | Q(line__lineage__in=lost) if lost else of_lines)


def sums_of(user: User, lines: QuerySet[PlanLine], gone: Iterable[PlanLine] = ()) -> SumsOf:
    return SumsOf(planned_by_line(user, lines), without_amounts(user, lines), used_by_lineage(user, lines, gone))


def planned_by_line(user: User, lines: QuerySet[PlanLine]) -> Sums:
    rows = planned_amounts(user, lines).filter(amount__isnull=False)
    return _sums(rows.order_by().values_list("line", "source__code").annotate(sum=Sum("amount")))


def without_amounts(user: User, lines: QuerySet[PlanLine]) -> Reasons:
    """Of which lines a source is named and no amount, and why."""
    rows = planned_amounts(user, lines).filter(amount__isnull=True).order_by("position").values_list("line", "missing")
    found: Reasons = defaultdict(list)
    for line, reason in rows:
        found[line].append(reason)
    return found


def used_by_lineage(user: User, lines: QuerySet[PlanLine], gone: Iterable[PlanLine] = ()) -> Sums:
    rows = used_entries(user, lines, gone)
    return _sums(rows.order_by().values_list("line__lineage", "source__plan_source__code").annotate(sum=Sum("amount")))


def _sums(rows: QuerySet[Any]) -> Sums:
    found: Sums = defaultdict(dict)
    for line, source, amount in rows:
        found[line][source or OTHER_SOURCES] = found[line].get(source or OTHER_SOURCES, Decimal(0)) + amount
    return found


@dataclass(frozen=True)
class _Drawing:
    """A part of an earlier version is drawn with what is gone and nothing else of its own."""

    plan: Plan
    sums: SumsOf
    gone: Gone

    def goal(self, goal: Goal) -> DrawnGoal:
        kept = goal.objectives.all() if goal.plan_id == self.plan.pk else ()
        objectives = [self.objective(one) for one in self.gone.objectives(goal, kept)]
        return DrawnGoal(goal, objectives, together(one.money for one in objectives))

    def objective(self, objective: Objective) -> DrawnObjective:
        kept = objective.measures.all() if objective.goal.plan_id == self.plan.pk else ()
        measures = [self.measure(one) for one in self.gone.measures(objective, kept)]
        return DrawnObjective(objective, measures, together(one.money for one in measures))

    def measure(self, measure: Measure) -> DrawnMeasure:
        kept = measure.lines.all() if measure.objective.goal.plan_id == self.plan.pk else ()
        lines = [(line, money_of(line, self.sums)) for line in kept]
        lines += [(one.line, money_gone(one.line, self.sums)) for one in self.gone.rows if one.measure == measure]
        return DrawnMeasure(measure, lines, together(money for _line, money in lines))


def money_of(line: PlanLine, sums: SumsOf) -> Money:
    """Why a side is missing is told of a line that has nothing on it, and of an amount that nobody knows."""
    left, right = sums.planned.get(line.pk, {}), sums.used.get(line.lineage, {})
    unknown = tuple(dict.fromkeys(sums.without.get(line.pk, [])))
    return Money(left, right, unknown if left else unknown or (line.planned_missing,), () if right else (line.used_missing,))


def money_gone(line: PlanLine, sums: SumsOf) -> Money:
    """Of a line that an amendment took out: what was used of it stays, what was planned does not."""
    return Money({}, sums.used.get(line.lineage, {}), (TAKEN_OUT,))
