"""One figure of a report on a plan: what it means, and the amounts, entries or records behind it, frozen or as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from globa.journal.readings import Shown
from globa.planning.plans.sources import PlanSource
from globa.reports.counting import here
from globa.reports.document import FigureKey, Value
from globa.reports.implementation import counting
from globa.reports.implementation.reading import told_of
from globa.reports.keeping.reports import Report
from globa.reports.plan_figures import FIGURES, REACHED
from globa.reports.signing.canonical import read
from globa.reports.signing.freezing import plan_rows
from globa.reports.signing.frozen import SignedContent, SignedFigure
from globa.web.numbers import Number
from globa.web.reading import looked_at
from globa.web.records.kinds import KINDS
from globa.web.records.references import address_of, split
from globa.web.reports.numbers import bare, with_unit
from globa.web.whereabouts import PlacedRequest

SHOWN = 500
DAYS = ("happened_on", "began_on", "issued_on")


@dataclass(frozen=True)
class Row:
    """One amount, entry or record; `address` is empty where the row has no page of its own."""

    day: date | None
    line: str
    source: str
    says: str
    amount: Decimal | None
    address: str


@dataclass
class PlanFigurePage:
    report: Report
    value: Value
    kept: list[dict[str, Any]]
    signed: SignedFigure | None = None

    @property
    def key(self) -> FigureKey:
        return self.value.key

    @property
    def number(self) -> Number:
        return bare(self.value)

    @property
    def finding(self) -> str:
        return f"{self.value.title}: {with_unit(self.value, self.value.value) if self.value.value is not None else self.number.words}"

    @property
    def means(self) -> str:
        return _(self.signed.means if self.signed else FIGURES[self.key.code].means)

    @property
    def is_money(self) -> bool:
        return self.key.code != REACHED

    @property
    def count(self) -> int:
        return len(self.kept)

    @cached_property
    def rows(self) -> list[Row]:
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        sources = {one.code: str(one) for one in PlanSource.objects.all()}
        for one in self.kept[:SHOWN]:
            label, _key = split(one["record"])
            says = ", ".join(filter(None, (one.get("purpose", ""), one.get("document", ""))))
            amount = Decimal(one["amount"]) if self.is_money and one.get("amount") else None
            source = one.get("source", "")
            yield Row(
                _day(one), one.get("line", ""), sources.get(source, source), says or ("" if self.is_money else _called(label)), amount,
                address_of(one["record"]) if label in KINDS else "",
            )  # fmt: skip

    @property
    def more(self) -> int:
        return max(len(self.kept) - SHOWN, 0)


def _day(row: dict[str, Any]) -> date | None:
    written = next((row[name] for name in DAYS if row.get(name)), None)
    return date.fromisoformat(str(written)) if written else None


def _called(label: str) -> str:
    return KINDS[label].title if label in KINDS else ""


def plan_figure(request: PlacedRequest, report: Report, key: FigureKey) -> HttpResponse:
    """A page of its own; below a number of the document only what it means."""
    page = _page(report, key)
    if request.htmx:
        looked_at(request, ())
        response = render(request, "plans/report_definition.html", {"report": report, "page": page})
    else:
        looked_at(request, () if page.is_money or not page.kept else [None], Shown.EVIDENCE)
        response = render(request, "plans/report_figure.html", {"report": report, "page": page})
    patch_vary_headers(response, ["HX-Request"])
    return response


def _page(report: Report, key: FigureKey) -> PlanFigurePage:
    if report.is_frozen:
        value = read(SignedContent.objects.get(report=report).document).values.get(str(key))
        signed = SignedFigure.objects.filter(report=report, figure=str(key)).first()
        if value is None or signed is None:
            raise Http404
        return PlanFigurePage(report, value, signed.evidence, signed)
    told = told_of(report, get_language() or "lt")
    return PlanFigurePage(report, counting.value(told, key), plan_rows(told, key, report, here()))
