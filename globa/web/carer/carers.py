"""The carers of the centre and those who wrote: who waits for an answer stands first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.db.models import F, Max, Min, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.care.contracts import CarerContract
from globa.casework.carers.messages import Message
from globa.casework.carers.planned import PlannedMeeting
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.web.paging import page_of
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class Line:
    carer: Person
    waits: bool
    agreed: date | None


@login_required
@require_safe
def carers(request: PlacedRequest) -> HttpResponse:
    """By name: their files are opened elsewhere, by who works with them."""
    on = today()
    contracted = CarerContract.objects.visible_to(request.user).on(on).order_by().values("carer")
    wrote = Message.objects.visible_to(request.user).order_by().values("carer")
    waiting = Message.objects.visible_to(request.user).waiting()
    people = Person.objects.visible_to(request.user).surviving().filter(Q(pk__in=contracted) | Q(pk__in=wrote))
    latest = Max("messages__written_at", filter=Q(messages__in=waiting))
    page = page_of(people.annotate(wrote_at=latest).order_by(F("wrote_at").desc(nulls_last=True), "family_name", "given_name"), request)
    found = list(page.object_list)
    looked_at(request, found)
    agreed = PlannedMeeting.objects.visible_to(request.user).coming(on).filter(carer__in=found).order_by()
    days = dict(agreed.values("carer").annotate(first=Min("on")).values_list("carer", "first"))
    lines = [Line(one, one.wrote_at is not None, days.get(one.pk)) for one in found]
    return render(request, "carer/carers.html", {"page": page, "lines": lines, "tab": "carers"})
