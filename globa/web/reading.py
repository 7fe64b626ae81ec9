"""
Who looked at what is written down before the page leaves; what cannot be written down is not shown.

A view says `looked_at(request, people, ...)`. A page that the list of routes
marks to show people (globa/web/routes.toml) and that answered without saying so is
refused, so that nobody can forget it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable

from django.db import connection
from django.http import HttpRequest, HttpResponse

from globa.journal.readings import Look, Looker, Result, Shown, write
from globa.registry.accounts.appointments import Appointment
from globa.registry.people import Person
from globa.web.routes import route_named

REFUSED = (403, 404)


OF_A_PERSON = "people-"
"""Pages of one person: their `pk` is the person's."""


class NothingSaid(RuntimeError):
    """A page that shows people did not say whom; it is a mistake of the program, and the page is not shown."""


def looked_at(
    request: HttpRequest,
    people: Iterable[Person | uuid.UUID | None],
    shown: Shown = Shown.NAME,
    result: Result = Result.SHOWN,
) -> None:
    """
    Say whom the page shows, and how deep; nobody is said by an empty list.

    None stands for a list that names nobody, as the records behind a figure are for somebody who sees no names.
    """
    said: list[Look] = request.__dict__.setdefault("_looked_at", [])
    said += [Look(one.pk if isinstance(one, Person) else one, shown, result) for one in people]


class ReadingMiddleware:
    """Inside the actor's transaction: one statement a page that shows people, none for the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and request.resolver_match and not connection.needs_rollback:
            route = request.resolver_match.view_name or ""
            write(looker(request), route, looks(request, response.status_code, route))
        return response


def looker(request: HttpRequest) -> Looker:
    appointment: Appointment | None = getattr(request, "appointment", None)
    key: uuid.UUID = request.user.pk  # type: ignore[assignment]  # somebody is signed in
    return Looker(key, appointment.role, appointment.organisation_id) if appointment else Looker(key)


def looks(request: HttpRequest, status: int, route: str) -> Iterable[Look]:
    """What was shown; of what was refused, which id was asked for."""
    known = route_named(route)
    shows_people = known is not None and known.journal != "none"
    said: list[Look] | None = request.__dict__.get("_looked_at")
    if status in REFUSED and known and shows_people:
        return [Look(_asked_for(request, route), Shown.FILE if known.journal == "file" else Shown.NAME, result=Result.REFUSED)]
    if status == 200 and shows_people and said is None:
        raise NothingSaid(f"{route} shows people and did not say whom: looked_at(request, ...)")
    # A page that sends on shows nothing, and a failure is rolled back with everything.
    return said or [] if status < 300 or 400 <= status < 500 else []


def _asked_for(request: HttpRequest, route: str) -> uuid.UUID | None:
    """The id in the address of a person's page, whether there is such a person or not."""
    assert request.resolver_match is not None
    asked = request.resolver_match.kwargs.get("pk")
    return asked if route.startswith(OF_A_PERSON) and isinstance(asked, uuid.UUID) else None
