"""One home: its rooms on a day, a year bed by bed, who came and left, and who works there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from globa.care.away import AwayTime
from globa.care.dwellings import Bed, Capacity, Dwelling, DwellingKind
from globa.care.stays import Stay
from globa.registry.accounts.users import User
from globa.registry.staff import PostHolding, PostTitle
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.dwellings.listing import day_asked
from globa.web.dwellings.places import Places, places_on
from globa.web.dwellings.years import HomeYear
from globa.web.figures.places import Place
from globa.web.numbers import Number
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

DAYS_OF_CARE = {DwellingKind.COMMUNITY_HOME: "homes.days-of-care", DwellingKind.ON_DUTY_CARER: "foster-centre.on-duty-days"}
STAFF = "staff.filled-posts-at-closing"


@dataclass(frozen=True)
class BedOnDay:
    bed: Bed
    stay: Stay | None
    away: AwayTime | None
    free_since: date | None


@login_required
def dwelling(request: PlacedRequest, code: str) -> HttpResponse:
    seen = Dwelling.objects.visible_to(request.user).select_related("organisation", "unit", "household")
    found = seen.filter(code=code).order_by("organisation__code").first()
    if found is None:
        raise Http404
    year = HomeYear(found, request.user, request.GET.get("year", ""))
    on = day_asked(request) or (min(year.state_day, today()) if "year" in request.GET else today())
    shown = _shown(found, year, on, request.user)
    looked_at(request, {stay.child_id for stay in (*year.stays, *shown["state"].stays) if stay.is_shown})
    return render(request, "dwellings/dwelling.html", shown)


def _shown(found: Dwelling, year: HomeYear, on: date, user: User) -> dict[str, Any]:
    beds = list(Bed.objects.visible_to(user).filter(dwelling=found).select_related("room").order_by("room__name", "name"))
    capacities = list(Capacity.objects.visible_to(user).filter(dwelling=found))
    shown = [stay.pk for stay in year.inside if stay.is_shown]  # type: ignore[attr-defined]
    away = list(AwayTime.objects.visible_to(user).filter(stay__in=shown).order_by("during"))
    place = places_on(user, on, found)
    state = place[0] if place else Places(found)
    return {
        "dwelling": found,
        "year": year,
        "on": on,
        "is_today": on == today(),
        "state": state,
        "is_open": on in found.during,
        "rooms": _rooms(beds, state, year, on),
        "days": _days_of_care(found, year),
        "share": year.share(capacities),
        "lanes": year.lanes(beds, away),
        "years": [(one, f"{reverse('dwellings-dwelling', args=[found.code])}?year={one}", one == year.year) for one in year.years],
        "children": Number(state.taken, Unit.CHILDREN, records="#rooms"),
        "free_beds": _free(beds, state, on),
        "away_shown": [time for time in state.away if time.stay_id in shown],
        "away_now": Number(len(state.away), Unit.CHILDREN, records="#rooms"),
        "staff": _staff(found, on, user, year.year),
    }


def _rooms(beds: list[Bed], state: Places, year: HomeYear, on: date) -> list[tuple[str, list[BedOnDay]]]:
    """Beds that stand on the day, by room; a free one says since when."""
    living = {stay.bed_id: stay for stay in state.stays}
    away = {time.stay_id: time for time in state.away}
    rooms: dict[str, list[BedOnDay]] = {}
    for bed in beds:
        stay = living.get(bed.pk)
        if on not in bed.during or (bed.is_extra and stay is None):
            continue
        ended = [one.ended_on for one in year.stays if one.bed_id == bed.pk and one.ended_on and one.ended_on <= on]
        since = None if stay else max(ended, default=None)
        rooms.setdefault(bed.room.name if bed.room else "", []).append(BedOnDay(bed, stay, away.get(stay.pk) if stay else None, since))
    return list(rooms.items())


def _free(beds: list[Bed], state: Places, on: date) -> tuple[Number, str]:
    taken = {stay.bed_id for stay in state.stays}
    free = [bed.name for bed in beds if on in bed.during and not bed.is_extra and bed.pk not in taken]
    return Number(len(free), Unit.PLACES, records="#rooms"), ", ".join(free[:6])


def _days_of_care(found: Dwelling, year: HomeYear) -> Number:
    """Counted here from the stays on the page; the figure that it opens counts the same days."""
    code = DAYS_OF_CARE.get(DwellingKind(found.kind))
    place = Place(found.organisation, Period.year(year.year))
    return Number(year.days, Unit.DAYS, records=place.records(code, {"dwelling": found.code}) if code else "#moves")


def _staff(found: Dwelling, on: date, user: User, year: int) -> list[tuple[str, Number]]:
    """Posts of the home's unit on the day, by title."""
    if not found.unit:
        return []
    holdings = PostHolding.objects.visible_to(user).filter(post__unit=found.unit, during__contains=on)
    posts: dict[str, Decimal] = {}
    for title, fte in holdings.values_list("post__title", "fte"):
        posts[title] = posts.get(title, Decimal(0)) + fte
    records = Place(found.organisation, Period.year(year)).records(STAFF, {"unit": found.unit.code})
    return [(str(PostTitle(title).label), Number(fte.normalize(), Unit.POSTS, records=records)) for title, fte in sorted(posts.items())]
