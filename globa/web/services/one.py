"""One service: what was recorded, its history, and the two ways to mend a mistake."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from globa.casework import services
from globa.casework.named import Renamed
from globa.casework.services import Recipient, Service
from globa.journal.readings import Shown
from globa.planning.plans.counted_in import measures_of
from globa.reports.afterwards.resting import resting_on
from globa.vocabulary.refusal import Refusal
from globa.web.reading import looked_at
from globa.web.records.opened import history_of
from globa.web.services.changing import CorrectForm, ReasonForm, as_typed
from globa.web.services.giver import may_change, may_give, may_read_note
from globa.web.services.ticking import looked_for, looks, named_in, renamed, unseen, with_others
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
def service(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    reads_note = may_read_note(request, found)
    recipients = list(found.recipients.select_related("person", "household").order_by("pk"))
    ever_named = Recipient.ever.filter(service=found).values_list("person", flat=True)
    looked_at(request, ever_named, Shown.SPECIAL if reads_note else Shown.FILE)
    shown = {
        "service": found,
        "recipients": recipients,
        "may_change": may_change(request, found) and not found.withdrawn_on,
        "may_give": may_give(request),
        "reads_note": reads_note,
        "history": history_of(found, role_of(request), withheld=() if reads_note else ("note",)),
        "counted_in": measures_of(found.pk),
    }
    return render(request, "services/service.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def correct(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = _changeable(request, pk)
    named, data = named_in(found.recipients), request.POST if request.method == "POST" else None
    people = with_others(request.user, named, data) if data else named
    looked_at(request, people, Shown.FILE)
    filled: dict[str, Any] = {"initial": as_typed(data, CorrectForm)} if data and looks(data) else {"data": data}
    form = CorrectForm(found, named, people, may_read_note(request, found), **filled)
    if form.is_valid():
        try:
            services.correct(service=found, by=request.user, reason=form.cleaned_data["reason"], renamed=_renamed(form), **form.changes)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Corrected. What it said before stays in the history."))
            return redirect("services-service", pk)
    return _correcting(request, form, looked_for(data))


def _renamed(form: CorrectForm) -> Renamed:
    return renamed(form.named, form.who_came, on=form.cleaned_data["happened_on"], organisation=form.service.organisation)


def _correcting(request: PlacedRequest, form: CorrectForm, looks_for: str) -> HttpResponse:
    shown = {"service": form.service, "form": form, "looked_for": looks_for}
    if request.htmx and looks_for:
        return render(request, "services/_came.html", shown)
    shown |= {"rests_on": resting_on(form.service), "unseen": unseen(form.service.recipients, form.named)}
    return render(request, "services/correct.html", shown, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = _changeable(request, pk)
    form = ReasonForm(data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.withdraw(service=found, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Withdrawn: it is no longer counted. The record stays with its reason."))
        return redirect("services-service", pk)
    return render(
        request,
        "services/withdraw.html",
        {"service": found, "form": form, "rests_on": resting_on(found)},
        status=422 if form.is_bound else 200,
    )


def _found(request: PlacedRequest, pk: UUID) -> Service:
    seen = Service.objects.visible_to(request.user).select_related("kind", "provider", "payer", "organisation")
    return get_object_or_404(seen, pk=pk)


def _changeable(request: PlacedRequest, pk: UUID) -> Service:
    found = _found(request, pk)
    if not may_change(request, found):
        raise Http404
    if found.withdrawn_on:
        raise services.AlreadyWithdrawn
    looked_at(request, found.recipients.values_list("person", flat=True), Shown.FILE)
    return found
