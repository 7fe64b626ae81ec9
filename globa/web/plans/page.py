"""One plan: where its money went, and its goals, objectives and measures with what was planned and what was used."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.web.ids import id_in
from globa.web.plans.beside_reports import waiting
from globa.web.plans.flowing import Flowing, flowing
from globa.web.plans.money import Money, look_of
from globa.web.plans.rights import may_plan, plan_of, plans_of
from globa.web.plans.states import Listed, listed
from globa.web.plans.whole import DrawnGoal, Whole, whole
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class Key:
    """What one pattern stands for on this page."""

    look: int
    title: str


@dataclass(frozen=True)
class Drawn:
    """`shown` are the goals that the page shows: all, or the one that was asked for."""

    whole: Whole
    shown: list[DrawnGoal]
    goal: DrawnGoal | None
    money: Money
    flowing: Flowing
    keys: list[Key]


@login_required
@require_safe
def plan(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = plan_of(request, pk)
    drawn = _drawn(whole(request.user, found, with_gone=True), request.GET.get("goal"))
    lines = [line for goal in drawn.shown for measure in goal.measures for line, _money in measure.lines]
    shown = {"plan": found, "drawn": drawn, "may_plan": may_plan(request, found), "beside": waiting(request.user, lines)}
    return render(request, "plans/plan.html", shown | _versions(request, found))


def _versions(request: PlacedRequest, found: Plan) -> dict[str, object]:
    """All versions of the same year, the newest first; of the shown one the state too."""
    same = plans_of(request).in_force().filter(organisation=found.organisation_id, year=found.year)
    versions: list[Listed] = listed(request.user, list(same.order_by("-version")))
    return {"versions": versions, "state": next((one for one in versions if one.plan.pk == found.pk), None)}


def _drawn(found: Whole, asked: str | None) -> Drawn:
    goal = _asked(found, asked)
    goals = [goal] if goal else found.tree
    money = goal.money if goal else found.money
    return Drawn(found, goals, goal, money, flowing(found, goal), keys(found.sources, money))


def _asked(found: Whole, asked: str | None) -> DrawnGoal | None:
    """A goal that the plan does not have is a page that is not there."""
    if asked is None:
        return None
    key = id_in(asked)
    for one in found.tree:
        if one.goal.pk == key:
            return one
    raise Http404


def keys(sources: list[PlanSource], money: Money) -> list[Key]:
    """Sources that look alike stand together; only those that the page draws."""
    named: dict[int, list[str]] = {}
    for one in sources:
        if one.code in money.planned or one.code in money.used:
            named.setdefault(look_of(one.code), []).append(str(one))
    return [Key(look, ", ".join(names)) for look, names in sorted(named.items())]
