"""The state in which a centre begins: a table is dropped, looked through, and what is agreed to is recorded."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from globa.care.dwellings import Dwelling
from globa.importers.opening.accepting import Accepted, BroughtIn, bring_in
from globa.importers.opening.carried import Carried, carried_back, carry
from globa.importers.opening.headings import heading
from globa.importers.opening.proposals import Proposal
from globa.importers.opening.proposing import Proposed, propose
from globa.importers.opening.reading import MOST_ROWS, ReadTable, read
from globa.importers.opening.refusals import NobodyBroughtIn
from globa.importers.opening.template import workbook
from globa.importers.opening.words import day_in
from globa.journal.readings import Result, Shown
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.day_field import DayField
from globa.web.people.rights import caring_at
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

KINDS = ".xlsx,.xls,.ods,.csv,.tsv,.txt"
LARGEST = 5 * 1024 * 1024
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAME = "same"
DAYS = ("birth_date", "since")


class TableForm(forms.Form):
    on = DayField(label=_("The day on which Globa begins"), required=True)
    file = forms.FileField(
        label=_("The table"),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose another one.")},
    )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > today():
            raise forms.ValidationError(_("This day has not come yet."))
        return on

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB, far more than such a table holds. Leave only the table in it."))
        return file


@dataclass(frozen=True)
class Cell:
    """`bed` is the one that the home's row would be given; `is_day` is not broken over two lines."""

    title: str
    text: str
    problems: list[str]
    bed: str = ""
    is_day: bool = False


@dataclass(frozen=True)
class Line:
    """A row as it is shown: what was read in each column, and under it what is wrong there."""

    proposal: Proposal
    cells: list[Cell]
    refused: str = ""
    choice: str = ""

    @property
    def may_be_taken(self) -> bool:
        return self.proposal.is_good


@dataclass
class Page:
    """What one request has to show."""

    form: TableForm
    carried: Carried | None = None
    done: BroughtIn | None = None
    said: str = ""
    refused: dict[int, str] = field(default_factory=dict)
    chosen: dict[int, str] | None = None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: PlacedRequest) -> HttpResponse:
    """Sent with a file it reads; sent with what was read it records. Nothing is kept between the two."""
    organisation = caring_at(request)
    if request.method != "POST":
        return _shown(request, organisation, Page(TableForm(initial={"on": today()})))
    if "read" in request.POST:
        return _accepted(request, organisation)
    form = TableForm(request.POST, request.FILES)
    table = _read(form) if form.is_valid() else None
    if table is None:
        return _shown(request, organisation, Page(form), status=422)
    return _shown(request, organisation, Page(form, Carried(table, form.cleaned_data["on"], uuid.uuid4())))


def _read(form: TableForm) -> ReadTable | None:
    file = form.cleaned_data["file"]
    try:
        return read(file.read(), file.name or "")
    except Refusal as refusal:
        form.add_error("file", refusal.said(gettext))
        return None


def _accepted(request: PlacedRequest, organisation: Organisation) -> HttpResponse:
    """What cannot be recorded is shown again with its reason; what was recorded is listed above it."""
    carried = carried_back(request.POST["read"], reader=request.user.pk, organisation=organisation.pk)
    page = Page(TableForm(initial={"on": today()}), carried)
    if carried is None:
        page.said = gettext("What was read can no longer be opened. Choose the file once more; nothing was recorded.")
        return _shown(request, organisation, page, status=422)
    page.chosen = _chosen(request)
    proposed = propose(carried.table.rows, organisation=organisation, on=carried.on, to=request.user)
    rows = _agreed(proposed, page.chosen)
    if not rows:
        page.said = gettext("No row is chosen. Tick those that are to be recorded.")
        return _shown(request, organisation, page, status=422)
    try:
        page.done = bring_in(rows, organisation=organisation, on=carried.on, by=request.user, once=carried.once)
    except NobodyBroughtIn as refusal:
        page.said, page.refused = refusal.said(gettext), dict(refusal.refused)
    except Refusal as refusal:
        page.said = refusal.said(gettext)
    return _shown(request, organisation, _what_remains(page, carried), status=200 if page.done else 422)


