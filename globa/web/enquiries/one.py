"""One enquiry: what was asked, who answers, what was answered and what came of it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.casework.recruitment import enquiries
from globa.casework.recruitment.enquiries import KEPT, Enquiry
from globa.casework.recruitment.subjects import LONGEST, Outcome
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import told
from globa.web.forms.acts import Act, Day, Nothing, Why, page
from globa.web.forms.choosing import titled
from globa.web.grounds import bases
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

AT = {"enquiry_is_answered_after_it_came": "on", "answer_to_an_enquiry_is_whole": "outcome"}


class AnswerForm(forms.Form):
    on = Day(label=_("Day of the answer"))
    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=[("", ""), *titled(Outcome.choices)],
        error_messages={"required": _("Choose what came of it.")},
    )
    reply = forms.CharField(
        label=_("What was answered"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 4}), help_text=_("In a few words.")
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(Enquiry.objects.visible_to(request.user).select_related("organisation", "taken_by", "person"), pk=pk)
    looked_at(request, [found.person] if found.person else [])
    due = None if found.answered_on or found.erased_on else found.due_on()
    shown = {"enquiry": found, "due": due, "is_late": due is not None and due < today(), "told": told(request.user, found)}
    shown["may_register"] = bool(found.answered_on and not found.erased_on and not found.person and may_care(request))
    return page(request, "enquiries/enquiry.html", lambda: shown | _kept(found), {} if found.erased_on else _acts(request, found))


def _kept(found: Enquiry) -> dict[str, Any]:
    """Until when it is known who asked, and the norm that says so; where none does, nothing is erased."""
    norm = bases((KEPT,), today()).get(KEPT)
    return {"kept_until": found.kept_until(norm), "norms": [norm]} if norm else {}


def _acts(request: PlacedRequest, found: Enquiry) -> dict[str, Act]:
    """The verbs close over the row: no act of another enquiry can be sent here."""
    erase = Act(EraseForm, partial(_erase, request, found), _("Erased. That somebody asked stays, and is counted."))
    if found.answered_on:
        return {"reopen": Act(WhyForm, partial(_reopen, request, found), _("It waits for an answer again.")), "erase": erase}
    acts = {"erase": erase, "answer": Act(AnswerForm, partial(_answer, request, found), _("The answer is kept."), at=AT)}
    if found.taken_by_id != request.user.pk:
        acts["take"] = Act(Nothing, partial(_take, request, found), _("You answer it."))
    return acts


class WhyForm(forms.Form):
    reason = Why()


class EraseForm(forms.Form):
    reason = Why(help_text=_("Who asked for it and when, without the name: this stays."))


def _erase(request: PlacedRequest, found: Enquiry, given: dict[str, Any]) -> None:
    enquiries.erase(enquiry=found, by=request.user, **given)


def _take(request: PlacedRequest, found: Enquiry, _given: dict[str, Any]) -> None:
    enquiries.take(enquiry=found, by=request.user)


def _answer(request: PlacedRequest, found: Enquiry, given: dict[str, Any]) -> None:
    enquiries.answer(enquiry=found, by=request.user, **given)


def _reopen(request: PlacedRequest, found: Enquiry, given: dict[str, Any]) -> None:
    enquiries.reopen(enquiry=found, by=request.user, **given)
