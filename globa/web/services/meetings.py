"""Meetings of groups: the list, and correcting or withdrawing one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.casework import groups
from globa.casework.groups import Attendance, Event
from globa.journal.operations import Operation, counting, reference
from globa.journal.readings import Shown
from globa.registry.accounts.appointments import Role
from globa.reports.afterwards.resting import resting_on
from globa.vocabulary.refusal import Refusal
from globa.web.paging import page_of
from globa.web.reading import looked_at
from globa.web.services.changing import CorrectMeetingForm, ReasonForm, as_typed
from globa.web.services.giver import may_give
from globa.web.services.meeting import meetings_of, members_of
from globa.web.services.ticking import looked_for, looks, named_in, renamed, unseen, with_others
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
@require_safe
def meetings(request: PlacedRequest) -> HttpResponse:
    """Who came is counted over all who came and names nobody; the record names whom the reader may see."""
    withdrawn = request.GET.get("state") == "withdrawn"
    rows = Event.objects.visible_to(request.user).filter(withdrawn_on__isnull=not withdrawn).select_related("course", "organisation")
    page = page_of(rows.newest_first(), request)
    came = _came([event.pk for event in page.object_list])
    own = set() if withdrawn else changeable(request, page.object_list)
    listed = [(event, came.get(event.pk, 0) + event.unnamed_heads, event.pk in own) for event in page.object_list]
    looked_at(request, ())
    shown = {"page": page, "listed": listed, "withdrawn": withdrawn, "may_give": may_give(request), "may_change": bool(own)}
    return render(request, "services/meetings.html", shown)


def _came(events: list[UUID]) -> dict[UUID, int]:
    with counting():
        counted = Attendance.objects.filter(event__in=events).order_by().values("event").annotate(people=Count("pk"))
        return {row["event"]: row["people"] for row in counted}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    looked_at(request, (), Shown.NAME)
    form = ReasonForm(data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        groups.withdraw(event=found, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Withdrawn: it is no longer counted. The record stays with its reason."))
        return redirect("services-meetings")
    shown = {"event": found, "form": form, "rests_on": resting_on(found)}
    return render(request, "services/withdraw_meeting.html", shown, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Everybody who came to one of the group's last meetings is in the list, so that who was forgotten is ticked."""
    found = _found(request, pk)
    named, data = named_in(found.attendances), request.POST if request.method == "POST" else None
    members = members_of(request.user, meetings_of(request.user, found.course)) if found.course else []
    known = [*named, *(person for person in members if person not in named)]
    people = with_others(request.user, known, data) if data else known
    looked_at(request, people)
    filled: dict[str, Any] = {"initial": as_typed(data, CorrectMeetingForm)} if data and looks(data) else {"data": data}
    form = CorrectMeetingForm(found, named, people, **filled)
    if form.is_valid() and _corrected(request, form):
        messages.success(request, _("Corrected. What it said before stays in the history."))
        return redirect("records-record", "casework.event", pk)
    shown = {"event": found, "form": form, "looked_for": looked_for(data)}
    if request.htmx and looked_for(data):
        return render(request, "services/_came.html", shown)
    shown |= {"rests_on": resting_on(found), "unseen": unseen(found.attendances, named)}
    return render(request, "services/correct_meeting.html", shown, status=422 if form.is_bound else 200)


def _corrected(request: PlacedRequest, form: CorrectMeetingForm) -> bool:
    given, event = form.cleaned_data, form.event
    try:
        who = renamed(form.named, form.who_came, on=given["happened_on"], organisation=event.organisation)
        groups.correct(event=event, by=request.user, reason=given["reason"], renamed=who, **form.changes)
    except Refusal as refusal:
        form.refuse(refusal)
        return False
    return True


def _found(request: PlacedRequest, pk: UUID) -> Event:
    found = get_object_or_404(Event.objects.visible_to(request.user).select_related("organisation", "course"), pk=pk)
    if found.pk not in changeable(request, [found]):
        raise Http404
    if found.withdrawn_on:
        raise groups.EventAlreadyWithdrawn
    return found


def changeable(request: PlacedRequest, events: Iterable[Event]) -> set[UUID]:
    """Those of the own institution, to its head; to anybody else those that they recorded themselves."""
    own = {reference(event): event.pk for event in events if request.organisation and event.organisation_id == request.organisation.pk}
    if role_of(request) == Role.HEAD:
        return set(own.values())
    if not own or not may_give(request):
        return set()
    held = Operation.objects.filter(subject__in=own, verb="casework.hold_event", actor_id=request.user.pk)
    return {own[subject] for subject in held.values_list("subject", flat=True)}
