"""The page of any record that a figure may be counted from, and the correction of a stay."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.care import stays
from globa.care.stays import Stay
from globa.journal.readings import Shown
from globa.registry.access import level_of
from globa.registry.people import Person
from globa.registry.policy import Opens
from globa.reports.afterwards.resting import resting_on
from globa.vocabulary.refusal import Refusal
from globa.web.reading import looked_at
from globa.web.records.corrections import StayCorrection
from globa.web.records.discretion import may_correct
from globa.web.records.kinds import KINDS, RecordKind
from globa.web.records.opened import opened
from globa.web.records.opening import page_of
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
@require_safe
def record(request: HttpRequest, label: str, key: UUID) -> HttpResponse:
    kind, found = _found(cast(PlacedRequest, request), label, key)
    if label == "casework.service":
        return redirect(page_of(label, key))
    can_correct = label == "care.stay" and _may_correct(cast(PlacedRequest, request), found)
    shown = opened(kind, found, role_of(request))
    looked_at(request, shown.people, Shown.FILE)
    return render(
        request,
        "records/record.html",
        {"opened": shown.leading(role_of(request)), "can_correct": can_correct, "counted_in": resting_on(found)},
    )


def _found(request: PlacedRequest, label: str, key: UUID) -> tuple[RecordKind, Any]:
    """What is not there, not the user's to see, or of a kind without a page is not found: the three look the same."""
    kind = KINDS.get(label)
    found = kind.visible_to(request.user).select_related(*kind.related).filter(pk=key).first() if kind else None
    if kind is None or found is None:
        raise Http404
    return kind, found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_stay(request: HttpRequest, key: UUID) -> HttpResponse:
    asked = cast(PlacedRequest, request)
    _kind, stay = _found(asked, "care.stay", key)
    if not _may_correct(asked, stay):
        raise Http404
    looked_at(request, [stay.child_id], Shown.FILE)
    form = StayCorrection.of(stay, asked.POST if asked.method == "POST" else None)
    if form.is_valid() and _corrected(asked, stay, form):
        messages.success(asked, _("Corrected. What was recorded before stands in the history."))
        return redirect("records-record", "care.stay", key)
    return render(
        asked, "records/correct_stay.html", {"form": form, "stay": stay, "rests_on": resting_on(stay)}, status=422 if form.is_bound else 200
    )


def _may_correct(request: PlacedRequest, stay: Stay) -> bool:
    """Where somebody lives is known with the name; it is corrected by whoever has the file."""
    return may_correct(role_of(request)) and level_of(request.user, Person(pk=stay.child_id)) is Opens.FILE


def _corrected(request: PlacedRequest, stay: Stay, form: StayCorrection) -> bool:
    try:
        stays.correct(stay=stay, by=request.user, reason=form.cleaned_data["reason"], **form.changes())
    except Refusal as refusal:
        form.refuse(refusal)
        return False
    return True
