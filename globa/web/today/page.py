"""The first page: what is next, where there is room tonight, and how the year goes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from globa.registry.emergency import Opening
from globa.registry.policy import Area, may_enter
from globa.vocabulary.calendar import today as legal_today
from globa.vocabulary.unit import Unit
from globa.web.dwellings.places import places_on, total
from globa.web.emergency.opening import OVERSEERS
from globa.web.figures.choosing import recorded_years
from globa.web.numbers import Number
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.services.giver import may_give
from globa.web.today.figures import lines
from globa.web.today.greeting import greeting
from globa.web.today.reviews import reviews
from globa.web.today.weeks import weeks
from globa.web.whereabouts import PlacedRequest, role_of

HOMES_SHOWN = 12


@login_required
def today(request: PlacedRequest) -> HttpResponse:
    shown: dict[str, Any] = {"greeting": greeting(str(request.user), localtime()), "on": legal_today()}
    if request.organisation is None:
        looked_at(request, ())
        return render(request, "today/nowhere.html", shown)
    work = _work(request)
    looked_at(request, [plan.child_id for plan in work["reviews"].shown] if work["reviews"] else ())
    places = _places(request) if work["may_see_homes"] else {}
    year = _year(request) if work["may_count"] else {}
    return render(request, "today/today.html", shown | places | work | year)


def _places(request: PlacedRequest) -> dict[str, Any]:
    places = places_on(request.user, legal_today())
    homes, carers = [one for one in places if one.is_home], [one for one in places if not one.is_home]
    return {
        "all": total(places),
        "homes": homes[:HOMES_SHOWN],
        "homes_total": total(homes),
        "carers_total": total(carers),
        "in_homes": Number(total(homes).taken, Unit.CHILDREN, records="/homes/"),
        "with_carers": Number(total(carers).taken, Unit.CHILDREN, records="/homes/"),
    }


def _work(request: PlacedRequest) -> dict[str, Any]:
    mine = may_give(request)
    return {
        "may_give": mine,
        "may_care": may_care(request),
        "may_see_homes": may_enter(role_of(request), Area.HOMES),
        "may_count": may_enter(role_of(request), Area.FIGURES),
        "may_administer": may_enter(role_of(request), Area.ADMINISTRATION),
        "weeks": weeks(request.user, request.user.person_id if mine else None, legal_today()) if mine else None,
        "reviews": reviews(request.user, legal_today()) if may_care(request) else None,
        "openings": Opening.objects.visible_to(request.user).unreviewed().count() if role_of(request) in OVERSEERS else 0,
    }


def _year(request: PlacedRequest) -> dict[str, Any]:
    """The year with the last record: an empty new one would say nothing."""
    assert request.organisation is not None
    years = recorded_years(request.user)
    return {"year": years.last, "lines": lines(request.organisation, role_of(request), years.last, years.first)}
