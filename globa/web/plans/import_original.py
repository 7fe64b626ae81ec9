"""The document of a plan as it was read, with the places of the doubts and of what the checker found marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from globa.checker.finding import Finding, Severity
from globa.checker.telling import where
from globa.importers.checked_documents.protocol import MOST_PLACES, explained, said
from globa.importers.plans.telling import message
from globa.importers.plans.understood import Problem
from globa.web.checking.found import address
from globa.web.checking.original import Original, spot
from globa.web.plans.import_owned import read_of
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class Marked:
    """A doubt, or something that the checker found; `at` are words and addresses of its places in the drawn document."""

    number: int
    severity: str
    message: str
    explained: list[str]
    at: list[tuple[str, str]]


@login_required
@require_safe
def original(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """`?at=3` leads to the place of the third mark, in whichever part of a long document it is drawn."""
    kept, read = read_of(request, pk)
    problems = read.plan.problems
    drawn = Original(read.document, [*(_as_finding(one) for one in problems), *read.findings])
    page = reverse("plans-import-original", args=[pk])
    words = [*(message(one, _) for one in problems), *(said(one) for one in read.findings)]
    marks = [_marked(at, one, words[at - 1], drawn, page) for at, one in enumerate(drawn.findings, 1)]
    if "at" in request.GET:
        return redirect(_place_of(request.GET["at"], marks, page))
    part = _part(request.GET.get("part", "1"), len(drawn.parts))
    return render(request, "plans/import_original.html", {
        "document": kept, "blocks": drawn.parts[part - 1] if drawn.parts else [], "part": part, "parts": range(1, len(drawn.parts) + 1),
        "doubts": marks[: len(problems)], "findings": marks[len(problems) :],
    })  # fmt: skip


def _as_finding(problem: Problem) -> Finding:
    return Finding("", "doubt", Severity.SUSPICIOUS, (problem.place,), problem.sentence, problem.values)


def _marked(number: int, finding: Finding, words: str, drawn: Original, page: str) -> Marked:
    places = {where(place, _): drawn.spots.get(spot(place)) for place in finding.places}
    at = [(name, address(page, *found) if found else "") for name, found in places.items() if name]
    return Marked(number, str(finding.severity), words, explained(finding), at[:MOST_PLACES])


def _place_of(asked: str, marks: list[Marked], page: str) -> str:
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    if not 1 <= number <= len(marks):
        raise Http404
    return next((where_it_is for _words, where_it_is in marks[number - 1].at if where_it_is), page)


def _part(asked: str, of: int) -> int:
    part = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    if not 1 <= part <= max(1, of):
        raise Http404
    return part
