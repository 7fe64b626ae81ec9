"""Whose a plan's document is: the municipality's where one works; to anybody else it is not there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import ImportState, PlanImport
from globa.registry.organisations import Organisation
from globa.web.plans.rights import may_plan
from globa.web.whereabouts import PlacedRequest


def municipality_of(request: PlacedRequest) -> Organisation:
    if request.organisation is None or not may_plan(request):
        raise Http404
    return request.organisation


def document_of(request: PlacedRequest, pk: UUID) -> PlanImport:
    own = PlanImport.objects.visible_to(request.user).filter(organisation=municipality_of(request))
    found: PlanImport = get_object_or_404(
        own.exclude(state=ImportState.PUT_AWAY).select_related("organisation", "file", "attached_to"), pk=pk
    )
    return found


def read_of(request: PlacedRequest, pk: UUID) -> tuple[PlanImport, ReadPlan]:
    """Of a document that waits for decisions, and that can still be opened."""
    kept = document_of(request, pk)
    read = kept.what_was_read() if kept.is_read else None
    if read is None:
        raise Http404
    return kept, read
