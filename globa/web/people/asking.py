"""Asking for a file of another institution, which is not said to be one's neighbour's or whose: the question, its answer, its end."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry import asking
from globa.registry.accounts.appointments import Role
from globa.registry.asking import SHORTEST_REASON, FileQuestion, FileRequest
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import today
from globa.web.forms.acts import Act, Day, Nothing, RowField, page
from globa.web.paging import LONG, page_of
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of

HALF_A_YEAR = timedelta(days=182)
AT = {"file_request_says_why": "why", "file_request_ends_within_a_year": "until"}


class AskForm(forms.Form):
    """Beside the form by which a person is registered: `purpose` and the personal code are said there."""

    why = forms.CharField(
        label=_("What you need the file for"), max_length=1000, min_length=SHORTEST_REASON, widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": _("Say what for: whoever answers knows nothing of it yet."),
            "min_length": _("Say in at least 20 letters what for: whoever answers knows nothing of it yet."),
        },
    )  # fmt: skip
    until = Day(label=_("Until which day"), initial=lambda: today() + HALF_A_YEAR)


class AnswerForm(forms.Form):
    opens = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("Open it until that day")), ("no", _("Refuse"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it is opened.")},
    )
    words = forms.CharField(label=_("In a few words"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("opens") == "no" and not given.get("words", "").strip():
            self.add_error("words", _("A refusal says why: the child's worker at the other institution reads it."))
        return given


def send(request: PlacedRequest, organisation: Organisation, code_lookup: str, purpose: str, given: dict[str, Any]) -> FileRequest:
    return asking.ask(
        organisation=organisation, code_lookup=code_lookup, purpose=purpose, why=given["why"], until=given["until"], by=request.user
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def asks(request: PlacedRequest) -> HttpResponse:
    """What this institution asked of others, and what was answered; to its head also what others ask of it."""
    rows = FileRequest.objects.visible_to(request.user)
    waiting = rows.waiting().filter(asked_by=request.user)
    listed = page_of(rows.select_related("asked_by", "person").newest_first(), request)
    looked_at(request, [one.person for one in listed.object_list if one.person])

    def take_back(given: dict[str, Any]) -> None:
        asking.withdraw(request=given["row"], by=request.user)

    acts = {"withdraw": Act(RowForm, take_back, _("The question was withdrawn."), rows={"row": [(one, str(one)) for one in waiting]})}
    shown = {"page": listed, "mine": {one.pk for one in waiting}, "questions": _questions(request)}
    return page(request, "people/asks.html", lambda: shown, acts)


def _questions(request: PlacedRequest) -> list[FileQuestion]:
    """Of others, those that wait first; nobody is named here."""
    if role_of(request) != Role.HEAD:
        return []
    found = FileQuestion.objects.visible_to(request.user).select_related("asker").newest_first()[:LONG]
    return sorted(found, key=lambda one: not one.is_waiting)


class RowForm(Nothing):
    row = RowField()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Who asks for a file of ours, from where, why and until when; the head answers."""
    if role_of(request) != Role.HEAD:
        raise Http404
    rows = FileQuestion.objects.visible_to(request.user).select_related("asker", "asked_by", "person", "answered_by")
    question = get_object_or_404(rows, pk=pk)
    looked_at(request, [question.person])
    acts = {"answer": Act(AnswerForm, partial(_answer, request, question), _("Your answer was given."))} if question.is_waiting else {}
    return page(request, "people/asked.html", lambda: {"question": question}, acts)


def _answer(request: PlacedRequest, question: FileQuestion, given: dict[str, Any]) -> None:
    asking.answer(question=question, is_opened=given["opens"] == "yes", words=given["words"], by=request.user)
