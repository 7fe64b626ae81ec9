"""The entries of a year with their sum, where the money came from, and what should be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.planning.closed_periods import ClosedPeriod
from globa.planning.funders import paid_twice
from globa.planning.ledger import Basis, EconomicItem, Entry, EntryQuerySet, FundingSource
from globa.planning.plans.answered_lines import answered_by, told_of
from globa.planning.plans.plans import Plan
from globa.planning.rate_rules import claimed
from globa.registry.organisations import Organisation
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.money.asked import Asked, address_of, asked, years_of
from globa.web.money.lines import waiting
from globa.web.money.naming import title_of
from globa.web.money.rights import entries_of, keeper_of, may_book
from globa.web.numbers import Number
from globa.web.paging import page_of
from globa.web.pictures.parts import Part
from globa.web.whereabouts import PlacedRequest

Choice = tuple[str, str, bool]


@login_required
@require_safe
def money(request: PlacedRequest) -> HttpResponse:
    entries = entries_of(request)
    years = years_of(entries)
    wanted = asked(request, years)
    rows = wanted.rows(entries)
    sums = rows.order_by().aggregate(total=Sum("amount"), many=Count("pk"), cut=Sum("cut"))
    sources, items = list(FundingSource.objects.all()), list(EconomicItem.objects.all())
    booked = page_of(rows.select_related("item", "source").newest_first(), request, sums["many"])
    booked.object_list = _titled(list(booked.object_list), keeper_of(request))
    shown = {
        "asked": wanted,
        "basis": Basis(wanted.basis).label,
        "years": years,
        "total": sums["total"] or Decimal(0),
        "many": sums["many"],
        "cut": sums["cut"] or Decimal(0),
        "page": booked,
        "sources": _choices(((one.code, str(one)) for one in sources), wanted.source),
        "items": _choices(((one.code, f"{one.code} {one}") for one in items), wanted.item),
        "bases": _choices(Basis.choices, wanted.basis),
        "parts": _parts(rows, sources, wanted),
        "may_book": may_book(request),
        **_looked_over(request, entries, wanted),
    }
    return render(request, "money/money.html", shown)


def _titled(booked: Sequence[Entry], keeper: Organisation) -> list[tuple[Entry, str]]:
    """Each with what its line of a plan is called."""
    told = told_of(keeper, (one.line_id for one in booked))
    return [(one, title_of(told.get(one.line_id)) if one.line_id else "") for one in booked]


def _choices(rows: Iterable[tuple[Any, Any]], chosen: str) -> list[Choice]:
    return [(str(value), str(text), value == chosen) for value, text in rows]


def _parts(rows: EntryQuerySet, sources: list[FundingSource], wanted: Asked) -> list[Part]:
    """The largest first; each leads to its entries."""
    sums = dict(rows.order_by().values_list("source_id").annotate(sum=Sum("amount")))
    named = {one.pk: one for one in sources}
    found = sorted(sums.items(), key=lambda pair: -pair[1])
    return [
        Part(str(named[key]), Number(amount, Unit.EUROS, records=_of_source(wanted, named[key].code))) for key, amount in found
    ]  # fmt: skip


def _of_source(wanted: Asked, code: str) -> str:
    return address_of(year=wanted.year, basis=wanted.basis, item=wanted.item, source=code)


def _has_plan(request: PlacedRequest, year: int) -> bool:
    """Whether a plan is in force whose lines the entries of this ledger may name; only such a ledger leaves something unassigned."""
    if Plan.objects.visible_to(request.user).valid().filter(year=year).exists():
        return True
    return any(one.year == year for one in answered_by(keeper_of(request)))


def _looked_over(request: PlacedRequest, entries: EntryQuerySet, wanted: Asked) -> dict[str, Any]:
    """Of the year as a whole, however the list is narrowed."""
    standing = entries.standing().of_year(wanted.year)
    year = Period.year(wanted.year)
    closed = ClosedPeriod.objects.visible_to(request.user).filter(organisation=keeper_of(request), during__overlap=(year.begins, year.ends))
    rates = claimed(standing)
    return {
        "closed": [one.period for one in closed.closed()],
        "rates": rates,
        "wrong_rates": sum(not one.agrees for one in rates),
        "twice": paid_twice(standing),
        "waiting": waiting(entries, wanted.year).aggregate(sum=Sum("amount")) if _has_plan(request, wanted.year) else {},
    }
