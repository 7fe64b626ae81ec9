"""Enquiries that wait, the oldest first; those that were answered, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.casework.recruitment.enquiries import ANSWERED_WITHIN, KEPT, Enquiry, EnquiryQuerySet
from globa.registry.norms import Norm
from globa.vocabulary.calendar import after_working_days, today
from globa.web.grounds import bases
from globa.web.paging import page_of
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

ANSWERED = "answered"


@dataclass(frozen=True)
class Line:
    """`due` is the last day in time; none of what is answered."""

    enquiry: Enquiry
    due: date | None
    is_late: bool


@login_required
@require_safe
def enquiries(request: PlacedRequest) -> HttpResponse:
    """Nobody's file is opened here: who asks is not registered, so the page is journalled by its name alone."""
    all_of_them = Enquiry.objects.visible_to(request.user)
    answered = request.GET.get("show") == ANSWERED
    rows = _done(all_of_them) if answered else all_of_them.unanswered().oldest_first()
    page = page_of(rows.select_related("organisation", "taken_by"), request)
    looked_at(request, [])
    shown = {"page": page, "lines": _lines(list(page.object_list)), "answered": answered, "waiting": all_of_them.unanswered().count()}
    norm = bases((KEPT,), today()).get(KEPT)
    shown["kept"] = int(norm.value) if norm else None
    return render(request, "enquiries/enquiries.html", shown)


def _done(all_of_them: EnquiryQuerySet) -> EnquiryQuerySet:
    """What was answered, and what nobody answered before it was erased."""
    done = all_of_them.filter(Q(answered_on__isnull=False) | Q(erased_on__isnull=False))
    return done.order_by(Coalesce("answered_on", "erased_on").desc(), "-number")


def _lines(found: list[Enquiry]) -> list[Line]:
    """The norm is read once for all rows."""
    within = Norm.objects.through(ANSWERED_WITHIN)
    lines = []
    for one in found:
        due = None if one.answered_on or one.erased_on else after_working_days(one.received_on, int(within.on(one.received_on)))
        lines.append(Line(one, due, due is not None and due < today()))
    return lines
