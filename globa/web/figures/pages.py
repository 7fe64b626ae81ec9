"""The pages of figures: the document, one figure opened, and the records behind it."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from globa.indicators import figures as counting
from globa.registry.organisations import Organisation
from globa.reports.counting import card, here, scope_of
from globa.vocabulary.period import Period
from globa.web.figures.agreement import agreement
from globa.web.figures.choosing import organisations_for, part_options, recorded_years, year_options
from globa.web.figures.definition import Opened
from globa.web.figures.evidence.page import page_of
from globa.web.figures.places import Place, place_for
from globa.web.figures.sheet import Sheet
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Go to what was chosen; without a choice to the user's own organisation and the last full year."""
    asked = cast(PlacedRequest, request)
    period = asked.GET.get("period", "") or str(recorded_years(asked.user).last_full)
    if code := asked.GET.get("organisation", ""):
        return redirect(place_for(asked.user, role_of(asked), code, period).address)
    among = organisations_for(asked.user)
    if not among:
        return render(request, "figures/nowhere.html")
    return redirect(Place(_own(asked, among), Period.parse(period)).address)


def _own(request: PlacedRequest, among: list[Organisation]) -> Organisation:
    own = request.organisation
    return next((one for one in among if own and one.pk == own.pk), among[0])


@login_required
@require_safe
def sheet(request: HttpRequest, organisation: str, period: str) -> HttpResponse:
    asked = cast(PlacedRequest, request)
    user, place = asked.user, place_for(asked.user, role_of(asked), organisation, period)
    scope, engine, years = scope_of(place.organisation, place.period), here(), recorded_years(user)
    drawn = Sheet(user, place, scope, engine, counting.compute([scope], engine))
    chapters = drawn.chapters()
    return render(
        request,
        "figures/sheet.html",
        {
            "place": place,
            "chapters": chapters,
            "agreement": agreement(place, drawn.computed, drawn.breakdowns),
            "missing": _missing(drawn),
            "organisations": organisations_for(user),
            "years": year_options(place, years),
            "parts": part_options(place),
            "now": localtime(),
        },
    )


def _missing(drawn: Sheet) -> list[Organisation]:
    """Institutions of several that do not record everything: their figures are of the others."""
    if len(drawn.scope.organisations) < 2:
        return []
    ids = {one for figure in drawn.computed if figure.recorded for one in figure.not_recorded_by}
    return list(Organisation.objects.filter(pk__in=ids)) if ids else []


@login_required
@require_safe
def figure(request: HttpRequest, organisation: str, period: str, code: str) -> HttpResponse:
    """A page of its own; below a number of another page only its definition."""
    asked = cast(PlacedRequest, request)
    place = place_for(asked.user, role_of(asked), organisation, period)
    looked_at(asked, ())
    opened = Opened(place, scope_of(place.organisation, place.period), here(), card(code))
    if asked.htmx:
        response = render(request, "figures/definition.html", {"opened": opened, "place": place})
    else:
        years = opened.years(recorded_years(asked.user).periods(place.period))
        response = render(request, "figures/figure.html", {"opened": opened, "place": place, "years": years})
    patch_vary_headers(response, ["HX-Request"])
    return response


@login_required
@require_safe
def records(request: HttpRequest, organisation: str, period: str, code: str) -> HttpResponse:
    asked = cast(PlacedRequest, request)
    place = place_for(asked.user, role_of(asked), organisation, period)
    page = page_of(asked, place, scope_of(place.organisation, place.period), card(code), here())
    return render(request, "figures/records.html", {"page": page, "place": place})
