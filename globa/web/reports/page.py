"""The document: as it stands now while it is written, as it was signed ever after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from globa.reports.afterwards.differences import moved_values
from globa.reports.document import Document, Typed
from globa.reports.exports.formats import Format
from globa.reports.keeping.reports import Report
from globa.reports.signing.canonical import in_groups, read
from globa.reports.signing.frozen import SignedContent
from globa.reports.signing.verifying import NUMBER
from globa.web.reports.draft import drafted
from globa.web.reports.drawn import Drawing
from globa.web.reports.findings import Found, by_first_block, by_severity, by_text, found_in
from globa.web.reports.numbers import Numbers
from globa.web.reports.rights import may_decide, may_sign, may_template, may_write, report_of, seen_by
from globa.web.reports.states import tag_of
from globa.web.whereabouts import PlacedRequest

BAR = 268.0
FORMATS = [(one.value, one.label) for one in (Format.DOCX, Format.PDF, Format.XLSX)]


@login_required
@require_safe
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    found = report_of(asked, pk)
    shown = _signed(asked, found) if found.is_frozen else _live(asked, found)
    return render(
        request,
        "reports/report.html",
        {"report": found, "tag": tag_of(found), "formats": FORMATS, "may_template": may_template(request), **shown},
    )


@login_required
@require_safe
def by_number(request: HttpRequest, number: str) -> HttpResponse:
    """AL-2023-A1 leads to its report; of several institutions without initials the reader's own is meant."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    parts = NUMBER.fullmatch(number)
    if parts is None:
        raise Http404
    found = seen_by(asked).filter(year=parts["year"], number=parts["number"], organisation__initials=parts["initials"] or "")
    own = asked.organisation.pk if asked.organisation else None
    chosen = sorted(found, key=lambda one: one.organisation_id != own)[:1]
    if not chosen:
        raise Http404
    return redirect("reports-report", chosen[0].pk)


def _live(request: PlacedRequest, report: Report) -> dict[str, Any]:
    draft = drafted(report, get_language() or "lt")
    explained = dict(report.explanations.values_list("finding", "reason"))
    found = found_in(report.pk, draft.findings, explained, draft.document)
    drawing = Drawing(draft.document, Numbers(report.pk, draft.document), by_text(found), by_first_block(found))
    writes, signs = may_write(request, report), may_sign(request, report)
    return {
        "document": draft.document,
        "sections": drawing.sections(),
        "groups": by_severity(found),
        "agreement": agreement(draft.document, found),
        "now": localtime(),
        "may_write": writes,
        "may_sign": signs,
        "may_look": writes or signs,
    }


def _signed(request: PlacedRequest, report: Report) -> dict[str, Any]:
    """From what was frozen alone; with `?today` the figures that are others now are marked."""
    content = SignedContent.objects.get(report=report)
    document = read(content.document)
    moved = moved_values(report, document) if "today" in request.GET else {}
    drawing = Drawing(document, Numbers(report.pk, document, moved))
    return {
        "document": document,
        "sections": drawing.sections(),
        "content": content,
        "fingerprint": in_groups(content.fingerprint),
        "signatures": list(report.signatures.all()),
        "approval": getattr(report, "approval", None) if report.state == "approved" else None,
        "correction": getattr(report, "correction", None),
        "protocol": list(report.explanations.order_by("finding")),
        "moved": len(moved),
        "asks_today": "today" in request.GET,
        "may_decide": may_decide(request, report),
        "may_sign": report.state == "in_signing" and may_sign(request, report),
    }


@dataclass(frozen=True)
class Agreement:
    """How many of the numbers that say what a figure is agree with it."""

    checked: int
    disagreeing: int
    unexplained: int

    @property
    def agreeing(self) -> int:
        return max(self.checked - self.disagreeing, 0)

    @property
    def width(self) -> str:
        return f"{BAR * self.agreeing / self.checked:.1f}" if self.checked else "0"

    @property
    def gap(self) -> str:
        return f"{BAR - float(self.width):.1f}"


def agreement(document: Document, found: list[Found]) -> Agreement:
    known = sum(1 for value in document.values.values() if value.value is not None)
    typed = sum(1 for _section, block in document.blocks() for paragraph in getattr(block, "paragraphs", ()) for span in paragraph.spans
                if isinstance(span, Typed) and span.means)  # fmt: skip
    against = [one for one in found if one.is_contradiction]
    return Agreement(known + typed, len(against), sum(1 for one in found if one.is_open))
