"""One measure: who answers for it, its money by source, what was expected and what came, what stood in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.parts import PartQuerySet
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, Obstacle
from globa.planning.plans.sources import PlanSource
from globa.planning.plans.tree import Measure
from globa.registry.accounts.users import User
from globa.reports.plan_results.counting import results_of
from globa.reports.plan_results.results import Answer, MeasureResults
from globa.web.plans.beside_reports import waiting
from globa.web.plans.fed import fed
from globa.web.plans.gone import gone_of
from globa.web.plans.money import Money, Source, together
from globa.web.plans.page import keys
from globa.web.plans.rights import may_plan, plan_of
from globa.web.plans.targets import Answered, Told, by_sentence, told_together
from globa.web.plans.whole import lines_of, money_gone, money_of, sums_of
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class DrawnLine:
    """`told` are results that answer no expectation of the line; `of` is the earlier plan that had it, where an amendment took it out."""

    line: PlanLine
    money: Money
    sources: list[Source]
    amounts: dict[str, list[PlannedAmount]]
    answered: list[Answered]
    told: list[AchievedResult]
    obstacles: list[Obstacle]
    of: UUID | None = None

    @property
    def rows(self) -> list[tuple[Source, list[PlannedAmount]]]:
        return [(one, self.amounts.get(one.source.code, [])) for one in self.sources]

    @property
    def said(self) -> list[Told]:
        return told_together(self.told)

    @property
    def height(self) -> int:
        return max(1, len(self.sources))

    @property
    def far(self) -> list[Source]:
        """What went far from its plan; told while nobody has written why."""
        return [] if self.obstacles or not self.money.used else [one for one in self.sources if one.is_far]


@dataclass(frozen=True)
class Found:
    """What hangs on lines, by the lineage that they share with other versions."""

    expected: dict[UUID, list[ExpectedResult]] = field(default_factory=dict)
    achieved: dict[UUID, list[AchievedResult]] = field(default_factory=dict)
    obstacles: dict[UUID, list[Obstacle]] = field(default_factory=dict)
    counted: dict[UUID, Answer] = field(default_factory=dict)


@login_required
@require_safe
def measure(request: PlacedRequest, pk: UUID, of: UUID) -> HttpResponse:
    plan = plan_of(request, pk)
    found = measure_of(request.user, plan, of)
    results = results_of(plan).get(found.pk)
    gone = gone_of(request.user, plan)
    lines = drawn_lines(request.user, lines_of(request.user, measure=found), results, gone.lines(found.pk))
    money = together(one.money for one in lines)
    sources = list(PlanSource.objects.all())
    shown = {
        "plan": plan,
        "measure": found,
        "lines": lines,
        "money": money,
        "keys": keys(sources, money),
        "sources": sources,
        "may_plan": may_plan(request, plan),
        "sentences": by_sentence(one for line in lines for one in line.answered),
        "beside": waiting(request.user, [one.line for one in lines if one.of is None]),
        "has_told": any(line.told or line.obstacles for line in lines),
        "fed": fed(results, plan=plan.pk, user=request.user) if results and results.activities else None,
    }
    return render(request, "plans/measure.html", shown)


def measure_of(user: User, plan: Plan, key: UUID) -> Measure:
    rows = Measure.objects.visible_to(user).in_force().filter(objective__goal__plan=plan).select_related("objective__goal")
    found: Measure = get_object_or_404(rows, pk=key)
    return found


def drawn_lines(
    user: User, lines: QuerySet[PlanLine], results: MeasureResults | None = None, gone: Sequence[PlanLine] = ()
) -> list[DrawnLine]:
    """
    As many questions for one line as for all; with `results` each expectation says what the records say.

    `gone` are lines that an amendment took out: they are drawn with what was used and told, and no longer with what was planned.
    """
    bodies = Prefetch("bodies", LineBody.objects.visible_to(user).in_force())
    listed = list(lines.order_by("position").prefetch_related(bodies))
    sums, sources = sums_of(user, lines, gone), list(PlanSource.objects.all())
    found, amounts = _found(user, listed, gone), _amounts(user, listed)
    counted = {one.expected.pk: one for one in results.answers} if results else {}
    money = [(line, money_of(line, sums)) for line in listed] + [(line, money_gone(line, sums)) for line in gone]
    drawn = [_drawn(line, of, sources, replace(found, counted=counted), amounts.get(line.pk, [])) for line, of in money]
    before = {line: line.measure.objective.goal.plan_id for line in gone}
    return [replace(one, of=before.get(one.line)) for one in drawn]


def _drawn(line: PlanLine, money: Money, sources: list[PlanSource], found: Found, amounts: list[PlannedAmount]) -> DrawnLine:
    by_source: dict[str, list[PlannedAmount]] = defaultdict(list)
    for amount in amounts:
        by_source[amount.source.code].append(amount)
    named = [one for one in sources if one.code in money.planned or one.code in money.used or one.code in by_source]
    listed = [Source(one, money.planned.get(one.code), money.used.get(one.code)) for one in named]
    expected, achieved = found.expected.get(line.lineage, []), found.achieved.get(line.lineage, [])
    by_hand = {one.expected.lineage: one for one in achieved if one.expected is not None}
    answered = [Answered(one, by_hand.get(one.lineage), found.counted.get(one.pk)) for one in expected]
    kept = {one.lineage for one in expected}
    told = [one for one in achieved if one.expected is None or one.expected.lineage not in kept]
    return DrawnLine(line, money, listed, by_source, answered, told, found.obstacles.get(line.lineage, []))


def _amounts(user: User, lines: Sequence[PlanLine]) -> dict[UUID, list[PlannedAmount]]:
    parts = Prefetch("parts", PlannedAmount.objects.visible_to(user).in_force())
    rows = PlannedAmount.objects.visible_to(user).wholes().filter(line__in=lines).select_related("source").prefetch_related(parts)
    found: dict[UUID, list[PlannedAmount]] = defaultdict(list)
    for one in rows.order_by("position", "pk"):
        found[one.line_id].append(one)
    return found


def _found(user: User, lines: Sequence[PlanLine], gone: Sequence[PlanLine] = ()) -> Found:
    """Expectations are the version's own; what came of them was written at whatever version held then."""
    expected = _by_lineage(ExpectedResult.objects.visible_to(user).in_force().filter(line__in=lines).select_related("line"))
    same = {"line__lineage__in": [line.lineage for line in (*lines, *gone)]}
    papers = AchievedResult.objects.visible_to(user).in_force().filter(**same).select_related("line", "expected", "paper", "file")
    obstacles = Obstacle.objects.visible_to(user).in_force().filter(**same).select_related("line")
    return Found(expected, _by_lineage(papers), _by_lineage(obstacles))


def _by_lineage(rows: PartQuerySet) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for one in rows.order_by("position", "pk"):
        found[one.line.lineage].append(one)
    return found
