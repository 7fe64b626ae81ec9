"""The looks of a month: what is unusual, and when people looked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractDay, ExtractHour
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.journal.readings import Reading
from globa.registry.emergency import Opening
from globa.reports.writing import days
from globa.vocabulary.calendar import VILNIUS, today
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.unit import Unit
from globa.web.looks.unusual import midnight, noticed_in, rows_of
from globa.web.numbers import Number
from globa.web.paging import LONG
from globa.web.pictures.bars import Column
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

MONTHS = 12


@login_required
@require_safe
def looks(request: PlacedRequest) -> HttpResponse:
    period = month_asked(request.GET.get("month", ""))
    found = noticed_in(period)
    page = Paginator(found, LONG).get_page(request.GET.get("page"))
    rows = rows_of(request.user, list(page.object_list))
    looked_at(request, [row.noticed.person_id for row in rows if row.noticed.person_id])
    shown: dict[str, Any] = {"page": page, "rows": rows, "period": period, "months": _months(period), "found": len(found)}
    shown |= {"waiting": Opening.objects.visible_to(request.user).unreviewed().count()}
    return render(request, "looks/looks.html", shown | _picture(period))


def month_asked(text: str) -> Period:
    """The month in the address; what is none is this month."""
    on = today()
    try:
        asked = Period.parse(text) if text else None
    except Refusal:
        asked = None
    return asked if asked and (asked.ends - asked.begins).days <= 31 else Period.months(on.year, on.month, 1)


def _months(chosen: Period) -> list[tuple[str, str, bool]]:
    first, found = today().replace(day=1), []
    for _back in range(MONTHS):
        found.append(Period.months(first.year, first.month, 1))
        first = (first - timedelta(days=1)).replace(day=1)
    return [(str(one), days.period(one), one == chosen) for one in found]


def _picture(period: Period) -> dict[str, Any]:
    """Looks by day of the month and by hour of the day, in Lithuanian time; two questions."""
    seen = Reading.objects.filter(
        happened_at__gte=midnight(period.begins), happened_at__lt=midnight(period.ends), result="shown"
    ).order_by()
    by_day, by_hour = _counts(seen, ExtractDay("happened_at", tzinfo=VILNIUS)), _counts(seen, ExtractHour("happened_at", tzinfo=VILNIUS))
    last = (period.ends - timedelta(days=1)).day
    return {
        "by_day": [_column(day, by_day, every=5) for day in range(1, last + 1)],
        "by_hour": [_column(hour, by_hour, every=6) for hour in range(24)],
        "all": sum(by_day.values()),
    }


def _column(part: int, counted: dict[int, int], every: int) -> Column:
    """On a telephone only every so many are labelled."""
    return Column(str(part), Number(counted.get(part, 0), Unit.TIMES), "\N{NO-BREAK SPACE}" if part % every else str(part))


def _counts(seen: QuerySet[Reading], part: Any) -> dict[int, int]:
    return {row["part"]: row["times"] for row in seen.order_by().annotate(part=part).values("part").annotate(times=Count("pk"))}
