"""Asking for a report as a file: it is made in the background and waits for whoever asked."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from globa.reports.exports.asked import Export, ExportState, ask
from globa.reports.exports.forgetting import kept_days
from globa.reports.exports.formats import Format
from globa.web.reports.rights import report_of
from globa.web.whereabouts import PlacedRequest


@login_required
@require_POST
def export(request: HttpRequest, pk: UUID, format: str) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = report_of(asked, pk)
    if format not in Format.values:
        raise Http404
    return redirect("reports-exported", pk, ask(report=report, format=format, by=asked.user).pk)


@login_required
@require_safe
def exported(request: HttpRequest, pk: UUID, export: UUID) -> HttpResponse:
    """How far it is; the page asks again by itself while the file is made. Only the asker finds it."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    found = _found(asked, pk, export)
    shown = {"report": found.report, "export": found, "format": Format(found.format).label, "kept_days": kept_days()}
    return render(request, "reports/exported.html", shown)


@login_required
@require_safe
def download(request: HttpRequest, pk: UUID, export: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    found = _found(asked, pk, export)
    if found.state != ExportState.READY or found.file is None:
        raise Http404
    answer = HttpResponse(bytes(found.file.content), content_type=found.file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.file.name}"'
    return answer


def _found(request: PlacedRequest, pk: UUID, export: UUID) -> Export:
    mine = Export.objects.of(request.user).filter(report=report_of(request, pk)).select_related("report__organisation", "file")
    found: Export = get_object_or_404(mine, pk=export)
    return found
