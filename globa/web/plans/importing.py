"""A plan out of its document: dropped, read by a job, looked through and decided on, accepted or put away, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from globa.importers.checked_documents.protocol import unread
from globa.importers.plans.accepting import accept, plan_of, rests_on, undo
from globa.importers.plans.attaching import attach, detach, rests_on_report
from globa.importers.plans.beside_written import known
from globa.importers.plans.decisions import Decisions
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import ImportState, PlanImport, bring, put_away
from globa.importers.plans.kept_plans import kept_plan
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.refusing import refuse
from globa.web.plans.import_attaching import Beside
from globa.web.plans.import_forms import AcceptForm, BringForm, DoubtForm, UndoForm
from globa.web.plans.import_owned import document_of, municipality_of
from globa.web.plans.import_shown import Shown, Sources, is_a_look, money_of, sources
from globa.web.plans.states import listed
from globa.web.whereabouts import PlacedRequest

KINDS = ".docx,.xlsx,.xls,.odt,.ods,.pdf,.txt,.tsv,.csv"
SHOWN = 50
TONES = {
    ImportState.WAITING: "flax",
    ImportState.RUNNING: "flax",
    ImportState.READ: "amber",
    ImportState.REFUSED: "brick",
    ImportState.ACCEPTED: "",
    ImportState.UNDONE: "line",
}


@dataclass(frozen=True)
class Listed:
    document: PlanImport

    @property
    def tag(self) -> tuple[str | Promise, str]:
        return self.document.get_state_display(), TONES[ImportState(self.document.state)]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: PlacedRequest) -> HttpResponse:
    """The documents of the own municipality, and one more."""
    here = municipality_of(request)
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm(initial={"year": today().year})
    if form.is_bound and form.is_valid() and (brought := _brought(form, request, here)):
        return redirect("plans-import-one", brought.pk)
    kept = PlanImport.objects.visible_to(request.user).filter(organisation=here).shown().select_related("asked_by")[:SHOWN]
    shown = {"form": form, "kinds": KINDS, "here": here, "lines": [Listed(one) for one in kept]}
    return render(request, "plans/import.html", shown, status=422 if form.is_bound else 200)


def _brought(form: BringForm, request: PlacedRequest, here: Organisation) -> PlanImport | None:
    file: UploadedFile = form.cleaned_data["file"]
    name = (file.name or "").replace("\\", "/").rpartition("/")[2] or "-"
    try:
        return bring(organisation=here, year=form.cleaned_data["year"], name=name, content=file.read(), by=request.user)
    except Refusal as refusal:
        refuse(form, refusal, {})
        return None


@login_required
@require_http_methods(["GET", "HEAD"])
def document(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """While it is being read the page asks again by itself. `?change=3` opens the answer to the third doubt."""
    kept = document_of(request, pk)
    if kept.state in (ImportState.ACCEPTED, ImportState.UNDONE):
        return _ended(request, kept, UndoForm())
    return page(request, kept) if kept.is_read else render(request, "plans/import_at_work.html", {"document": kept})


def _ended(request: PlacedRequest, kept: PlanImport, form: UndoForm, status: int = 200) -> HttpResponse:
    """What was written, with the way to the plan, and the way back."""
    made = kept.attached_to or plan_of(kept)
    sums = listed(request.user, [made])[0] if made else None
    rests = rests_on_report if kept.attached_to else rests_on
    kept_rests = rests(made) if made and kept.state == ImportState.ACCEPTED else None
    counts = {kind: len(kept.wrote.get(kind, ())) for kind in ("beside", "years")}
    shown = {
        "document": kept,
        "plan": made,
        "sums": sums,
        "form": form,
        "rests_on": kept_rests.said(gettext) if kept_rests else "",
    } | counts
    return render(request, "plans/import_ended.html", shown, status=status)


def page(
    request: PlacedRequest, kept: PlanImport, *, typed: tuple[int, DoubtForm] | None = None, accepting: AcceptForm | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """What was read beside what is to be decided; `typed` is an answer that was not taken, as it was typed, `accepting` likewise."""
    read = kept.what_was_read()
    if read is None:
        return render(request, "plans/import_at_work.html", {"document": kept})
    shown = Shown(read, kept.decided(), known(kept.organisation))
    forms = _forms(read, shown, request.GET.get("change", "")) | (dict([typed]) if typed else {})
    doubts = shown.doubts(forms)
    return render(request, "plans/import_read.html", {
        "document": kept, "shown": shown, "goals": shown.goals(), "doubts": doubts, "numbers": shown.numbers(),
        "comparisons": shown.comparisons(), "findings": len(read.findings), "unread": unread(read.document),
        "typed": typed[1] if typed else accepting, "accepting": accepting or AcceptForm(initial={"title": _title(kept)}),
        "open": len(shown.open), "earlier": _earlier(request, kept), "beside": Beside(kept, read),
        "looks": sum(1 for one in doubts if one.answer is None and is_a_look(one.problem)),
    }, status=status)  # fmt: skip


def _title(kept: PlanImport) -> str:
    return gettext("Social-services plan of %(municipality)s, %(year)s") % {"municipality": kept.organisation, "year": kept.year}


def _earlier(request: PlacedRequest, kept: PlanImport) -> PlanImport | None:
    """The same document, accepted before."""
    own = PlanImport.objects.visible_to(request.user).filter(organisation=kept.organisation_id, state=ImportState.ACCEPTED)
    return own.filter(sha256=kept.sha256).defer("read_sealed").first()


def _forms(read: ReadPlan, shown: Shown, change: str) -> dict[int, DoubtForm]:
    anew = int(change) - 1 if change.isascii() and change.isdigit() else -1
    asked = [*shown.open, *([anew] if 0 <= anew < len(read.plan.problems) else [])]
    return {number: form_of(read, shown.decisions, number, named=shown.sources) for number in asked}


def form_of(read: ReadPlan, decisions: Decisions, number: int, data: Any = None, *, named: Sources | None = None) -> DoubtForm:
    problem = read.plan.problems[number]
    return DoubtForm(
        data,
        problem=problem,
        money=money_of(read.plan, problem),
        sources=(sources() if named is None else named).items(),
        answer=decisions.doubts.get(str(number)),
        prefix=f"d{number + 1}",
    )


@login_required
@require_POST
def away(request: PlacedRequest, pk: UUID) -> HttpResponse:
    try:
        put_away(plan=document_of(request, pk), by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.said(gettext))
        return redirect("plans-import-one", pk)
    messages.success(request, gettext("Put away: nothing of the document is kept."))
    return redirect("plans-import")


@login_required
@require_POST
def taken(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Accepted: all of it is written as one operation, or nothing. Of a year that has a plan the report is booked on that one."""
    kept = document_of(request, pk)
    if not kept.is_read:
        return redirect("plans-import-one", pk)
    if kept_plan(kept):
        return _attached(request, kept)
    form = AcceptForm(request.POST)
    if form.is_valid():
        try:
            accept(plan=kept, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal, {})
        else:
            messages.success(request, gettext("The plan is written."))
            return redirect("plans-import-one", pk)
    return page(request, kept, accepting=form, status=422)


def _attached(request: PlacedRequest, kept: PlanImport) -> HttpResponse:
    try:
        attach(plan=kept, by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.said(gettext))
    else:
        messages.success(request, gettext("The report is booked on the plan."))
    return redirect("plans-import-one", kept.pk)


@login_required
@require_POST
def back(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Taken back with its reason, unless something rests on it by now."""
    kept = document_of(request, pk)
    if kept.state != ImportState.ACCEPTED:
        return redirect("plans-import-one", pk)
    form = UndoForm(request.POST)
    if form.is_valid():
        try:
            take_back = detach if kept.attached_to else undo
            take_back(plan=kept, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            refuse(form, refusal, {})
        else:
            messages.success(request, gettext("Taken back: what the document wrote is withdrawn."))
            return redirect("plans-import-one", pk)
    return _ended(request, kept, form, status=422)
