"""The public version of the report on a plan: what may tell of a person is decided, then it leaves as a file once the report is signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.publication.answers import Does, PublicSentence, decide
from globa.publication.plan_reports import Asked, PublicVersion, asked_of, public_version
from globa.publication.telling import Told
from globa.reports.exports.export import export
from globa.reports.exports.formats import Format
from globa.reports.exports.reported import Reported, reported
from globa.reports.exports.word_templates import in_use
from globa.vocabulary.refusal import Refusal
from globa.web.forms.refusing import refuse
from globa.web.plans.report import Kept, kept_of
from globa.web.plans.rights import may_plan, plan_of
from globa.web.reports.drawn import Drawing
from globa.web.reports.numbers import Numbers
from globa.web.whereabouts import PlacedRequest

AT = {"changed_sentence_has_words": "text", "kept_sentence_has_a_reason": "reason"}


class DecideForm(forms.Form):
    """What was found in a sentence is never in an address and never in a log: the form names the sentence by its fingerprint."""

    does = forms.ChoiceField(
        label=_("What everybody reads"), choices=Does.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of the sentence.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Written otherwise"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    reason = forms.CharField(label=_("Why it stays"), max_length=300, required=False)


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; `kind` says what it tells, and is empty of all else."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Question:
    asked: Asked
    form: DecideForm

    @property
    def pieces(self) -> list[Piece]:
        return list(_pieces(self.asked.sentence, self.asked.told))

    @property
    def kinds(self) -> str:
        return ", ".join(dict.fromkeys(str(one.kind.label) for one in self.asked.told))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def public(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """`?file=` is its format, of a signed report about which everything is decided: a draft is nobody's word yet."""
    plan = plan_of(request, pk)
    kept = kept_of(request, plan)
    if kept is None or (request.method == "POST" and not may_plan(request, plan)):
        raise Http404
    found = reported(kept.report)
    answers = {one.said: one for one in PublicSentence.objects.visible_to(request.user).filter(report=kept.report)}
    asked = asked_of(found.document, answers)
    made = public_version(found.document, answers)
    waiting = sum(1 for one in asked if one.answer is None)
    if "file" in request.GET:
        return _file(request, kept, found, made, waiting)
    questions = [_question(request, one) for one in asked]
    if request.method == "POST" and _decided(request, kept, questions):
        messages.success(request, gettext("Decided. So everybody reads it."))
        return redirect("plans-report-public", plan.pk)
    drawing = Drawing(made.document, Numbers(kept.report.pk, made.document))
    shown = {
        "plan": plan, "kept": kept, "document": made.document, "sections": drawing.sections(), "hidden": made.hidden, "waiting": waiting,
        "questions": questions, "is_signed": found.seal.is_signed, "may_plan": may_plan(request, plan), "formats": Format,
    }  # fmt: skip
    return render(request, "plans/report_public.html", shown, status=422 if request.method == "POST" else 200)


def _question(request: PlacedRequest, one: Asked) -> Question:
    """Each with a form of its own; what was typed in one of them stays there."""
    before = {"does": one.answer.does, "text": one.answer.text, "reason": one.answer.reason} if one.answer else {"text": one.sentence}
    sent = request.POST if request.method == "POST" and request.POST.get("said") == one.said else None
    return Question(one, DecideForm(sent, initial=before, prefix=f"s{one.said[:12]}"))


def _decided(request: PlacedRequest, kept: Kept, questions: Iterable[Question]) -> bool:
    question = next((one for one in questions if one.form.is_bound), None)
    if question is None or not question.form.is_valid():
        return False
    given: dict[str, Any] = question.form.cleaned_data
    try:
        decide(report=kept.report, said=question.asked.said, also=question.asked.also, by=request.user, **given)
    except Refusal as refusal:
        refuse(question.form, refusal, AT)
        return False
    return True


def _file(request: PlacedRequest, kept: Kept, found: Reported, made: PublicVersion, waiting: int) -> HttpResponse:
    """Reasons of the protocol stay inside: they were written for the group. In Word by the municipality's own template."""
    asked = request.GET["file"]
    if not found.seal.is_signed or waiting or asked not in Format.values:
        raise Http404
    template = in_use(kept.report.organisation_id, kept.report.form)
    content = export(made.document, replace(found.seal, explained=()), asked, template)
    answer = HttpResponse(content, content_type=Format(asked).media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.name}-public.{asked}"'
    return answer


def _pieces(text: str, told: Iterable[Told]) -> Iterable[Piece]:
    at = 0
    for one in told:
        if text[at : one.start]:
            yield Piece(text[at : one.start])
        yield Piece(text[one.start : one.end], str(one.kind.label))
        at = one.end
    if text[at:]:
        yield Piece(text[at:])
