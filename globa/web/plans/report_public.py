"""The public version of the report on a plan: read before it leaves, and taken as a file once the report is signed."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.publication.plan_reports import PublicVersion, public_version
from globa.reports.exports.export import export
from globa.reports.exports.formats import Format
from globa.reports.exports.reported import Reported, reported
from globa.web.plans.report import kept_of
from globa.web.plans.rights import plan_of
from globa.web.reports.drawn import Drawing
from globa.web.reports.numbers import Numbers
from globa.web.whereabouts import PlacedRequest


@login_required
@require_safe
def public(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """`?file` is the page to print, of a signed report only: a draft is nobody's word yet."""
    plan = plan_of(request, pk)
    kept = kept_of(request, plan)
    if kept is None:
        raise Http404
    found = reported(kept.report)
    made = public_version(found.document)
    if "file" in request.GET:
        return _file(found, made)
    drawing = Drawing(made.document, Numbers(kept.report.pk, made.document))
    shown = {"plan": plan, "kept": kept, "document": made.document, "sections": drawing.sections(), "hidden": made.hidden}
    return render(request, "plans/report_public.html", shown | {"is_signed": found.seal.is_signed})


def _file(found: Reported, made: PublicVersion) -> HttpResponse:
    if not found.seal.is_signed:
        raise Http404
    answer = HttpResponse(export(made.document, found.seal, Format.HTML), content_type=Format.HTML.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.name}-public.html"'
    return answer
