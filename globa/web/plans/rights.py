"""Who may see and who may write a plan: the rows of the own place of work, and the municipality that works on its own plan."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from globa.planning.plans.plans import Plan, PlanQuerySet
from globa.registry.organisations import OrganisationKind
from globa.registry.policy import Area, may_enter
from globa.web.whereabouts import PlacedRequest, role_of


def may_plan(request: PlacedRequest, plan: Plan | None = None) -> bool:
    """Whoever writes plans at a municipality; of a plan, that its own municipality does."""
    here = request.organisation
    if here is None or here.kind != OrganisationKind.MUNICIPALITY or not may_enter(role_of(request), Area.PLANNING):
        return False
    return plan is None or plan.organisation_id == here.pk


def plans_of(request: PlacedRequest) -> PlanQuerySet:
    """A plan that is still being written is nobody's business above its municipality, as is a report."""
    seen: PlanQuerySet = Plan.objects.visible_to(request.user).as_seen_from(request.organisation)
    return seen


def plan_of(request: PlacedRequest, pk: UUID) -> Plan:
    found: Plan = get_object_or_404(plans_of(request).select_related("organisation", "amends", "file"), pk=pk)
    return found


def written_plan(request: PlacedRequest, pk: UUID) -> Plan:
    """A plan of the own municipality; to anybody else the page that writes is not there."""
    found = plan_of(request, pk)
    if not may_plan(request, found):
        raise Http404
    return found
