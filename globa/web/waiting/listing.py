"""What somebody asked for and left: files that are made in the background, and documents that are read there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.reports.exports.asked import Export, ExportState
from globa.reports.exports.forgetting import kept_days
from globa.reports.exports.formats import Format
from globa.web.waiting.being_read import being_read
from globa.web.whereabouts import PlacedRequest, role_of

SHOWN = 50
TONES = {ExportState.READY: "", ExportState.REFUSED: "brick", ExportState.DELETED: "line"}


@dataclass(frozen=True)
class Line:
    export: Export

    @property
    def format(self) -> str:
        return str(Format(self.export.format).label)

    @property
    def tone(self) -> str:
        return TONES.get(ExportState(self.export.state), "amber")

    @property
    def waits_until(self) -> object:
        return self.export.asked_at + timedelta(days=kept_days())


@login_required
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Newest first; only one's own, and only of reports that one may still see."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    mine = Export.objects.of(asked.user).newest_first().select_related("report__organisation").defer("file")
    lines = [Line(one) for one in mine[: SHOWN + 1]]
    read = being_read(asked.user, role_of(asked))
    is_at_work = any(line.export.is_at_work for line in lines) or any(one.is_at_work for one in read)
    shown = {
        "lines": lines[:SHOWN],
        "being_read": read,
        "is_at_work": is_at_work,
        "has_more": len(lines) > SHOWN,
        "shown": SHOWN,
        "kept_days": kept_days(),
    }
    return render(request, "waiting/waiting.html", shown)
