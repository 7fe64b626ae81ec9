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
from globa.importers.plans.obstacles import Sentence, left_out, obstacles, sentences, to_judge
from globa.importers.plans.results import Proposed, sure, to_confirm
from globa.importers.plans.understood import Measure
from globa.web.plans.import_forms import ObstacleForm, ResultForm
from globa.web.plans.import_owned import read_of
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class OfMeasure:
    """How many numbers a measure's results hold, how many of them nobody has looked at, and how many sentences may be obstacles."""

    measure: Measure
    numbers: int
    left: int
    sure: int
    obstacles: int


@dataclass(frozen=True)
class One:
    proposed: Proposed
    form: ResultForm
    answer: ResultAnswer | None


@dataclass(frozen=True)
class Said:
    """A sentence of a cell with the numbers that it seems to promise or to tell; of an achieved one a person says what it tells."""

    side: str
    text: str
    ones: list[One]
    obstacle: ObstacleForm | None = None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def results(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """By measure. Sent, it confirms those that are sure, or that what seems to be an obstacle is one."""
    kept, read = read_of(request, pk)
    if request.method == "POST" and request.POST.get("what") == "obstacles":
        decide(
            plan=kept, by=request.user, change=lambda made: made.obstacles.update({one.key: True for one in to_judge(read.results, made)})
        )
        messages.success(request, gettext("Saved."))
        return redirect("plans-import-results", pk)
    if request.method == "POST":
        made = decide(plan=kept, by=request.user, change=lambda made: made.results.update(_sure(read, made)))
        confirmed = sum(1 for one in made.results.values() if one.how == How.CONFIRM)
        messages.success(request, ngettext("%(n)s result is confirmed.", "%(n)s results are confirmed.", confirmed) % {"n": confirmed})
        return redirect("plans-import-results", pk)
    decisions = kept.decided()
    rows = [row for one in read.plan.measures() if (row := _row(one, read, decisions)).numbers or row.obstacles]
    left = to_confirm(read.results, decisions, left_out(read.results, decisions))
    found = obstacles(read.results, decisions)
    shown = {
        "document": kept, "rows": rows, "left": len(left), "sure": sum(1 for one in left if one.is_sure),
        "obstacles": _places(found, read), "to_judge": _places(to_judge(read.results, decisions), read),
    }  # fmt: skip
    return render(request, "plans/import_results.html", shown)


def _row(measure: Measure, read: ReadPlan, decisions: Decisions) -> OfMeasure:
    found = [one for one in read.results if one.measure == measure.serial]
    left = to_confirm(found, decisions, left_out(found, decisions))
    numbers, sure_ones = sum(1 for one in found if one.has_quantity), sum(1 for one in left if one.is_sure)
    return OfMeasure(measure, numbers, len(left), sure_ones, len(to_judge(found, decisions)) + len(obstacles(found, decisions)))


def _sure(read: ReadPlan, made: Decisions) -> dict[str, ResultAnswer]:
    return sure(read.results, made, left_out(read.results, made))


def _places(found: list[Sentence], read: ReadPlan) -> list[tuple[Measure, str]]:
    measures = {one.serial: one for one in read.plan.measures()}
    return [(measures[one.measure], one.text) for one in found]


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
    is_sent = request.method == "POST"
    data = request.POST if is_sent else None
    ones = [_one(one, decisions, data) for one in found if one.has_quantity]
    forms = {one.place: ObstacleForm(data, sentence=one, answer=decisions.obstacles.get(one.key)) for one in sentences(found)}
    if is_sent and all(form.is_valid() for form in (*(one.form for one in ones), *forms.values())):
        made = decide(plan=kept, by=request.user, change=lambda made: _answer(made, ones, list(forms.values())))
        messages.success(request, gettext("Saved."))
        return _next(pk, serial, read, made)
    shown = {
        "document": kept, "measure": measure, "lines": _sentences(found, ones, forms), "cells": _cells(measure),
        "bad": [one.form for one in ones if one.form.errors] if is_sent else [],
    }  # fmt: skip
    return render(request, "plans/import_measure.html", shown, status=422 if is_sent else 200)


def _one(proposed: Proposed, decisions: Decisions, data: object) -> One:
    answer = decisions.results.get(proposed.key)
    prefix = proposed.key.replace(".", "-")
    return One(proposed, ResultForm(data, proposal=proposed.proposal, answer=answer, prefix=prefix), answer)


def _answer(made: Decisions, ones: list[One], forms: list[ObstacleForm]) -> None:
    made.results |= {one.proposed.key: answer for one in ones if (answer := one.form.answer())}
    made.obstacles |= {form.sentence.key: form.is_obstacle for form in forms if form.is_obstacle is not None}


def _cells(measure: Measure) -> list[str]:
    """What is printed of achieved results, for sentences are cut out of it."""
    return [line.achieved for line in measure.lines if line.achieved]


def _sentences(found: list[Proposed], ones: list[One], forms: dict[tuple[int, int, str], ObstacleForm]) -> list[list[Said]]:
    """By line of the measure, then by sentence, in the order of the text."""
    lines: dict[int, dict[tuple[str, str], Said]] = {}
    by_key = {one.proposed.key: one for one in ones}
    for one in found:
        form = forms.get(one.sentence) if one.sentence else None
        said = lines.setdefault(one.line, {}).setdefault((one.side, one.proposal.text), Said(one.side, one.proposal.text, [], form))
        if one.key in by_key:
            said.ones.append(by_key[one.key])
    return [list(sentences.values()) for sentences in lines.values()]


def _next(pk: UUID, serial: int, read: ReadPlan, decisions: Decisions) -> HttpResponse:
    left = to_confirm(read.results, decisions, left_out(read.results, decisions))
    waiting = sorted({one.measure for one in left} | {one.measure for one in to_judge(read.results, decisions)})
    later = [one for one in waiting if one > serial]
    return redirect("plans-import-measure", pk, later[0]) if later else redirect("plans-import-results", pk)
