"""An institution's own Word templates: which one fills which report, trying one on the sample, taking it into use, putting it away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import get_valid_filename
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from globa.registry.organisations import Organisation, OrganisationKind
from globa.reports.exports.export import SHIPPED_TEMPLATE
from globa.reports.exports.formats import Format
from globa.reports.exports.trying import LARGEST, tried
from globa.reports.exports.word_templates import WordTemplate, offer, put_away, use
from globa.reports.forms import codes
from globa.vocabulary.refusal import Refusal
from globa.web.forms.refusing import refuse
from globa.web.reports.rights import may_template
from globa.web.reports.states import form_names, name_of, plan_forms
from globa.web.whereabouts import PlacedRequest

ALL = "all"
"""How addresses call the template of every form that has none of its own."""
SHIPPED_NAME, SAMPLE_NAME = "globa-template.docx", "sample.docx"
EARLIER_SHOWN = 50


@dataclass(frozen=True)
class Filled:
    """One form, or all of them, and what fills it: its own template, else (None) that of all forms or the shipped one."""

    code: str
    name: str
    own: WordTemplate | None
    offered: WordTemplate | None
    general: WordTemplate | None


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Word template"),
        help_text=_("A Word document (.docx) of up to 10 MB. It is tried on invented data first; nothing changes yet."),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose another one.")},
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 10 MB, so it was not tried. Make its pictures smaller."))
        return file


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is put away"), max_length=1000, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say why, so that the next one knows.")},
    )  # fmt: skip


@login_required
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """Two queries, however many there were."""
    found = list(_own(_placed(request)).without_content().order_by("-taken_at", "-file__added_at"))
    earlier = [one for one in found if one.taken_at and one.put_away_at]
    shown = {"lines": _lines(found, _organisation(request)), "earlier": [(called(one.form), one) for one in earlier[:EARLIER_SHOWN]]}
    return render(request, "reports/templates.html", shown)


def _lines(found: list[WordTemplate], organisation: Organisation) -> list[Filled]:
    own = {one.form: one for one in found if one.is_in_use}
    offered = {one.form: one for one in found if one.is_offered}
    of_plans = organisation.kind == OrganisationKind.MUNICIPALITY
    names = [("", called("")), *(plan_forms() if of_plans else form_names())]
    return [Filled(code or ALL, name, own.get(code), offered.get(code), own.get("") if code else None) for code, name in names]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, form: str) -> HttpResponse:
    """The trial runs while the reader waits: two documents of the sample, out of process, a few seconds."""
    asked, organisation = _placed(request), _organisation(request)
    code = _code(form)
    given = UploadForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and given.is_valid():
        file: UploadedFile = given.cleaned_data["file"]
        try:
            offered = offer(organisation=organisation, name=_name(file), content=file.read(), by=asked.user, form=code)
        except Refusal as refusal:
            given.add_error("file", refusal.said(gettext))
        else:
            messages.success(request, gettext("Tried: every part of the sample could be filled. Look at it before you take it into use."))
            return redirect("reports-template", offered.pk)
    shown = {"form": given, "code": form, "name": called(code)}
    return render(request, "reports/template_add.html", shown, status=422 if given.is_bound else 200)


@login_required
@require_safe
def template(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    return render(request, "reports/template.html", {"template": found, "name": called(found.form), "code": found.form or ALL})


@login_required
@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    use(template=_found(request, pk), by=_placed(request).user)
    messages.success(request, gettext("In use: Word files that are made from now on are filled with it."))
    return redirect("reports-templates")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def away(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    if found.put_away_at is not None:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            put_away(template=found, reason=form.cleaned_data["reason"], by=_placed(request).user)
        except Refusal as refusal:
            refuse(form, refusal, {})
        else:
            messages.success(request, gettext("Put away. It stays in the list of earlier ones."))
            return redirect("reports-templates")
    shown = {"form": form, "template": found, "name": called(found.form)}
    return render(request, "reports/template_away.html", shown, status=422 if form.is_bound else 200)


@login_required
@require_safe
def shipped(request: HttpRequest) -> HttpResponse:
    _organisation(request)
    return _document(SHIPPED_NAME, SHIPPED_TEMPLATE.read_bytes())


@login_required
@require_safe
def file(request: HttpRequest, pk: UUID) -> HttpResponse:
    kept = _found(request, pk).file
    return _document(_ascii(kept.name), bytes(kept.content))


@login_required
@require_safe
def sample(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The invented report filled with it, signed; the same bytes each time."""
    return _document(SAMPLE_NAME, tried(bytes(_found(request, pk).file.content)))


def called(form: str) -> str:
    return name_of(form) if form else gettext("All reports without a template of their own")


def _placed(request: HttpRequest) -> PlacedRequest:
    asked: PlacedRequest = request  # type: ignore[assignment]
    return asked


def _organisation(request: HttpRequest) -> Organisation:
    organisation = _placed(request).organisation
    if organisation is None or not may_template(request):
        raise Http404
    return organisation


def _own(request: PlacedRequest) -> Any:
    return WordTemplate.objects.visible_to(request.user).filter(organisation=_organisation(request))


def _found(request: HttpRequest, pk: UUID) -> WordTemplate:
    mine = _own(_placed(request)).select_related("file", "taken_by", "put_away_by", "organisation")
    found: WordTemplate = get_object_or_404(mine, pk=pk)
    return found


def _code(form: str) -> str:
    if form != ALL and form not in codes():
        raise Http404
    return "" if form == ALL else form


def _name(file: UploadedFile) -> str:
    return (file.name or "").rpartition("/")[2][-200:] or SHIPPED_NAME


def _ascii(name: str) -> str:
    """A header holds no Lithuanian letters."""
    plain = Path(name).stem.encode("ascii", "ignore").decode()
    return f"{get_valid_filename(plain) if plain.strip(' .') else 'template'}.docx"


def _document(name: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type=Format.DOCX.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