def _chosen(request: PlacedRequest) -> dict[int, str]:
    """By row: ticked, or the same person, or left out."""
    rows = {int(line): "take" for line in request.POST.getlist("row") if line.isdecimal()}
    for name, value in request.POST.items():
        line = name.removeprefix("known-")
        if line != name and line.isdecimal():
            rows[int(line)] = str(value)
    return rows


def _agreed(proposed: Proposed, chosen: dict[int, str]) -> list[Accepted]:
    good = [one for one in proposed.proposals if one.is_good]
    new = [Accepted(one) for one in good if one.likely is None and chosen.get(one.line) == "take"]
    return new + [Accepted(one, one.likely) for one in good if one.likely and chosen.get(one.line) == SAME]


def _what_remains(page: Page, carried: Carried) -> Page:
    """The rows that are not recorded yet, to be sent once more under a key of their own."""
    recorded = {proposal.line for proposal, _person in page.done.recorded} if page.done else set()
    page.refused |= dict(page.done.refused) if page.done else {}
    left = tuple(row for row in carried.table.rows if row.line not in recorded)
    key = uuid.uuid4() if page.done else carried.once
    page.carried = Carried(ReadTable(left, carried.table.unread), carried.on, key) if left else None
    return page


def _shown(request: PlacedRequest, organisation: Organisation, page: Page, status: int = 200) -> HttpResponse:
    lines = _lines(request, organisation, page) if page.carried else []
    recorded = page.done.recorded if page.done else []
    looked_at(request, [person for _row, person in recorded])
    shown = {
        "form": page.form,
        "kinds": KINDS,
        "most": MOST_ROWS,
        "lines": lines,
        "good": sum(1 for line in lines if line.may_be_taken and line.proposal.likely is None),
        "to_decide": sum(1 for line in lines if line.may_be_taken and line.proposal.likely),
        "bad": sum(1 for line in lines if not line.may_be_taken),
        "titles": [cell.title for cell in lines[0].cells] if lines else [],
        "unread": ", ".join(page.carried.table.unread) if page.carried else "",
        "on": page.carried.on if page.carried else None,
        "sealed": carry(page.carried, reader=request.user.pk, organisation=organisation.pk) if page.carried else "",
        "recorded": recorded,
        "said": page.said,
    }
    return render(request, "people/opening.html", shown, status=status)


def _lines(request: PlacedRequest, organisation: Organisation, page: Page) -> list[Line]:
    """Whoever is in the files and is named beside a row was looked at, and so was what is not opened and was told of."""
    assert page.carried is not None
    proposed = propose(page.carried.table.rows, organisation=organisation, on=page.carried.on, to=request.user)
    looked_at(request, [one.likely for one in proposed.proposals if one.likely])
    looked_at(request, [kept.person_id for kept in proposed.told], Shown.NAME, result=Result.REFUSED)
    return [_line(one, page) for one in proposed.proposals]


def _line(one: Proposal, page: Page) -> Line:
    cells = [_cell(one, role, text) for role, text in one.row.cells.items()]
    if beside := [problem.said for problem in one.problems if problem.role not in one.row.cells]:
        cells[0] = replace(cells[0], problems=[*cells[0].problems, *beside])
    choice = "take" if page.chosen is None and one.is_good else (page.chosen or {}).get(one.line, "")
    return Line(one, cells, page.refused.get(one.line, ""), choice)


def _cell(one: Proposal, role: str, text: str) -> Cell:
    problems = [problem.said for problem in one.problems if problem.role == role]
    is_given = role == "home" and one.bed and not one.row["bed"]
    is_day = role in DAYS and day_in(text) is not None
    return Cell(heading(role), text, problems, one.bed.name if is_given and one.bed else "", is_day)


@login_required
@require_GET
def template(request: PlacedRequest) -> HttpResponse:
    home = Dwelling.objects.filter(organisation=caring_at(request)).order_by("name").first()
    answer = HttpResponse(workbook(home.name if home else ""), content_type=WORKBOOK)
    answer["Content-Disposition"] = 'attachment; filename="globa-opening.xlsx"'
    return answer
