"""Used money of a municipality by source and year: the table that every implementation report prints, and any two years compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from globa.planning.ledger import Entry
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.reports.implementation.beside import EarlierYear
from globa.web.plans.money import Money
from globa.web.plans.rights import plans_of
from globa.web.whereabouts import PlacedRequest

COLUMNS: tuple[tuple[int | None, str | Promise], ...] = (
    (3, _("State budget")),
    (4, _("Municipal budget")),
    (5, _("Fees for services")),
    (6, _("Guardianship benefits, alimony, targeted compensations")),
    (7, _("EU funds")),
    (8, _("Other sources, support")),
    (9, _("In-kind support")),
    (10, _("Public health support programme")),
    (None, _("Not in the form: loans and money of an unknown source")),
)
"""As the form prints them, from its third column on: the first two are the year and the total."""
SHOWN = 6
YEAR = "line__measure__objective__goal__plan__year"
Sums = Mapping[int, Mapping[int | None, Decimal]]


@dataclass(frozen=True)
class Told:
    """An earlier year as documents tell it; no entry stands behind these sums."""

    sums: dict[int | None, Decimal]
    documents: list[str]


@dataclass(frozen=True)
class Row:
    title: str | Promise
    amounts: list[Decimal | None]
    compared: Money | None


@dataclass(frozen=True)
class Table:
    """`years` are the columns, the oldest first; `compared` the two years of which the difference is told."""

    years: list[int]
    rows: list[Row]
    totals: Row
    compared: tuple[int, int] | None


@login_required
@require_safe
def funds(request: PlacedRequest) -> HttpResponse:
    municipalities = _municipalities(request)
    here = _chosen(request, municipalities)
    counted = _sums(request.user, here) if here else {}
    told = _told(request.user, here, counted) if here else {}
    found = {**counted, **{year: one.sums for year, one in told.items()}}
    years = sorted(found)
    compared = _two(request, years)
    shown: dict[str, Any] = {
        "municipalities": municipalities,
        "here": here,
        "years": years,
        "table": table(found, compared) if found else None,
    }
    shown["told"] = [(year, told[year].documents) for year in sorted(told)]
    return render(request, "plans/funds.html", shown | {"compared": compared})


def _municipalities(request: PlacedRequest) -> list[Organisation]:
    """Those that have a plan which the reader sees."""
    rows = plans_of(request).in_force().order_by().values("organisation")
    return list(Organisation.objects.filter(pk__in=rows).order_by("name"))


def _chosen(request: HttpRequest, municipalities: Sequence[Organisation]) -> Organisation | None:
    asked = request.GET.get("municipality")
    return next((one for one in municipalities if one.code == asked), next(iter(municipalities), None))


def _sums(user: User, municipality: Organisation) -> Sums:
    """Cash entries of its lines, by the year of the plan and the column of the form; one question."""
    booked = Entry.objects.visible_to(user).used().filter(line__organisation=municipality)
    rows: QuerySet[Any, Any] = booked.order_by().values_list(YEAR, "source__plan_source__column").annotate(sum=Sum("amount"))
    found: dict[int, dict[int | None, Decimal]] = defaultdict(dict)
    for year, column, amount in rows:
        found[year][column] = found[year].get(column, Decimal(0)) + amount
    return found


def _told(user: User, municipality: Organisation, counted: Sums) -> dict[int, Told]:
    """What documents say of years of which the ledger here holds nothing; a counted year needs no document. One question."""
    rows = EarlierYear.objects.visible_to(user).in_force().filter(organisation=municipality).exclude(year__in=list(counted))
    found: dict[int, Told] = {}
    for row in rows.select_related("source"):
        one = found.setdefault(row.year, Told({}, []))
        one.sums[row.source.column] = one.sums.get(row.source.column, Decimal(0)) + row.amount
        if row.document not in one.documents:
            one.documents.append(row.document)
    return found


def _two(request: HttpRequest, years: Sequence[int]) -> tuple[int, int] | None:
    """The years that are asked for, or the last with the one before it."""
    if len(years) < 2:
        return None
    asked = [int(value) for name in ("from", "to") if (value := request.GET.get(name, "")).isascii() and value.isdigit()]
    if len(asked) == 2 and all(year in years for year in asked) and asked[0] != asked[1]:
        return asked[0], asked[1]
    return years[-2], years[-1]


def table(found: Sums, compared: tuple[int, int] | None) -> Table:
    years = sorted({*sorted(found)[-SHOWN:], *(compared or ())})
    kept = [(column, title) for column, title in COLUMNS if any(column in found[year] for year in years)]
    rows = [_row(title, [found[year].get(column) for year in years], years, compared) for column, title in kept]
    totals = _row(_("Together"), [sum(found[year].values(), Decimal(0)) for year in years], years, compared)
    return Table(years, rows, totals, compared)


def _row(title: str | Promise, amounts: list[Decimal | None], years: list[int], compared: tuple[int, int] | None) -> Row:
    if compared is None:
        return Row(title, amounts, None)
    before, after = (amounts[years.index(year)] for year in compared)
    return Row(title, amounts, Money({"": before} if before is not None else {}, {"": after} if after is not None else {}))
