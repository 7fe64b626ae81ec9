"""Expected and achieved results of a plan's document: what each seems to promise or to tell, confirmed or corrected by a person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from globa.importers.plans.decisions import Decisions, How, ResultAnswer
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import decide
from globa.importers.plans.results import Proposed, sure, to_confirm
from globa.importers.plans.understood import Measure
from globa.web.plans.import_forms import ResultForm
from globa.web.plans.import_owned import read_of
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class OfMeasure:
    """How many numbers a measure's results hold, and how many of them nobody has looked at."""

    measure: Measure
    numbers: int
    left: int
    sure: int


@dataclass(frozen=True)
class One:
    proposed: Proposed
    form: ResultForm
    answer: ResultAnswer | None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a cell with the numbers that it seems to promise or to tell; without one it stays text."""

    side: str
    text: str
    ones: list[One]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def results(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """By measure. Sent, it confirms those that are sure: each is the only number of its kind in its sentence."""
    kept, read = read_of(request, pk)
    if request.method == "POST":
        made = decide(plan=kept, by=request.user, change=lambda made: made.results.update(sure(read.results, made)))
        confirmed = sum(1 for one in made.results.values() if one.how == How.CONFIRM)
        messages.success(request, ngettext("%(n)s result is confirmed.", "%(n)s results are confirmed.", confirmed) % {"n": confirmed})
        return redirect("plans-import-results", pk)
    decisions = kept.decided()
    rows = [row for one in read.plan.measures() if (row := _row(one, read, decisions)).numbers]
    left = to_confirm(read.results, decisions)
    shown = {"document": kept, "rows": rows, "left": len(left), "sure": sum(1 for one in left if one.is_sure)}
    return render(request, "plans/import_results.html", shown)


def _row(measure: Measure, read: ReadPlan, decisions: Decisions) -> OfMeasure:
    found = [one for one in read.results if one.measure == measure.serial]
    left = to_confirm(found, decisions)
    return OfMeasure(measure, sum(1 for one in found if one.has_quantity), len(left), sum(1 for one in left if one.is_sure))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def of_measure(request: PlacedRequest, pk: UUID, serial: int) -> HttpResponse:
    """What nobody chooses anything about stays undecided; saved, the next measure with something to confirm follows."""
    kept, read = read_of(request, pk)
    measure = next((one for one in read.plan.measures() if one.serial == serial), None)
    if measure is None:
        raise Http404
    decisions = kept.decided()
    found = [one for one in read.results if one.measure == serial]
    ones = [_one(one, decisions, request.POST if request.method == "POST" else None) for one in found if one.has_quantity]
    is_sent = request.method == "POST"
    if is_sent and all(one.form.is_valid() for one in ones):
        answers = {one.proposed.key: answer for one in ones if (answer := one.form.answer())}
        made = decide(plan=kept, by=request.user, change=lambda made: made.results.update(answers))
        messages.success(request, gettext("Saved."))
        return _next(pk, serial, read, made)
    shown = {
        "document": kept, "measure": measure, "lines": _sentences(found, ones),
        "bad": [one.form for one in ones if one.form.errors] if is_sent else [],
    }  # fmt: skip
    return render(request, "plans/import_measure.html", shown, status=422 if is_sent else 200)


def _one(proposed: Proposed, decisions: Decisions, data: object) -> One:
    answer = decisions.results.get(proposed.key)
    prefix = proposed.key.replace(".", "-")
    return One(proposed, ResultForm(data, proposal=proposed.proposal, answer=answer, prefix=prefix), answer)


def _sentences(found: list[Proposed], ones: list[One]) -> list[list[Sentence]]:
    """By line of the measure, then by sentence, in the order of the text."""
    lines: dict[int, dict[tuple[str, str], Sentence]] = {}
    by_key = {one.proposed.key: one for one in ones}
    for one in found:
        said = lines.setdefault(one.line, {}).setdefault((one.side, one.proposal.text), Sentence(one.side, one.proposal.text, []))
        if one.key in by_key:
            said.ones.append(by_key[one.key])
    return [list(sentences.values()) for sentences in lines.values()]


def _next(pk: UUID, serial: int, read: ReadPlan, decisions: Decisions) -> HttpResponse:
    waiting = sorted({one.measure for one in to_confirm(read.results, decisions)})
    later = [one for one in waiting if one > serial]
    return redirect("plans-import-measure", pk, later[0]) if later else redirect("plans-import-results", pk)
