"""Dropping a document to be checked, and the list of what one has dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.importers.checked_documents.documents import LARGEST, MEGABYTES, CheckedDocument, CheckState, drop, own
from globa.importers.checked_documents.forgetting import kept_days
from globa.importers.checked_documents.refusals import TooLarge
from globa.registry.accounts.users import User
from globa.vocabulary.refusal import Refusal
from globa.web.checking.owned import user_of
from globa.web.forms.refusing import refuse
from globa.web.ids import id_in

KINDS = ".docx,.xlsx,.xls,.odt,.ods,.pdf,.txt,.csv"
SHOWN = 100
TONES: dict[str, tuple[str | Promise, str]] = {
    CheckState.WAITING: (pgettext_lazy("of a document", "being checked"), "flax"),
    CheckState.RUNNING: (pgettext_lazy("of a document", "being checked"), "flax"),
    CheckState.REFUSED: (pgettext_lazy("of a document", "not checked"), "amber"),
}


class DropForm(forms.Form):
    file = forms.FileField(
        label=_("The document"),
        help_text=_("Word, Excel, OpenDocument, PDF or text, up to 20 MB. Drag it here or choose it."),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose another one.")},
    )

    def clean_file(self) -> UploadedFile:
        """Before it is read: a file that is too large stays on the disk where the server put it."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(TooLarge(MEGABYTES).said(gettext))
        return file


@dataclass(frozen=True)
class Line:
    document: CheckedDocument

    @property
    def tag(self) -> tuple[str | Promise, str]:
        if self.document.state != CheckState.DONE:
            return TONES[self.document.state]
        if self.document.contradictions:
            return _("disagrees"), "brick"
        return (_("look once more"), "amber") if self.document.found else (_("agrees"), "")

    @property
    def others(self) -> int:
        return self.document.found - self.document.contradictions

    @property
    def until(self) -> datetime | None:
        """When it is forgotten; None for what is kept and what is still being checked."""
        document = self.document
        return document.done_at + timedelta(days=kept_days()) if document.done_at and not document.is_kept else None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def checks(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    form = DropForm(request.POST, request.FILES) if request.method == "POST" else DropForm()
    if form.is_bound and form.is_valid() and (dropped := _dropped(form, request, user)):
        return redirect("reports-check", dropped.pk)
    mine = CheckedDocument.objects.of(user).without_content().newest_first()[:SHOWN]
    shown = {"form": form, "kinds": KINDS, "lines": [Line(one) for one in mine], "kept_days": kept_days()}
    return render(request, "checking/checks.html", shown, status=422 if form.is_bound else 200)


def _dropped(form: DropForm, request: HttpRequest, user: User) -> CheckedDocument | None:
    file: UploadedFile = form.cleaned_data["file"]
    key = id_in(request.POST.get("earlier"))
    try:
        return drop(name=_name(file), content=file.read(), by=user, earlier=own(user, key) if key else None)
    except Refusal as refusal:
        refuse(form, refusal, {})
        return None


def _name(file: UploadedFile) -> str:
    """Without the folders that some browsers tell."""
    return (file.name or "").replace("\\", "/").rpartition("/")[2] or "-"
