"""The first page: what is due, missing and unusual, where there is room tonight, and how the year goes; each role sees its own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.indicators.scope import Scope
from globa.journal.operations import counting
from globa.registry.accounts.appointments import Role
from globa.registry.policy import Area, may_enter
from globa.reports.counting import scope_of
from globa.vocabulary.calendar import today as legal_today
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.dwellings.places import Places, places_on, total
from globa.web.figures.choosing import recorded_years
from globa.web.numbers import Number
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.services.giver import may_give
from globa.web.today import aims, office, unusual
from globa.web.today.agreeing import agreeing
from globa.web.today.due import duties
from globa.web.today.families import families_of
from globa.web.today.figures import lines
from globa.web.today.greeting import greeting
from globa.web.today.missing import gaps
from globa.web.today.moved import since_last_week
from globa.web.today.plan import plan_of_year
from globa.web.today.rows import nearest
from globa.web.today.weeks import weeks
from globa.web.whereabouts import PlacedRequest, role_of

HOMES_SHOWN = 12
WITH_FAMILIES = (Role.FOSTER_COORDINATOR, Role.ATTESTED_PERSON, Role.PSYCHOLOGIST)
WITH_A_CHILD = (Role.ON_DUTY_CARER, Role.GUARDIAN)
WITH_RECEIVED = (Role.NATIONAL_OFFICER, Role.MUNICIPAL_CLERK)
Shown = dict[str, Any]


@login_required
def today(request: PlacedRequest) -> HttpResponse:
    shown: Shown = {"heading": greeting(str(request.user), localtime()), "on": legal_today()}
    if request.organisation is None:
        looked_at(request, ())
        return render(request, "today/nowhere.html", shown)
    role = role_of(request)
    shown |= _work(request) | _care(request, role)
    shown |= _homes(request) if may_enter(role, Area.HOMES) else {}
    shown |= _figures(request, role, shown) if may_enter(role, Area.FIGURES) else {}
    shown |= _office(request, role)
    looked_at(request, _people(shown))
    return render(request, "today/today.html", shown)


def _work(request: PlacedRequest) -> Shown:
    """Duties: all are counted, the nearest are shown."""
    on, role = legal_today(), role_of(request)
    due = duties(request.user, role, request.organisation, on)
    due += office.of_accounts(request.user, on) if may_enter(role, Area.ADMINISTRATION) else []
    mine = may_give(request) and role != Role.HEAD
    serves = mine or (role == Role.HEAD and may_enter(role, Area.SERVICES))
    return {
        "rows": nearest(due),
        "due": len(due),
        "late": sum(row.is_late for row in due),
        "due_today": sum(row.day == on for row in due),
        "may_give": may_give(request),
        "is_mine": mine,
        "weeks": weeks(request.user, request.user.person_id if mine else None, on) if serves else None,
    }


def _care(request: PlacedRequest, role: str) -> Shown:
    on = legal_today()
    found: Shown = {}
    if may_care(request):
        missing = gaps(request.user, on)
        found |= {"may_care": True, "gaps": missing, "missing": len({child.pk for gap in missing for child in gap.people})}
    if role in WITH_FAMILIES:
        found["families"] = families_of(request.user, on)
    if role in WITH_A_CHILD:
        found["with_me"] = list(Stay.objects.visible_to(request.user).on(on).select_related("child", "dwelling"))
        here = {stay.child_id for stay in found["with_me"]}
        wards = Guardianship.objects.visible_to(request.user).on(on).select_related("child")
        found["wards"] = [ship for ship in wards if ship.child_id not in here]
    return found


def _homes(request: PlacedRequest) -> Shown:
    places = places_on(request.user, legal_today())
    homes, carers = [one for one in places if one.is_home], [one for one in places if not one.is_home]
    return {
        "may_see_homes": True,
        "all": total(places),
        "homes": homes[:HOMES_SHOWN],
        "homes_total": total(homes),
        "carers_total": total(carers),
        "in_homes": Number(total(homes).taken, Unit.CHILDREN, records="/homes/"),
        "with_carers": Number(total(carers).taken, Unit.CHILDREN, records="/homes/"),
        "unusual": unusual.in_homes(places) if may_care(request) else [],
        "away": _away(places),
    }


def _away(places: list[Places]) -> int:
    return sum(len(one.away) for one in places)


def _figures(request: PlacedRequest, role: str, shown: Shown) -> Shown:
    """The year with the last record: an empty new one would say nothing. What moved is always of the present year."""
    assert request.organisation is not None
    with counting():  # of whose stays and services it is, is not asked: an accountant reads none of them
        on, years = legal_today(), recorded_years(request.user)
        led = _year_led(request, role, years.last, on)
    scope = scope_of(request.organisation, Period.year(on.year))
    found: Shown = {"may_count": True, "year": years.last, "since_last_week": since_last_week(request.organisation, role, on, scope)}
    if led:
        found |= _led(request, led, shown, scope)
    else:
        found["lines"] = lines(request.organisation, role, years.last, years.first, scope)
    if role in (Role.HEAD, Role.ACCOUNTANT):
        found["spending"] = aims.spending_of(request.organisation, found["year"], scope)
    return found


@dataclass(frozen=True)
class YearLed:
    year: int
    is_unsigned: bool
    changes: list[date]


def _year_led(request: PlacedRequest, role: str, last: int, on: date) -> YearLed | None:
    """Which year a head reads, and on which of its days somebody came to a home or left it; whoever leads nothing reads none."""
    if role != Role.HEAD or request.organisation is None:
        return None
    unsigned = office.unsigned_year(request.user, request.organisation, last, on)
    year = unsigned or last
    return YearLed(year, unsigned is not None, aims.days_of_change(request.user, year, on))


def _led(request: PlacedRequest, led: YearLed, shown: Shown, scope: Scope) -> Shown:
    """The year so far against its plan; while the report of an ended year is not signed, the whole page is about that year."""
    assert request.organisation is not None
    on, year = legal_today(), led.year
    aimed = aims.year_of(request.user, request.organisation, year, on, led.changes, scope)
    address = f"/figures/{request.organisation.code}/{year}/{aims.POSTS[1]}/"
    odd = [*shown.get("unusual", []), *unusual.in_posts(*aimed.posts, address)]
    heading = _("The year %(year)s has ended, its report has not been signed") % {"year": year}
    found: Shown = {"aims": aimed, "unusual": odd, "year": year}
    if led.is_unsigned:
        found |= {"heading": heading, "is_unsigned": True, "agreeing": agreeing(request.user, request.organisation, year)}
    return found


def _office(request: PlacedRequest, role: str) -> Shown:
    on = legal_today()
    found: Shown = {}
    if may_enter(role, Area.REPORTS):
        found |= {"reports": office.latest_reports(request), "may_report": True, "may_write": may_enter(role, Area.WRITING)}
    if role in WITH_RECEIVED:
        found["received"] = office.received(request.user, on)
    if may_enter(role, Area.PLANNING) and request.organisation is not None:
        found["plan"] = plan_of_year(request.user, request.organisation, on)
    if may_enter(role, Area.LOOKS):
        found["odd_looks"] = unusual.in_looks(on)
    if role == Role.DATA_PROTECTION_OFFICER:
        found["looks"] = unusual.looks_by_week(on)
    return found


def _people(shown: Shown) -> list[uuid.UUID]:
    named = [row.person for row in shown["rows"] if row.person]
    missing = [child.pk for gap in shown.get("gaps", []) for child in gap.named]
    return [*named, *missing, *(one.child_id for one in (*shown.get("with_me", ()), *shown.get("wards", ())))]
