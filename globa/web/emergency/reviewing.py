"""Every opening in an emergency is looked at by the head or the data-protection officer: justified or not, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, F, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.journal.readings import Reading
from globa.registry import emergency
from globa.registry.emergency import Opening, OpeningQuerySet
from globa.registry.people import Person
from globa.registry.policy import OVERSEERS, Area, may_enter
from globa.vocabulary.refusal import Refusal
from globa.web.forms.refusing import refuse
from globa.web.looks.naming import file_number
from globa.web.paging import page_of
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of

VERDICTS = (("yes", _("justified")), ("no", _("not justified")))


@dataclass(frozen=True)
class Row:
    """`name` is empty for whoever may not see the name; `looks` are those of the worker at this file in that time."""

    opening: Opening
    name: str
    number: str
    looks: int


class ReviewForm(forms.Form):
    is_justified = forms.ChoiceField(
        label=_("Was it justified"),
        choices=VERDICTS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it was justified.")},
    )
    review = forms.CharField(
        label=_("What was found"), widget=forms.Textarea({"rows": 3}), max_length=2000,
        error_messages={"required": _("Say in words what was found.")},
    )  # fmt: skip


def overseen(request: PlacedRequest) -> OpeningQuerySet:
    """Openings that the user watches over; to everybody else the page is not there."""
    if role_of(request) not in OVERSEERS:
        raise Http404
    return Opening.objects.visible_to(request.user).select_related("user", "reviewed_by")


@login_required
@require_safe
def emergencies(request: PlacedRequest) -> HttpResponse:
    page = page_of(overseen(request).order_by(F("reviewed_at").asc(nulls_first=True), "-opened_at"), request)
    rows = rows_of(request, list(page.object_list))
    looked_at(request, [row.opening.person_id for row in rows])
    waiting = overseen(request).unreviewed().count()
    shown = {"page": page, "rows": rows, "waiting": waiting, "may_open": may_enter(role_of(request), Area.EMERGENCY)}
    return render(request, "emergency/emergencies.html", shown)


def rows_of(request: PlacedRequest, openings: list[Opening]) -> list[Row]:
    names = {one.pk: str(one) for one in Person.objects.visible_to(request.user).filter(pk__in=[one.person_id for one in openings])}
    looks = _looks(openings)
    return [Row(one, names.get(one.person_id, ""), file_number(one.person_id), looks.get(str(one.pk), 0)) for one in openings]


def _looks(openings: list[Opening]) -> dict[str, int]:
    """How often each worker looked at the file while it was open; one query for all."""
    counted = {
        str(one.pk): Count(
            "pk",
            filter=Q(actor_id=one.user_id, person_id=one.person_id, happened_at__gte=one.opened_at)
            & Q(happened_at__lt=one.closed_at or one.until),
        )
        for one in openings
    }
    people = {one.person_id for one in openings}
    found: dict[str, Any] = Reading.objects.filter(person_id__in=people).aggregate(**counted) if openings else {}
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: PlacedRequest, pk: UUID) -> HttpResponse:
    opening = get_object_or_404(overseen(request).unreviewed(), pk=pk)
    form = ReviewForm(data=request.POST or None)
    if form.is_bound and form.is_valid() and _reviewed(request, opening, form):
        messages.success(request, gettext("Reviewed."))
        return redirect("emergencies")
    (row,) = rows_of(request, [opening])
    looked_at(request, [opening.person_id])
    return render(request, "emergency/review.html", {"row": row, "form": form}, status=422 if form.is_bound else 200)


def _reviewed(request: PlacedRequest, opening: Opening, form: ReviewForm) -> bool:
    given = form.cleaned_data
    try:
        emergency.look_at(opening=opening, by=request.user, is_justified=given["is_justified"] == "yes", review=given["review"].strip())
    except Refusal as refusal:
        refuse(form, refusal, {})
        return False
    return True
