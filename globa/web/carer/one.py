"""One carer as the centre sees her here: what was written, what is agreed, her year."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.care.contracts import CarerContract
from globa.casework.carers import messages, planned
from globa.casework.carers.messages import LONGEST, Message
from globa.casework.carers.planned import PlannedMeeting
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.web.carer.planning import AT, PlanForm
from globa.web.carer.year import year_of
from globa.web.forms.acts import Act, page
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest


class ReplyForm(forms.Form):
    letter = forms.CharField(
        label=_("Answer"), max_length=LONGEST, widget=forms.Textarea({"rows": 4}), error_messages={"required": _("Write something first.")}
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def carer(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found: Person = get_object_or_404(Person.objects.visible_to(request.user).surviving(), pk=pk)
    contracts = list(CarerContract.objects.visible_to(request.user).filter(carer=found).order_by("-during"))
    thread = list(Message.objects.visible_to(request.user).of(found).select_related("author"))
    if not contracts and not thread:
        raise Http404
    looked_at(request, [found])
    agreed = list(PlannedMeeting.objects.visible_to(request.user).filter(carer=found).coming(today()))
    shown = {"person": found, "contracts": contracts, "thread": thread, "agreed": agreed, "year": year_of(found, today())}
    return page(request, "carer/carer.html", lambda: shown, _acts(request, found))


def _acts(request: PlacedRequest, found: Person) -> dict[str, Act]:
    return {
        "reply": Act(
            ReplyForm,
            partial(_reply, request, found),
            _("The carer reads it on her page."),
            at={"message_is_of_a_readable_length": "letter"},
        ),
        "plan": Act(PlanForm, partial(_plan, request, found), _("It stands in the carer's calendar."), at=AT),
    }


def _reply(request: PlacedRequest, found: Person, given: dict[str, Any]) -> None:
    assert request.organisation is not None
    messages.reply(organisation=request.organisation, carer=found, by=request.user, **given)


def _plan(request: PlacedRequest, found: Person, given: dict[str, Any]) -> None:
    assert request.organisation is not None
    planned.plan(organisation=request.organisation, carer=found, by=request.user, **given)
