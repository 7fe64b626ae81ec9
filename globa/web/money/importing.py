"""A file of the accounting program is dropped, looked through, decided about, and booked."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.importers.ledger.accepting import accept
from globa.importers.ledger.carried import Carried, carried_back, carry
from globa.importers.ledger.proposing import Asked, Proposed, propose
from globa.importers.ledger.read_amounts import ReadLedger
from globa.importers.ledger.reading import MOST_ENTRIES, read
from globa.journal.operations import AlreadyDone
from globa.planning.ledger import Basis
from globa.planning.ledger_imports import LedgerImport, fingerprint
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.day_field import DayField
from globa.web.money.rights import keeper_of
from globa.web.whereabouts import PlacedRequest

KINDS = ".xlsx,.xls,.ods,.csv,.tsv,.txt"
LARGEST = 1024 * 1024
SHOWN = 100


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File of the accounting program"),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose another one.")},
    )
    basis = forms.ChoiceField(
        label=pgettext_lazy("of money", "Basis"), required=False, choices=[("", _("as the file says")), *Basis.choices],
        help_text=_("Cash is what was paid, accrual what a month costs whenever it is paid. One file holds one of them."),
    )  # fmt: skip
    day = DayField(
        label=_("Day of amounts that have none"), required=False,
        help_text=_("A table of a whole year is booked on its last day. Needed only where the file names neither days nor a year."),
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 1 MB, far more than such a table holds. Leave only the table in it."))
        return file


@dataclass
class Page:
    """What one request has to show."""

    form: FileForm
    carried: Carried | None = None
    read: ReadLedger | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    said: str = ""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: PlacedRequest) -> HttpResponse:
    """Sent with a file it reads; sent with what was carried it looks at the answers, and books where that is asked."""
    organisation = keeper_of(request)
    if request.method != "POST":
        return _shown(request, organisation, Page(FileForm()))
    if "carried" in request.POST:
        return _decided(request, organisation)
    page = Page(FileForm(request.POST, request.FILES))
    if page.form.is_valid():
        _read(page, organisation)
    return _shown(request, organisation, page, status=200 if page.read else 422)


def _read(page: Page, organisation: Organisation) -> None:
    """What cannot be read is said at the file; what the file does not say of itself, at the field that asks for it."""
    given = page.form.cleaned_data
    content, name = given["file"].read(), given["file"].name or ""
    if known := LedgerImport.objects.filter(organisation=organisation, fingerprint=fingerprint(content), withdrawn_on__isnull=True).first():
        said = _("This file was taken in on %(day)s. Nothing of it is booked twice; take it back first if it was wrong.")
        page.form.add_error("file", said % {"day": known.taken_on})
        return
    try:
        found = read(content, name)
    except Refusal as refusal:
        page.form.add_error("file", refusal.said(gettext))
        return
    asked = _asked(page.form, found)
    if asked:
        page.read, page.carried = found, Carried(name, content, asked, uuid.uuid4())


def _asked(form: FileForm, found: ReadLedger) -> Asked | None:
    given = form.cleaned_data
    day = given["day"] or (date(found.year, 12, 31) if found.year else None)
    basis = given["basis"] or found.basis
    if day is None and any(not one.day for one in found.amounts):
        form.add_error("day", _("The file names neither days nor a year. Say on which day its amounts are booked."))
    if not basis and any(not one.basis for one in found.amounts):
        form.add_error("basis", _("The file does not say whether this is what was paid or what it costs. Choose the basis."))
    return None if form.errors else Asked(day or today(), basis)


def _decided(request: PlacedRequest, organisation: Organisation) -> HttpResponse:
    carried = carried_back(request.POST["carried"], reader=request.user.pk, organisation=organisation.pk)
    page = Page(FileForm(), carried, answers={name: str(value) for name, value in request.POST.items()})
    if carried is None:
        page.said = gettext("What was read can no longer be opened. Choose the file once more; nothing was booked.")
        return _shown(request, organisation, page, status=422)
    try:
        page.read = read(carried.content, carried.name)
    except Refusal as refusal:
        page.said = refusal.said(gettext)
        return _shown(request, organisation, page, status=422)
    if "book" not in request.POST:
        return _shown(request, organisation, page)
    return _booked(request, organisation, page, carried)


def _booked(request: PlacedRequest, organisation: Organisation, page: Page, carried: Carried) -> HttpResponse:
    try:
        made = accept(
            _proposed(organisation, page, carried), organisation=organisation, name=carried.name, content=carried.content,
            by=request.user, once=carried.once,
        )  # fmt: skip
    except AlreadyDone as done:
        messages.success(request, done.said(gettext))
        return redirect("money-files")
    except Refusal as refusal:
        page.said = refusal.said(gettext)
        return _shown(request, organisation, page, status=422)
    messages.success(request, _("The file is booked. It can be taken back as a whole."))
    return redirect("money-file", made.pk)


def _proposed(organisation: Organisation, page: Page, carried: Carried) -> Proposed:
    assert page.read is not None
    return propose(page.read, organisation=organisation, asked=carried.asked, answers=page.answers)


def _shown(request: PlacedRequest, organisation: Organisation, page: Page, status: int = 200) -> HttpResponse:
    shown: dict[str, Any] = {"form": page.form, "kinds": KINDS, "most": MOST_ENTRIES, "said": page.said}
    if page.carried and page.read:
        made = _proposed(organisation, page, page.carried)
        shown |= {
            "made": made, "read": page.read, "name": page.carried.name, "asked": page.carried.asked,
            "basis": Basis(page.carried.asked.basis).label if page.carried.asked.basis else "",
            "entries": made.entries[:SHOWN], "left": max(0, len(made.entries) - SHOWN),
            "likely": any(one.likely and one.is_open for one in made.lines),
            "disagreeing": [one for one in made.checks if not one.agrees],
            "sealed": carry(page.carried, reader=request.user.pk, organisation=organisation.pk),
        }  # fmt: skip
    return render(request, "money/importing.html", shown, status=status)
