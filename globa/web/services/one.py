"""One service: what was recorded, its history, and the two ways to mend a mistake."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from globa.casework import services
from globa.casework.services import Service
from globa.journal.readings import Shown
from globa.planning.plans.counted_in import measures_of
from globa.reports.afterwards.resting import resting_on
from globa.vocabulary.refusal import Refusal
from globa.web.reading import looked_at
from globa.web.records.opened import history_of
from globa.web.services.changing import CorrectForm, ReasonForm
from globa.web.services.giver import may_change, may_give, may_read_note
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
def service(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    reads_note = may_read_note(request, found)
    recipients = list(found.recipients.select_related("person", "household").order_by("pk"))
    looked_at(request, [one.person_id for one in recipients], Shown.SPECIAL if reads_note else Shown.FILE)
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
    form = CorrectForm(found, may_read_note(request, found), data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.correct(service=found, by=request.user, **form.changes, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Corrected. What it said before stays in the history."))
            return redirect("services-service", pk)
    return render(
        request,
        "services/correct.html",
        {"service": found, "form": form, "rests_on": resting_on(found)},
        status=422 if form.is_bound else 200,
    )


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
