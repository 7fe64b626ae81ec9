"""
The people whose files the user may see: looked for by name, the children in care first.

What was looked for stays in the session, as that of the box on every page (globa/web/find/kept.py): the address has its mark only.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from globa.care.contracts import CarerContract
from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.registry.accounts.users import User
from globa.registry.involvement import Involvement, Purpose
from globa.registry.people import Person, PersonQuerySet
from globa.registry.policy import Area, may_enter
from globa.vocabulary.calendar import today
from globa.web.names.kept import Asked, asked, keep, kept
from globa.web.names.people import found
from globa.web.paging import page_of
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of

WHO = (
    ("", gettext_lazy("Everybody")),
    ("children", gettext_lazy("Children in care")),
    ("carers", gettext_lazy("Guardians and carers")),
    ("families", gettext_lazy("Their families")),
    ("workers", gettext_lazy("Workers")),
)
PURPOSES = {"carers": (Purpose.GUARDIANSHIP, Purpose.TRAINING), "families": (Purpose.FAMILY,), "workers": (Purpose.WORK,)}


@dataclass
class Row:
    person: Person
    age: int | None
    home: Stay | None = None
    is_with: str = ""
    said: list[str] = field(default_factory=list)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: PlacedRequest) -> HttpResponse:
    if request.method == "POST":
        return _asked(request, asked(request.POST.get("find", "")), request.POST.get("who", ""))
    on, who = today(), request.GET.get("who", "")
    looked_for = kept(request, request.GET.get("found", "")) or Asked("")
    listed = list(_listed(request.user, looked_for, who, on).values_list("pk", "lives_here", "is_in_care"))  # type: ignore[misc]
    is_whole = looked_for.is_empty and not who
    page = page_of(listed, request)
    people = _people([key for key, *_care in page.object_list])
    looked_at(request, people)
    shown = {
        "page": page,
        "rows": _rows(people, request.user, on),
        "looked_for": looked_for,
        "who": [(code, title, code == who) for code, title in WHO],
        "in_care": sum(1 for _key, lives, guarded in listed if lives or guarded) if is_whole else _in_care(request.user, on),
        "may_care": may_care(request),
        "opens_homes": may_enter(role_of(request), Area.HOMES),
    }
    return render(request, "people/people.html", shown)


def _asked(request: PlacedRequest, looked_for: Asked, who: str) -> HttpResponse:
    """Led to an address in which nothing typed stands."""
    question = {"found": keep(request, looked_for)} if not looked_for.is_empty else {}
    if who in dict(WHO) and who:
        question["who"] = who
    return redirect(f"{reverse('people')}?{urlencode(question)}" if question else "people")


def _people(keys: Sequence[uuid.UUID]) -> list[Person]:
    """Of the keys that the list found, in its order. The database asks by itself who looks."""
    found = Person.objects.in_bulk(list(keys))
    return [found[key] for key in keys if key in found]


def _in_care(user: User, on: date) -> int:
    """Who lives in a place of ours, or is under a guardianship of which we keep the file."""
    return _listed(user, Asked(""), "children", on).order_by().count()


def _listed(user: User, looked_for: Asked, who: str, on: date) -> PersonQuerySet:
    """The whole list by its keys: it is asked once, and only those of one page are read."""
    rows = (
        Person.objects.visible_to(user)
        .surviving()
        .annotate(
            lives_here=Exists(Stay.objects.on(on).order_by().filter(child=OuterRef("pk"))),
            is_in_care=Exists(Guardianship.objects.on(on).order_by().filter(child=OuterRef("pk"))),
        )
    )
    if who == "children":
        rows = rows.filter(Q(lives_here=True) | Q(is_in_care=True))
    if who in PURPOSES:
        rows = rows.filter(pk__in=Involvement.objects.visible_to(user).filter(purpose__in=PURPOSES[who]).values("person"))
    if looked_for.code:
        return rows.filter(personal_code_lookup=looked_for.code)
    if looked_for.text:
        return found(rows, looked_for.text)  # type: ignore[return-value]
    return rows.order_by("-lives_here", "-is_in_care", "family_name", "given_name", "pk")


def _rows(people: Sequence[Person], user: User, on: date) -> list[Row]:
    """Say of everybody on the page what they are today; four queries."""
    rows = {person.pk: Row(person, person.age_on(on)) for person in people}
    for stay in Stay.objects.visible_to(user).on(on).filter(child__in=rows).select_related("dwelling"):
        rows[stay.child_id].home = stay
    for ship in Guardianship.objects.visible_to(user).on(on).filter(child__in=rows).select_related("household"):
        rows[ship.child_id].said.append(f"{ship.get_form_display()}, {ship.get_kind_display()}")
        rows[ship.child_id].is_with = str(ship.household or "")
    for contract in CarerContract.objects.visible_to(user).on(on).filter(carer__in=rows):
        rows[contract.carer_id].said.append(str(contract.get_kind_display()))
    _add_purposes(rows, user)
    return list(rows.values())


def _add_purposes(rows: dict[uuid.UUID, Row], user: User) -> None:
    for file in Involvement.objects.visible_to(user).filter(person__in=rows).order_by("person", "during"):
        row = rows[file.person_id]
        if not row.said and not row.home:
            row.said.append(str(file.get_purpose_display()))
