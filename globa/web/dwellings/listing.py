"""Homes and carers' homes with their places: who is where tonight, and where there is room."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from globa.vocabulary.calendar import today
from globa.web.dwellings.places import by_organisation, places_on, total
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest


@login_required
def dwellings(request: PlacedRequest) -> HttpResponse:
    on = day_asked(request) or today()
    places = places_on(request.user, on)
    homes = [one for one in places if one.is_home]
    carers = [one for one in places if not one.is_home]
    shown = {
        "on": on,
        "is_today": on == today(),
        "total": total(places),
        "homes": total(homes),
        "carers": total(carers),
        "groups": by_organisation(places),
    }
    looked_at(request, ())
    return render(request, "dwellings/dwellings.html", shown)


def day_asked(request: HttpRequest) -> date | None:
    """`?on=2023-12-31`; what is not a day asks for none."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return None
