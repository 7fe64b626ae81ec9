"""What a version changes of the one that it amends: parts that came, went or were rewritten, and planned money line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from globa.planning.plans.sources import PlanSource
from globa.web.plans.rights import plan_of
from globa.web.plans.whole import Whole, whole
from globa.web.whereabouts import PlacedRequest

ADDED = (pgettext_lazy("of a part", "added"), "")
GONE = (pgettext_lazy("of a part", "taken out"), "amber")
REWRITTEN = (pgettext_lazy("of a part", "rewritten"), "flax")
Tag = tuple[str | Promise, str]


@dataclass(frozen=True)
class Part:
    """A goal, an objective or a measure, by its number."""

    no: str
    tag: Tag
    before: str
    after: str


@dataclass(frozen=True)
class Amount:
    """Planned money of one source on one line; None is “not planned”."""

    no: str
    body: str
    source: PlanSource
    before: Decimal | None
    after: Decimal | None

    @property
    def by(self) -> Decimal | None:
        return difference(self.before, self.after)


def difference(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    """What is missing is not 0, so nothing is taken from it."""
    return None if before is None or after is None else after - before


@login_required
@require_safe
def differences(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = plan_of(request, pk)
    if plan.amends is None:
        raise Http404
    before, after = whole(request.user, plan.amends), whole(request.user, plan)
    amounts = list(money_changed(before, after))
    by = difference(before.money.planned_total, after.money.planned_total)
    shown = {"plan": plan, "parts": list(parts_changed(before, after)), "amounts": amounts, "before": before, "after": after, "by": by}
    return render(request, "plans/differences.html", shown)


def parts_changed(before: Whole, after: Whole) -> Iterator[Part]:
    """A part keeps its number through versions; one without a number is told apart by its text."""
    left, right = _texts(before), _texts(after)
    for key, (no, text) in left.items():
        if key not in right:
            yield Part(no, GONE, text, "")
        elif right[key][1] != text:
            yield Part(no, REWRITTEN, text, right[key][1])
    for key, (no, text) in right.items():
        if key not in left:
            yield Part(no, ADDED, "", text)


def _texts(found: Whole) -> Mapping[tuple[str, str], tuple[str, str]]:
    texts: dict[tuple[str, str], tuple[str, str]] = {}
    for goal in found.tree:
        _keep(texts, "goal", goal.goal.no, goal.goal.text)
        for objective in goal.objectives:
            _keep(texts, "objective", objective.objective.no, objective.objective.text)
            for measure in objective.measures:
                _keep(texts, "measure", measure.measure.no, measure.measure.text)
    return texts


def _keep(texts: dict[tuple[str, str], tuple[str, str]], kind: str, no: str, text: str) -> None:
    texts[(kind, no or text)] = (no, text)


def money_changed(before: Whole, after: Whole) -> Iterator[Amount]:
    """Lines keep their lineage, so a line that was renumbered is still the same."""
    left, right = _money(before), _money(after)
    sources = {one.code: one for one in after.sources}
    for line in dict.fromkeys((*right, *left)):
        no, body, _amounts = right.get(line) or left[line]
        was, now = (left[line][2] if line in left else {}), (right[line][2] if line in right else {})
        for code, source in sources.items():
            if was.get(code) != now.get(code):
                yield Amount(no, body, source, was.get(code), now.get(code))


def _money(found: Whole) -> dict[UUID, tuple[str, str, Mapping[str, Decimal]]]:
    return {
        line.lineage: (measure.measure.no, ", ".join(body.name for body in line.bodies.all()), money.planned)
        for measure in found.measures
        for line, money in measure.lines
    }
