"""One figure of a report: its definition as it was signed, the rows behind it, and what it is on another clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.timezone import make_aware
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from globa.facts.engines.engine import Engine
from globa.indicators.card import Card
from globa.indicators.figures import Figure
from globa.indicators.parting import parted
from globa.indicators.refusals import UnknownIndicator
from globa.indicators.scope import Scope
from globa.indicators.sections import SECTIONS
from globa.reports.afterwards.differences import RecordDifference, by_record, changed_by
from globa.reports.checks.two_values import fits
from globa.reports.checks.walking import Walk
from globa.reports.counting import as_known, card, here
from globa.reports.document import Amount, Document, FigureKey, Value
from globa.reports.keeping.reports import Report
from globa.reports.part_names import names_of
from globa.reports.plan_figures import is_of_a_plan
from globa.reports.signing.canonical import read
from globa.reports.signing.freezing import Scopes, evidence_rows
from globa.reports.signing.frozen import SignedContent, SignedFigure
from globa.reports.writing.days import figure_day
from globa.vocabulary.calendar import today
from globa.web.figures.evidence.listed import SIDES, Listed, line_of, listed, page_asked, sides
from globa.web.figures.living import FINDINGS
from globa.web.figures.places import Place
from globa.web.figures.siblings import siblings
from globa.web.figures.wording import lines_said
from globa.web.forms.day_field import DayField
from globa.web.numbers import Number
from globa.web.reading import looked_at
from globa.web.reports.differing import KNOWN, Told, told
from globa.web.reports.draft import OFFICIAL, drafted
from globa.web.reports.evidence import frozen_rows, live_rows
from globa.web.reports.findings import block_of
from globa.web.reports.numbers import bare, unit, with_unit
from globa.web.reports.plan_figure import plan_figure
from globa.web.reports.rights import report_of
from globa.web.whereabouts import PlacedRequest

MOST = 40


class KnownForm(forms.Form):
    """The second clock: the figure by the records as they were known at the end of a day."""

    known = DayField(
        label=gettext_lazy("As known on"), error_messages={"required": gettext_lazy("Write the day whose knowledge you ask for.")}
    )

    def clean_known(self) -> date:
        day: date = self.cleaned_data["known"]
        if day > today():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


@dataclass(frozen=True)
class Known:
    """What a figure was by what was known on a day, and by which records that differs from today."""

    on: date
    value: str
    today: str
    differs: bool
    records: tuple[Told, ...]
    more: int


@dataclass(frozen=True)
class Stands:
    """One place of the report in which the figure stands."""

    label: str
    address: str
    shown: str
    agrees: bool
    is_typed: bool = False

    @property
    def verdict(self) -> str:
        return f"{'=' if self.agrees else '≠'}\N{NO-BREAK SPACE}{self.shown}"


@dataclass
class FigurePage:
    request: PlacedRequest
    report: Report
    value: Value
    signed: SignedFigure | None
    document: Document | None = None
    """What was signed; of a draft only when it is asked for, because it is counted for that."""

    @property
    def key(self) -> FigureKey:
        return self.value.key

    @cached_property
    def card(self) -> Card:
        return card(self.key.code)

    @cached_property
    def scope(self) -> Scope:
        return Scopes(self.report.organisation, self.report.period).of(self.key)

    @property
    def number(self) -> Number:
        return bare(self.value)

    @property
    def finding(self) -> str:
        """“23 vaikai pas budinčius globotojus”, of a part with the part's name."""
        if self.value.value is None:
            return f"{self.value.title}: {bare(self.value).words}"
        said = str(FINDINGS.get(self.key.code, "")) or f"{_(self.card.title)}: %(number)s"
        part = self.part
        found = said % {"number": with_unit(self.value, self.value.value)}
        return f"{found} – {part}" if part else found

    @cached_property
    def part(self) -> str:
        return ", ".join(names_of(dimension, [code])[code] for dimension, code in self.key.where.items())

    @property
    def section(self) -> str:
        return _(SECTIONS[self.card.section])

    @property
    def means(self) -> str:
        """As it was signed; while the report is written, as it is declared."""
        return _(self.signed.means if self.signed else self.card.means)

    @property
    def definition_changed(self) -> bool:
        return bool(self.signed and self.signed.definition != self.card.fingerprint)

    @property
    def fingerprint(self) -> str:
        text = (self.signed.definition if self.signed else self.card.fingerprint)[:16].upper()
        return "-".join(text[place : place + 4] for place in range(0, len(text), 4))

    @property
    def lines(self) -> list[dict[str, object]]:
        return lines_said(self.card, self.scope.period)

    @cached_property
    def same_rows(self) -> list[tuple[str, Number, str]]:
        """The same rows in other units or at other times: title, number and the number in words. None of a part."""
        if self.key.where:
            return []
        others = [replace(self.key, code=one.code) for one in siblings(self.card)]
        values = self.document.values if self.document else {str(key): counted_value(key, self.scope) for key in others}
        found = [values[str(key)] for key in others if str(key) in values]
        return [(one.title, self._leading(one), self._told_apart(one)) for one in found if one.value is not None]

    def _told_apart(self, value: Value) -> str:
        """The number is enough where only the unit differs; else its day."""
        said = with_unit(value, value.value)
        return said if value.when == self.value.when else f"{said}, {figure_day(value.when)}"

    def _leading(self, value: Value) -> Number:
        return bare(value).leading_to(reverse("reports-figure", args=[self.report.pk, str(value.key)]))

    @property
    def in_words(self) -> str:
        return with_unit(self.value, self.value.value)

    def stands(self) -> list[Stands]:
        """Where in the report the figure stands, computed or typed, and whether each says the same."""
        document = self.document or drafted(self.report, get_language() or OFFICIAL).document
        walk = Walk(document)
        page = reverse("reports-report", args=[self.report.pk])
        typed = [one for one in walk.typed if one.typed.means == self.key]
        found = [Stands(place.label, f"{page}#b-{block_of(place.block)}", self._shown, True) for place in walk.computed.get(self.key, ())]
        return found + [
            Stands(one.place.label, f"{page}#b-{block_of(one.place.block)}", one.typed.text, fits(one.typed, self.value), True)
            for one in typed
        ]

    @property
    def _shown(self) -> str:
        return bare(self.value).shown

    @property
    def definition(self) -> str:
        """The page of the living figure."""
        return Place(self.report.organisation, self.scope.period).figure(self.key.code)

    @property
    def evidence_count(self) -> int:
        return self.value.evidence_count

    @property
    def side(self) -> str:
        asked = self.request.GET.get("side", "of")
        return asked if asked in SIDES else "of"

    @property
    def sides(self) -> list[tuple[str, str, bool]]:
        return [(title, side, side == self.side) for title, side in sides(self.card, self.value.of, self.value.to)]

    def records(self) -> Listed:
        page = page_asked(self.request.GET.get("page", ""))
        if self.signed:
            found = frozen_rows(self.signed, line_of(self.card, self.side), self.side, page)
        else:
            found = live_rows(self.card, self.key, self.scope, here(), self.side, page)
        changed = changed_by({row["record"] for row in found.rows}, self.report) if self.signed else {}
        of = self.key.where
        return listed(self.request, self.card, self.scope.period, found, where=of, side=self.side, number=page, changed=changed)

    def known(self, on: date) -> Known:
        """Both clocks: true in the figure's own time, known at the end of the day."""
        at = as_known(make_aware(datetime.combine(on, time.max)))
        then, now = (counted(self.key, self.scope, engine).value for engine in (at, here()))
        rows: list[RecordDifference] = []
        if then != now:
            rows = by_record(evidence_rows(self.key, self.scope, at), evidence_rows(self.key, self.scope, here()))
        return Known(
            on, self._said(then), self._said(now), then != now, tuple(told(rows[:MOST], self.request, KNOWN)), max(len(rows) - MOST, 0)
        )

    def _said(self, number: Amount | None) -> str:
        return with_unit(self.value, number)

    @property
    def unit_title(self) -> str:
        return _(unit(self.value).title)


