"""Papers that members of the working group signed, who have no account here: brought in as scanned, and opened again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.registry.files import File, keep
from globa.reports.forms import of_period
from globa.reports.implementation.group import GroupMember
from globa.reports.keeping.reports import Report, State
from globa.reports.signing.canonical import in_groups
from globa.reports.signing.frozen import SignedContent
from globa.reports.signing.on_paper import PaperSignature
from globa.reports.signing.signing import sign_on_paper, waiting_for_paper
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.plans.report import kept_of
from globa.web.plans.rights import plan_of, written_plan
from globa.web.whereabouts import PlacedRequest

LARGEST = 20 * 1024 * 1024
BEGINS = {b"%PDF": "application/pdf", b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
AT = {"signed_paper_has_a_number": "number", "paper_is_not_before_the_sitting": "signed_on"}


class PaperForm(forms.Form):
    members = forms.MultipleChoiceField(
        label=_("Who signed it"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Tick who signed the paper.")}
    )
    number = forms.CharField(
        label=_("Number of the paper"), max_length=40, help_text=_("As the office's register of documents has it."),
        error_messages={"required": _("Write the number of the paper, as the office's register has it.")},
    )  # fmt: skip
    signed_on = DayField(label=_("Day of the paper"), error_messages={"required": _("Write the day of the paper.")})
    file = forms.FileField(
        label=_("The scanned paper"),
        help_text=_("PDF, JPEG or PNG, up to 20 MB."),
        error_messages={"required": _("Add the scanned paper.")},
    )

    def __init__(self, *args: Any, waiting: list[GroupMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["members"]
        chosen.choices = [(str(one.pk), one.name) for one in waiting]

    def clean_signed_on(self) -> Any:
        if (day := self.cleaned_data["signed_on"]) > today():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 20 MB, so it was not kept. Make it smaller and add it again."))
        if kind_of(file) is None:
            raise forms.ValidationError(_("This is no scanned paper. Add a PDF, JPEG or PNG file."))
        return file


def kind_of(file: UploadedFile) -> str | None:
    """By content, never by name."""
    file.seek(0)
    beginning = file.read(8)
    file.seek(0)
    return next((kind for mark, kind in BEGINS.items() if beginning.startswith(mark)), None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    kept = kept_of(request, plan)
    if kept is None or kept.report.state != State.IN_SIGNING:
        raise Http404
    waiting = waiting_for_paper(kept.report)
    if not waiting:
        return redirect("plans-report", plan.pk)
    form = PaperForm(request.POST or None, request.FILES or None, waiting=waiting)
    if request.method == "POST" and form.is_valid() and _kept(request, kept.report, waiting, form):
        messages.success(request, gettext("The paper is kept with the report."))
        return redirect("plans-report", plan.pk)
    content = SignedContent.objects.get(report=kept.report)
    shown = {"plan": plan, "kept": kept, "form": form, "fingerprint": in_groups(content.fingerprint)}
    return render(request, "plans/report_papers.html", shown, status=422 if form.is_bound else 200)


def _kept(request: PlacedRequest, report: Report, waiting: list[GroupMember], form: PaperForm) -> bool:
    given = form.cleaned_data
    members = [one for one in waiting if str(one.pk) in given["members"]]
    try:
        sign_on_paper(
            report=report, members=members, number=given["number"], day=given["signed_on"], file=_file(request, report, given["file"]),
            rule=of_period(report.form, report.period).signing, by=request.user,
        )  # fmt: skip
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return False
    return True


def _file(request: PlacedRequest, report: Report, file: UploadedFile) -> File:
    """Signatures are somebody's hand: the scan is more sensitive than the report."""
    name, kind = (file.name or "").rpartition("/")[2][-200:], kind_of(file) or ""
    return keep(
        organisation=report.organisation, name=name, media_type=kind, content=file.read(), sensitivity=Sensitivity.S1, by=request.user
    )


@login_required
@require_safe
def paper(request: PlacedRequest, pk: UUID, of: UUID) -> HttpResponse:
    plan = plan_of(request, pk)
    rows = PaperSignature.objects.visible_to(request.user).filter(report__working_group__plan__year=plan.year)
    found: PaperSignature = get_object_or_404(rows.filter(organisation=plan.organisation_id).select_related("file"), pk=of)
    answer = HttpResponse(bytes(found.file.content), content_type=found.file.media_type)
    ending = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}[found.file.media_type]
    answer.headers["Content-Disposition"] = f'attachment; filename="paper-{found.signed_on:%Y-%m-%d}.{ending}"'
    return answer
