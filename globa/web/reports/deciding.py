"""After signing: handed in, approved by the council, given back, corrected by a new version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from globa.registry.files import File, keep
from globa.reports.keeping.reports import Report, State
from globa.reports.signing import signing
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.reports.rights import decidable, form_of, report_of
from globa.web.reports.states import tag_of
from globa.web.whereabouts import PlacedRequest

POSSIBLE = {
    "approve": (State.SUBMITTED,),
    "return": (State.SIGNED, State.SUBMITTED),
    "correct": (State.SIGNED, State.SUBMITTED, State.APPROVED, State.RETURNED),
}
"""At which states of a report a step may be taken; the database holds the same in `STEPS`."""
LARGEST = 20 * 1024 * 1024
TYPES = {
    "pdf": "application/pdf",
    "adoc": "application/vnd.lt.archyvai.adoc-2008",
    "asice": "application/vnd.etsi.asic-e+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class ApprovalForm(forms.Form):
    decision_number = forms.CharField(
        label=_("Number of the council's decision"), max_length=40,
        error_messages={"required": _("Write the number of the decision, for example T-112.")},
    )  # fmt: skip
    decided_on = DayField(label=_("Day of the decision"), error_messages={"required": _("Write the day of the decision.")})
    registered_number = forms.CharField(
        label=_("Registered number of the report"), max_length=40, required=False, help_text=_("From the office's register of documents.")
    )
    file = forms.FileField(label=_("File signed outside"), required=False, help_text=_("PDF, ADOC, ASiC-E or Word, up to 20 MB."))

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is None:
            return None
        if (file.name or "").rpartition(".")[2].lower() not in TYPES:
            raise forms.ValidationError(_("This kind of file is not kept with a report. Add a PDF, ADOC, ASiC-E or Word file."))
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 20 MB, so it was not kept. Make it smaller and add it again."))
        return file

    def clean_decided_on(self) -> Any:
        day = self.cleaned_data["decided_on"]
        if day > today():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label=_("What is to be corrected"), max_length=2000, widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Say what is to be corrected, so that the authors know.")},
    )  # fmt: skip


@login_required
@require_POST
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    signing.submit(report=decidable(asked, pk), by=asked.user)
    messages.success(request, gettext("Recorded: submitted."))
    return redirect("reports-report", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = decidable(asked, pk)
    if answer := _not_now(request, report, "approve"):
        return answer
    form = ApprovalForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            _approve(asked, report, form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal, {})
        else:
            messages.success(request, gettext("Recorded: approved."))
            return redirect("reports-report", pk)
    return _asked(request, report, form, "approve")


def _approve(request: PlacedRequest, report: Report, given: dict[str, Any]) -> None:
    file = _kept(request, report, given["file"]) if given["file"] else None
    signing.approve(
        report=report, decision_number=given["decision_number"], decided_on=given["decided_on"],
        registered_number=given["registered_number"], file=file, by=request.user,
    )  # fmt: skip


def _kept(request: PlacedRequest, report: Report, file: UploadedFile) -> File:
    name = (file.name or "").rpartition("/")[2][-200:]
    kind = TYPES[name.rpartition(".")[2].lower()]
    return keep(
        organisation=report.organisation, name=name, media_type=kind, content=file.read(), sensitivity=Sensitivity.S0, by=request.user
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = decidable(asked, pk)
    if answer := _not_now(request, report, "return"):
        return answer
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            signing.return_for_correction(report=report, reason=form.cleaned_data["reason"], by=asked.user)
        except Refusal as refusal:
            refuse(form, refusal, {"returned_report_says_why": "reason"})
        else:
            messages.success(request, gettext("Returned. Make a correction: it becomes a new version beside this one."))
            return redirect("reports-report", pk)
    return _asked(request, report, form, "return")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = decidable(asked, pk)
    if answer := _not_now(request, report, "correct"):
        return answer
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        try:
            made = signing.correct(report=report, form=form_of(report), by=asked.user)
        except Refusal as refusal:
            form = forms.Form({})
            form.full_clean()
            form.add_error(None, refusal.said(gettext))
        else:
            messages.success(request, gettext("Begun: a new version with the same texts and today's figures."))
            return redirect("reports-report", made.pk)
    return _asked(request, report, form, "correct")


def _not_now(request: HttpRequest, report: Report, step: str) -> HttpResponse | None:
    """What cannot be done at the report's state is said in words before anybody fills in a form."""
    if report.state in POSSIBLE[step] and not (step == "correct" and _correction(report)):
        return None
    shown = {"report": report, "step": step, "tag": tag_of(report), "correction": _correction(report)}
    return render(request, "reports/not_now.html", shown, status=422)


def _correction(report: Report) -> Report | None:
    found: Report | None = getattr(report, "correction", None)
    return found


def _asked(request: HttpRequest, report: Report, form: forms.Form, step: str) -> HttpResponse:
    return render(request, f"reports/{step}.html", {"report": report, "form": form}, status=422 if request.method == "POST" else 200)


@login_required
@require_safe
def signed_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file signed outside, as it was given."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    approval = getattr(report_of(asked, pk), "approval", None)
    if approval is None or approval.file is None:
        raise Http404
    answer = HttpResponse(bytes(approval.file.content), content_type=approval.file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="report-{pk}.{approval.file.name.rpartition(".")[2]}"'
    return answer
