"""Answering a finding: an error to mend, or right as it is, with the reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.importers.checked_documents import answers
from globa.importers.checked_documents.answers import Says
from globa.importers.checked_documents.documents import CheckedDocument
from globa.web.checking.found import Found, found_in
from globa.web.checking.original import Original
from globa.web.checking.owned import result_of, user_of
from globa.web.checking.page import answers_of

TAKEN_BACK = "back"


class AnswerForm(forms.Form):
    says = forms.ChoiceField(
        label=_("What is it?"), choices=Says.choices, widget=forms.RadioSelect, error_messages={"required": _("Choose what it is.")}
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Needed for what is right as it is: the protocol prints it beside what was found."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        if given.get("says") == Says.WAIVED and not given.get("reason", "").strip():
            self.add_error("reason", gettext("Say why it is right as it is: the protocol prints the reason beside what was found."))
        return given


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """`?finding=` is the finding's id; `says=back` takes its answer back."""
    document, found = _found(request, pk)
    if request.method == "POST" and request.POST.get("says") == TAKEN_BACK:
        answers.take_back(document=document, finding=found.finding.id, by=user_of(request))
        return _back(found, gettext("Taken back: it has no answer now."), request)
    known = {"says": found.answer.says, "reason": found.answer.reason} if found.answer else {"says": Says.WAIVED}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_bound and form.is_valid():
        answers.answer(document=document, finding=found.finding.id, by=user_of(request), **form.cleaned_data)
        return _back(found, gettext("Answered. It stands so in the protocol."), request)
    shown = {"form": form, "one": found, "document": document}
    return render(request, "checking/answer.html", shown, status=422 if form.is_bound else 200)


def _back(found: Found, words: str, request: HttpRequest) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('reports-check', args=[found.document])}#f-{found.number}")


def _found(request: HttpRequest, pk: UUID) -> tuple[CheckedDocument, Found]:
    document, result = result_of(request, pk)
    original = Original(result.document, result.findings)
    for one in found_in(pk, result, original, answers_of(document)):
        if one.finding.id == request.GET.get("finding"):
            return document, one
    raise Http404
