"""The page of one person: who they are, their way through care, what they were given, and who belongs to them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from globa.journal.readings import Shown
from globa.registry.access import level_of
from globa.registry.assignments import Assignment
from globa.registry.people import Person
from globa.registry.policy import Area, Opens, may_enter
from globa.vocabulary.calendar import today
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number
from globa.web.people import personal_code
from globa.web.people.file import PersonFile, ServicesOfYear
from globa.web.people.rights import may_care, may_read_health
from globa.web.reading import looked_at
from globa.web.services.giver import may_give
from globa.web.services.listing import EVERYBODY, address
from globa.web.whereabouts import PlacedRequest, role_of


def person_of(request: PlacedRequest, pk: UUID) -> Person:
    """Somebody whose file is open to the user; anybody else is not found."""
    found = get_object_or_404(Person.objects.with_file_open_to(request.user).select_related("same_as"), pk=pk)
    looked_at(request, [found], Shown.FILE)
    return found


@login_required
def person(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """The file, or name and status of somebody who is known here and whose file is not open to the user."""
    found = Person.objects.visible_to(request.user).select_related("same_as").filter(pk=pk).first()
    level = level_of(request.user, found) if found else None
    if found is None or level is None:
        raise Http404
    return _page(request, found) if level is Opens.FILE else _known(request, found)


def _known(request: PlacedRequest, found: Person) -> HttpResponse:
    file = PersonFile(found, request.user, today())
    at_work = Assignment.objects.visible_to(request.user).on(today()).filter(person=found).select_related("user").order_by("during", "pk")
    looked_at(request, [found])
    shown = {"person": found, "file": file, "working": at_work, "may_open": may_enter(role_of(request), Area.EMERGENCY)}
    return render(request, "people/known.html", shown)


@login_required
@require_POST
@never_cache
def show_code(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Answer with the page itself: a code that was sent on would lie in a session or an address."""
    found = person_of(request, pk)
    return _page(request, found, code=personal_code.shown(found, by=request.user, organisation=request.organisation))


def _page(request: PlacedRequest, found: Person, code: str = "") -> HttpResponse:
    file = PersonFile(found, request.user, today(), may_enter(role_of(request), Area.HOMES))
    reads_health = may_read_health(request)
    shown = {
        "person": found,
        "file": file,
        "code": code,
        "today": file.on,
        "reads_health": reads_health,
        "statuses": file.plain_statuses + (file.health if reads_health else []),
        "shows_status": bool(file.is_child_in_care or file.is_under_age or file.statuses),
        "health_is_hidden": bool(file.health) and not reads_health,
        "may_care": may_care(request),
        "may_assign": may_enter(role_of(request), Area.ASSIGNING),
        "may_see_looks": may_enter(role_of(request), Area.WHO_LOOKED),
        "may_give": may_give(request),
        "services": _services(request, file),
    }
    _say_who_is_shown(request, file, reads_health=reads_health, with_code=bool(code))
    return render(request, "people/person.html", shown)


def _say_who_is_shown(request: PlacedRequest, file: PersonFile, *, reads_health: bool, with_code: bool) -> None:
    """The file, and the names that stand in it; the relatives were asked for already."""
    looked_at(request, [file.person], Shown.SPECIAL if reads_health and file.health else Shown.FILE)
    if with_code:
        looked_at(request, [file.person], Shown.CODE)
    looked_at(request, file.named)


def _services(request: PlacedRequest, file: PersonFile) -> dict[str, Any]:
    """The services of one year as numbers that open their list; by itself the last year in which there were any."""
    if not file.services:
        return {}
    asked = request.GET.get("year", "")
    of = next((one for one in file.services if str(one.year) == asked), file.services[0])
    opens = may_enter(role_of(request), Area.SERVICES)
    return {
        "of": of,
        "opens": opens,
        "all": sum(one.times for one in file.services),
        "everything": address(person=str(file.person.pk), worker=EVERYBODY),
        "years": [
            (one.year, f"{reverse('people-person', args=[file.person.pk])}?year={one.year}#services", one is of) for one in file.services
        ],
        "numbers": _numbers(of, file.person) if opens else [number.leading_to("") for number in _numbers(of, file.person)],
    }


def _numbers(of: ServicesOfYear, person: Person) -> tuple[Number, Number, Number]:
    records = address(person=str(person.pk), worker=EVERYBODY, month=str(of.year))
    return (
        Number(of.times, Unit.TIMES, records=records),
        Number(round(of.minutes / 60, 1), Unit.HOURS, records=records),
        Number(of.workers, Unit.PERSONS, records=records),
    )
