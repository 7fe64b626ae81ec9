"""Who looked at one file: every look for those who watch over it, counts by role for those who work with the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from globa.journal.readings import Reading, Shown
from globa.registry.access import level_of
from globa.registry.people import Person
from globa.registry.policy import OVERSEERS
from globa.web.looks.naming import file_number, page_called, people_called, role_called, users_called, way_called
from globa.web.paging import page_of
from globa.web.people.person import person_of
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of

BY_ROLE = "SELECT * FROM globa_looks_by_role(%s)"


@dataclass(frozen=True)
class Row:
    look: Reading
    who: str
    role: str
    page: str
    way: str


@dataclass(frozen=True)
class OfRole:
    role: str
    people: int
    looks: int
    last: datetime


@login_required
@require_safe
def looks(request: PlacedRequest, pk: UUID) -> HttpResponse:
    return _every_look(request, pk) if role_of(request) in OVERSEERS else _counted(request, pk)


def _every_look(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = Reading.objects.filter(person_id=pk).order_by("-number")
    page = page_of(found, request)
    if not page.paginator.count and level_of(request.user, Person(pk=pk)) is None:
        raise Http404
    looked_at(request, [pk], Shown.LOOKS)
    shown: dict[str, Any] = {"page": page, "rows": _rows(list(page.object_list)), "number": file_number(pk)}
    return render(request, "looks/of_file.html", shown | {"pk": pk, "name": people_called(request.user, [pk]).get(pk, "")})


def _rows(found: list[Reading]) -> list[Row]:
    who = users_called(one.actor_id for one in found)
    return [Row(one, who.get(one.actor_id, ""), role_called(one.role), page_called(one.route), way_called(one.way)) for one in found]


def _counted(request: PlacedRequest, pk: UUID) -> HttpResponse:
    person = person_of(request, pk)
    with connection.cursor() as cursor:
        cursor.execute(BY_ROLE, [pk])
        roles = [OfRole(role_called(role), people, times, last) for role, people, times, last in cursor.fetchall()]
    looked_at(request, [pk], Shown.LOOKS)
    return render(request, "looks/by_role.html", {"roles": roles, "pk": pk, "name": str(person)})
