"""The rows behind a sum of a plan: planned amounts, or entries of the ledger; of the whole plan or of a part, of all sources or one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Model, Prefetch, Q, QuerySet, Sum
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.parts import PartQuerySet
from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import OTHER_SOURCES, PlanSource
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.registry.policy import Area, may_enter
from globa.web.ids import id_in
from globa.web.paging import page_of
from globa.web.plans.gone import Gone, gone_of
from globa.web.plans.rights import plan_of
from globa.web.plans.whole import OF_PLAN, lines_of, planned_amounts, used_entries
from globa.web.whereabouts import PlacedRequest, role_of

PARTS: dict[str, tuple[type[Model], str, str]] = {
    "goal": (Goal, "measure__objective__goal", "plan"),
    "objective": (Objective, "measure__objective", "goal__plan"),
    "measure": (Measure, "measure", "objective__goal__plan"),
    "line": (PlanLine, "pk", "measure__objective__goal__plan"),
}
"""Where a part is seen from a line, and the plan from the part."""


@dataclass(frozen=True)
class Asked:
    """Of which part and of which source, as the address asks; None is all. `gone` are lines that an amendment took out."""

    part: Any
    source: PlanSource | None
    lines: QuerySet[PlanLine]
    gone: list[PlanLine]


@login_required
@require_safe
def planned(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = plan_of(request, pk)
    asked = _asked(request, found)
    rows = planned_amounts(request.user, asked.lines).select_related("source", "line__measure")
    rows = rows.filter(source=asked.source) if asked.source else rows
    parts = Prefetch("parts", PlannedAmount.objects.visible_to(request.user).in_force())
    bodies = Prefetch("line__bodies", LineBody.objects.visible_to(request.user).in_force())
    return _page(request, "plans/planned.html", found, asked, rows.prefetch_related(parts, bodies).order_by(*_order()))


@login_required
@require_safe
def used(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Entries of codes that belong to no source of a plan stand among those of the other sources."""
    found = plan_of(request, pk)
    asked = _asked(request, found)
    rows = used_entries(request.user, asked.lines, asked.gone).select_related(
        "source__plan_source", "item", "organisation", "line__measure"
    )
    if asked.source:
        none = Q(source__plan_source=None) if asked.source.code == OTHER_SOURCES else Q()
        rows = rows.filter(Q(source__plan_source=asked.source) | none)
    return _page(request, "plans/used.html", found, asked, rows.order_by("booked_on", *_order()))


def _page(request: PlacedRequest, template: str, found: Plan, asked: Asked, rows: QuerySet[Any]) -> HttpResponse:
    """The sum of all of them and not of the shown page only; one question for both."""
    counted: dict[str, Any] = rows.order_by().aggregate(count=Count("pk"), sum=Sum("amount"))
    page = page_of(rows, request, counted["count"])
    shown = {"plan": found, "asked": asked, "page": page, "total": counted["sum"], "count": counted["count"]}
    return render(request, template, shown | {"keeper": request.organisation if may_enter(role_of(request), Area.MONEY) else None})


def _order() -> tuple[str, ...]:
    levels = ("line__measure__objective__goal", "line__measure__objective", "line__measure", "line")
    return (*(f"{level}__position" for level in levels), "pk")


def _asked(request: PlacedRequest, found: Plan) -> Asked:
    """What the plan does not have is a page that is not there."""
    gone = gone_of(request.user, found)
    part, at = _part(request, found, gone)
    code = request.GET.get("source")
    source = PlanSource.objects.filter(code=code).first() if code else None
    if code and source is None:
        raise Http404
    lines = lines_of(request.user, **{OF_PLAN: found})
    return Asked(part, source, lines.filter(**{at: part.pk}) if part else lines, gone.lines(part.pk if part else None))


def _part(request: PlacedRequest, found: Plan, gone: Gone) -> tuple[Any, str]:
    for name, (model, at, plan) in PARTS.items():
        if name in request.GET:
            key = id_in(request.GET[name])
            rows = cast("PartQuerySet", model._default_manager.all())
            part = rows.visible_to(request.user).filter(pk=key, **{plan: found}).first() or gone.part(key) if key else None
            if part is None:
                raise Http404
            return part, at
    return None, ""