@login_required
@require_safe
def figure(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """A page of its own; below a number of the document only its definition."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = report_of(asked, pk)
    if (of_a_plan := FigureKey.parse(key)) and is_of_a_plan(of_a_plan):
        return plan_figure(asked, report, of_a_plan)
    page = _page(asked, report, key)
    if asked.htmx:
        looked_at(request, ())
        response = render(request, "reports/definition.html", {"report": report, "page": page})
    else:
        form = KnownForm(request.GET if any(name.startswith("known_") for name in request.GET) else None)
        known = page.known(form.cleaned_data["known"]) if form.is_bound and form.is_valid() else None
        shown = {"report": report, "page": page, "listed": page.records(), "stands": page.stands(), "form": form, "known": known}
        response = render(request, "reports/figure.html", shown, status=422 if form.is_bound and form.errors else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _page(request: PlacedRequest, report: Report, written: str) -> FigurePage:
    """A figure that the document does not name is not found."""
    if report.is_frozen:
        content = SignedContent.objects.get(report=report)
        document = read(content.document)
        value = document.values.get(written)
        signed = SignedFigure.objects.filter(report=report, figure=written).first()
        if value is None or signed is None:
            raise Http404
        return FigurePage(request, report, value, signed, document)
    return FigurePage(request, report, _counted(report, written), None)


def _counted(report: Report, written: str) -> Value:
    key = FigureKey.parse(written)
    if key is None:
        raise Http404
    try:
        known = card(key.code)
    except UnknownIndicator:
        raise Http404 from None
    if not set(key.where) <= set(known.dimensions):
        raise Http404
    return counted_value(key, Scopes(report.organisation, report.period).of(key))


def counted_value(key: FigureKey, scope: Scope) -> Value:
    """As it would stand in the document."""
    found = counted(key, scope, here())
    known = found.indicator
    return Value(
        key, _(known.title), found.value, known.unit.code, found.when, found.of, found.to,
        found.recorded and not found.not_recorded_by, found.evidence_count, known.fingerprint,
    )  # fmt: skip


def counted(key: FigureKey, scope: Scope, engine: Engine) -> Figure:
    """One figure or one part of it, also of two dimensions together."""
    dimensions = tuple(key.where)
    (answers,) = parted([scope], {key.code: [dimensions]}, engine)
    return answers[key.code, dimensions].part(tuple(key.where.values()))
