"""One meeting that was agreed with a carer: put right or taken out with a reason, and how it came to say what it says."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.casework.carers import planned
from globa.casework.carers.planned import CORRECTABLE, PlannedMeeting
from globa.registry.accounts.users import User
from globa.web.carer.planning import AT, PlanForm
from globa.web.forms.acts import Act, Why, page
from globa.web.reading import looked_at
from globa.web.records.opened import history_of
from globa.web.whereabouts import PlacedRequest, role_of


class CorrectForm(PlanForm):
    reason = Why(help_text=_("Kept in the history; the carer reads the new day on her page."))


class CancelForm(forms.Form):
    reason = Why(help_text=_("The carer reads it in her calendar until the day has passed."))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(PlannedMeeting.objects.visible_to(request.user).select_related("carer"), pk=pk)
    looked_at(request, [found.carer])
    shown = {"meeting": found, "history": history_of(found, role_of(request))}
    return page(request, "carer/meeting.html", lambda: shown, {} if found.cancelled_because else _acts(request, found))


def _acts(request: PlacedRequest, found: PlannedMeeting) -> dict[str, Act]:
    """The verbs close over the row: no act of another meeting can be sent here."""
    carer = reverse("carers-carer", args=[found.carer_id])
    as_agreed = {name: getattr(found, name) for name in CORRECTABLE} | {"at": f"{found.at:%H:%M}" if found.at else ""}
    return {
        "correct": Act(
            CorrectForm, partial(_correct, request, found), _("Put right. What it said before stays in the history."),
            at=AT, initial=as_agreed, to=lambda _made: carer,
        ),
        "cancel": Act(CancelForm, partial(_cancel, request, found), _("It is taken out of the calendar."), to=lambda _made: carer),
    }  # fmt: skip


def _correct(request: PlacedRequest, found: PlannedMeeting, given: dict[str, Any]) -> None:
    planned.correct(meeting=found, by=request.user, tell=_accounts(found), **given)


def _cancel(request: PlacedRequest, found: PlannedMeeting, given: dict[str, Any]) -> None:
    planned.cancel(meeting=found, by=request.user, tell=_accounts(found), **given)


def _accounts(found: PlannedMeeting) -> list[User]:
    """The carer's own account, if she has one: whoever read the old day is told that something is new."""
    return list(User.objects.filter(person=found.carer_id, is_active=True))
