"""The plans by year and municipality, each in its versions, with what was planned and what was used."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.web.paging import page_of
from globa.web.plans.rights import may_plan, plans_of
from globa.web.plans.states import listed
from globa.web.whereabouts import PlacedRequest


@login_required
@require_safe
def plans(request: PlacedRequest) -> HttpResponse:
    """Versions that were withdrawn are not listed: they are reached from the one that they were to amend."""
    rows = plans_of(request).in_force().select_related("organisation")
    years = list(rows.order_by("-year").values_list("year", flat=True).distinct())
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in years else None
    found = rows.filter(year=year) if year else rows
    page = page_of(found.order_by("-year", "organisation__name", "-version"), request)
    shown = {
        "page": page,
        "rows": listed(request.user, list(page.object_list)),
        "years": years,
        "year": year,
        "may_plan": may_plan(request),
    }
    return render(request, "plans/plans.html", shown)
