"""A report on a plan that is kept already: its lines beside the plan's, and what a person says where they do not simply fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from globa.importers.plans.attaching import difference
from globa.importers.plans.booking import booked
from globa.importers.plans.decided import so_far
from globa.importers.plans.decisions import Booking, Decisions, MatchAnswer
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import PlanImport, decide
from globa.importers.plans.kept_plans import kept_lines, kept_plan, lines_of
from globa.importers.plans.matching import KeptLine, Match, Settled, Unlike, asks_what_to_book, is_booked, matched, settled
from globa.importers.plans.refusals import WithoutSource
from globa.planning.plans.plans import Plan
from globa.reports.writing.numbers import money as written
from globa.web.plans.import_owned import read_of
from globa.web.plans.import_shown import Sources, sources
from globa.web.plans.money import cents
from globa.web.whereabouts import PlacedRequest

LOOKS = frozenset([Unlike.BODIES, Unlike.PLANNED])
"""Doubts that ask for nothing but a look: the line is the same, and the plan stays as it is."""
LONGEST_TEXT = 80
BOOKINGS: tuple[tuple[str, str | Promise], ...] = (
    (Booking.DIFFERENCE, pgettext_lazy("of used money", "Book only the difference")),
    (Booking.NOTHING, pgettext_lazy("of used money", "Book nothing")),
    (Booking.ALL, pgettext_lazy("of used money", "Book all of it beside what is there")),
)


class MatchForm(forms.Form):
    """Which line of the plan is meant, and what is booked where the ledger has something of it already."""

    line = forms.ChoiceField(label=_("Line of the plan"), required=False)
    booking = forms.ChoiceField(label=_("What the report says was used"), choices=BOOKINGS, widget=forms.RadioSelect, required=False)

    def __init__(self, data: Any, *, match: Match, kept: Mapping[str, KeptLine], answer: MatchAnswer | None) -> None:
        likely = match.likely.key if match.likely else ""
        known = {"line": answer.line if answer else likely, "booking": (answer.booking if answer else None) or ""}
        super().__init__(data, prefix=f"m{match.key.replace('.', '-')}", initial=known)
        self.match, self.kept = match, kept
        line = self.fields["line"]
        assert isinstance(line, forms.ChoiceField)
        line.choices = [("", gettext("None: leave this line of the report out")), *((key, _named(one)) for key, one in kept.items())]
        if not any(asks_what_to_book(match.line, one) for one in kept.values()):
            del self.fields["booking"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        chosen = self.kept.get(given.get("line", ""))
        if chosen and asks_what_to_book(self.match.line, chosen) and not given.get("booking"):
            self.add_error("booking", gettext("The ledger has something of this line already. Choose what is booked."))
        return given

    def answer(self) -> MatchAnswer:
        given = self.cleaned_data
        return MatchAnswer(given["line"], Booking(given["booking"]) if given["line"] and given.get("booking") else None)


def _named(one: KeptLine) -> str:
    text = Truncator(one.text).chars(LONGEST_TEXT)
    return f"{' '.join(filter(None, (one.no, text)))} ({', '.join(one.bodies)})"


@dataclass(frozen=True)
class Row:
    """One line of the report; `settled` is None while a person has to say something. `form` is there then, and to say it anew."""

    match: Match
    settled: Settled | None
    form: MatchForm | None
    sources: Sources
    is_answered: bool

    @property
    def anchor(self) -> str:
        return f"{self.match.measure.serial}-{self.match.at}"

    @property
    def used(self) -> str:
        total = self.match.line.used.total
        return "" if total is None else cents(total)

    @property
    def is_booked(self) -> bool:
        return self.on is not None and is_booked(self.match.line, self.on)

    @property
    def on(self) -> KeptLine | None:
        return self.settled.on if self.settled else self.match.likely

    @property
    def said(self) -> list[str]:
        """What is doubtful, in words with both figures."""
        return [_said(one, self.match) for one in self.match.doubts]

    @property
    def would_book(self) -> str:
        """The difference by source, where the ledger has something."""
        if self.match.likely is None or Unlike.LEDGER not in self.match.doubts:
            return ""
        try:
            rows = difference(booked(self.match.line.used, self.match.measure.no), self.match.likely)
        except WithoutSource:
            return ""
        return "; ".join(f"{written(one.amount)} {self.sources.get(one.source, one.source)}" for one in rows) or gettext("none")

    @property
    def booking(self) -> str | Promise:
        """What was said to be booked, where something was said."""
        if self.settled is None or self.settled.on is None or not self.settled.on.used or self.is_booked:
            return ""
        return dict(BOOKINGS)[self.settled.booking]


def _said(doubt: Unlike, match: Match) -> str:
    on = match.likely
    if on is None:
        return gettext("Nothing in the plan has this number or these words.")
    values = {"no": on.no, "text": on.text, "bodies": ", ".join(on.bodies) or "–", "used": _sum(on.used_total)}
    kept = _sum(on.planned, pgettext("money of a plan", "not planned"))
    planned = {"said": _sum(match.line.planned.total), "kept": kept, "now": _sum(match.line.used.total)}
    sentences = {
        Unlike.NUMBER: gettext("In the plan these words have the number %(no)s."),
        Unlike.TEXT: gettext("In the plan %(no)s is called otherwise: “%(text)s”."),
        Unlike.BODIES: gettext("In the plan the line is of: %(bodies)s."),
        Unlike.PLANNED: gettext("The report says %(said)s was planned, the plan says %(kept)s. The plan stays as it is."),
        Unlike.LEDGER: gettext("The ledger already has %(used)s for this line; the report says %(now)s."),
        Unlike.NOTHING: gettext("Nothing in the plan has this number or these words."),
    }
    return sentences[doubt] % (values | planned)


def _sum(amount: Any, nothing: str = "–") -> str:
    return nothing if amount is None else written(amount)


class Beside:
    """A report beside the plan that is kept; nothing where there is none. `typed` is a form that was not taken."""

    def __init__(self, kept: PlanImport, read: ReadPlan, *, change: str = "", typed: MatchForm | None = None) -> None:
        self.decisions, self.change, self.typed = kept.decided(), change, typed
        self.plan: Plan | None = kept_plan(kept)
        self.sources = sources() if self.plan else {}
        self.lines = {one.key: one for one in kept_lines(lines_of(self.plan))} if self.plan else {}
        self.matches = matched(so_far(read, self.decisions).plan, list(self.lines.values())) if self.plan else []
        self.rows = [self._row(one) for one in self.matches]

    @property
    def open(self) -> list[Row]:
        return [one for one in self.rows if one.settled is None]

    @property
    def looks(self) -> int:
        return len(asking_only(self.rows, LOOKS))

    @property
    def doubles(self) -> int:
        return len(asking_only(self.rows, LOOKS | {Unlike.LEDGER})) - self.looks

    @property
    def shown(self) -> list[Row]:
        """What is open comes first."""
        return sorted(self.rows, key=lambda one: one.settled is not None)

    def _row(self, match: Match) -> Row:
        answer = self.decisions.matches.get(match.key)
        made = settled(match, answer, self.lines)
        is_asked = made is None or self.change == f"{match.measure.serial}-{match.at}"
        form = MatchForm(None, match=match, kept=self.lines, answer=answer) if is_asked else None
        if self.typed is not None and self.typed.match.key == match.key:
            form = self.typed
        return Row(match, made, form, self.sources, answer is not None)


def asking_only(rows: Sequence[Row], doubts: frozenset[Unlike]) -> list[Row]:
    """Open ones with a likely line and no other doubts."""
    return [one for one in rows if one.settled is None and one.match.likely and set(one.match.doubts) <= doubts]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attaching(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Sent, it takes all that ask for a look only, or the difference on every line that the ledger knows."""
    kept, read = read_of(request, pk)
    found = Beside(kept, read, change=request.GET.get("change", ""))
    if found.plan is None:
        raise Http404
    if request.method == "POST":
        doubts = LOOKS | {Unlike.LEDGER} if request.POST.get("what") == "differences" else LOOKS
        answers = {one.match.key: _taken(one.match) for one in asking_only(found.rows, frozenset(doubts))}
        decide(plan=kept, by=request.user, change=lambda made: made.matches.update(answers))
        messages.success(request, gettext("Saved."))
        return redirect("plans-import-attach", pk)
    return _page(request, kept, found)


def _taken(match: Match) -> MatchAnswer:
    assert match.likely is not None
    return MatchAnswer(match.likely.key, Booking.DIFFERENCE if Unlike.LEDGER in match.doubts else None)


def _page(request: PlacedRequest, kept: PlanImport, found: Beside, status: int = 200) -> HttpResponse:
    return render(request, "plans/import_attach.html", {"document": kept, "found": found, "typed": found.typed}, status=status)


@login_required
@require_POST
def match(request: PlacedRequest, pk: UUID, serial: int, line: int) -> HttpResponse:
    kept, read = read_of(request, pk)
    found = Beside(kept, read)
    asked = next((one for one in found.matches if (one.measure.serial, one.at) == (serial, line)), None)
    if asked is None:
        raise Http404
    form = MatchForm(request.POST, match=asked, kept=found.lines, answer=None)
    if not form.is_valid():
        return _page(request, kept, Beside(kept, read, typed=form), status=422)
    answer = form.answer()

    def change(made: Decisions) -> None:
        made.matches[asked.key] = answer

    decide(plan=kept, by=request.user, change=change)
    return redirect(f"{reverse('plans-import-attach', args=[pk])}#l-{serial}-{line}")
