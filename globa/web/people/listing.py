"""
The people whose files the user may see: looked for by name, the children in care first.

What was looked for stays in the session, as that of the box on every page (globa/web/find/kept.py): the address has its mark only.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from globa.care.contracts import CarerKind
from globa.care.guardianships import Guardianship, GuardianshipForm, GuardianshipKind
from globa.care.standing import Standing, standings
from globa.care.stays import Stay
from globa.registry.accounts.users import User
from globa.registry.involvement import Involvement, Purpose
from globa.registry.people import Person, PersonQuerySet
from globa.registry.policy import Area, may_enter
from globa.reports.writing.units import counted
from globa.vocabulary.calendar import today
from globa.vocabulary.unit import Unit
from globa.web.addresses import Addresses
from globa.web.dash import nothing
from globa.web.names.kept import Asked, asked, keep, kept
from globa.web.names.people import found
from globa.web.paging import LONG, first_on, page_at_once, page_from
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
Labels = Mapping[type[models.TextChoices], Mapping[str, str]]
CARED_FOR = Q(lives_here=True) | Q(is_in_care=True)
IN_ORDER = ("-lives_here", "-is_in_care", "family_name", "given_name", "pk")
# Around the question for whom is listed: OFFSET keeps the database from working out anew in each place where it is named who is in care.
COUNTED = """
    SELECT *, count(*) OVER () AS of_all, count(*) FILTER (WHERE lives_here OR is_in_care) OVER () AS of_care
    FROM ({known} OFFSET 0) known
    ORDER BY lives_here DESC, is_in_care DESC, family_name, given_name, id LIMIT %s OFFSET %s
"""


@dataclass
class Row:
    """One line of the list, in words; `home_address` is empty for whoever does not come to the homes."""

    person: Person
    address: str
    age: str
    home: str = ""
    home_address: str = ""
    said: list[str] = field(default_factory=list)


LINE = '<tr><th scope="row"><a href="{}">{}</a></th><td class="nw">{}</td><td>{}</td><td>{}</td></tr>'


def lines(rows: Sequence[Row]) -> SafeString:
    """Written here and not by the template, for which fifty lines are a thousand small steps: a third of the whole page."""
    none, unknown = nothing(), format_html('<span class="g-none">? {}</span>', gettext("not known"))
    return mark_safe("".join(_line(row, none, unknown) for row in rows))  # noqa: S308 - every word is escaped


def _line(row: Row, none: str, unknown: str) -> str:
    home = escape(row.home) or none
    home = f'<a href="{escape(row.home_address)}">{home}</a>' if row.home_address else home
    return LINE.format(escape(row.address), escape(row.person.name), escape(row.age) or unknown, home, escape("; ".join(row.said)) or none)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: PlacedRequest) -> HttpResponse:
    if request.method == "POST":
        return _asked(request, asked(request.POST.get("find", "")), request.POST.get("who", ""))
    on, who = today(), request.GET.get("who", "")
    looked_for = kept(request, request.GET.get("found", "")) or Asked("")
    page = _page(_listed(request.user, looked_for, who, on), request, looked_for)
    looked_at(request, page.object_list)
    shown = {
        "page": page,
        "lines": lines(_rows(list(page.object_list), request, on)),
        "looked_for": looked_for,
        "who": [(code, title, code == who) for code, title in WHO],
        "in_care": _children_in_care(page, request.user, on) if not who else _in_care(request.user, on),
        "may_care": may_care(request),
    }
    return render(request, "people/people.html", shown)


def _asked(request: PlacedRequest, looked_for: Asked, who: str) -> HttpResponse:
    """Led to an address in which nothing typed stands."""
    question = {"found": keep(request, looked_for)} if not looked_for.is_empty else {}
    if who in dict(WHO) and who:
        question["who"] = who
    return redirect(f"{reverse('people')}?{urlencode(question)}" if question else "people")


def _page(rows: PersonQuerySet, request: PlacedRequest, looked_for: Asked) -> Page[Person]:
    return page_at_once(rows, request) if not looked_for.is_empty else page_from(_counted(rows, first_on(request)), rows, request)


def _counted(rows: PersonQuerySet, first: int) -> list[Person]:
    """One page of them in their order, who is in care first; with how many there are of all and in care."""
    known, given = rows.order_by().query.sql_with_params()
    return list(Person.objects.raw(COUNTED.format(known=known), [*given, LONG, first]))


def _children_in_care(page: Page[Person], user: User, on: date) -> int:
    """The question for a page of all told it with them; of whoever was looked for it does not."""
    told: int | None = getattr(next(iter(page.object_list), None), "of_care", None)
    return _in_care(user, on) if told is None else told


def _in_care(user: User, on: date) -> int:
    """Who lives in a place of ours, or is under a guardianship of which we keep the file."""
    return _known(user, on).filter(CARED_FOR).count()


def _known(user: User, on: date) -> PersonQuerySet:
    return (
        Person.objects.visible_to(user)
        .surviving()
        .annotate(
            lives_here=Exists(Stay.objects.on(on).order_by().filter(child=OuterRef("pk"))),
            is_in_care=Exists(Guardianship.objects.on(on).order_by().filter(child=OuterRef("pk"))),
        )
    )


def _listed(user: User, looked_for: Asked, who: str, on: date) -> PersonQuerySet:
    rows = _known(user, on).only("given_name", "family_name", "birth_date", "death_date")
    if who == "children":
        rows = rows.filter(CARED_FOR)
    if who in PURPOSES:
        rows = rows.filter(pk__in=Involvement.objects.visible_to(user).filter(purpose__in=PURPOSES[who]).values("person"))
    if looked_for.code:
        return rows.filter(personal_code_lookup=looked_for.code)
    if looked_for.text:
        return found(rows, looked_for.text)  # type: ignore[return-value]
    return rows.order_by(*IN_ORDER)


def _rows(people: Sequence[Person], request: PlacedRequest, on: date) -> list[Row]:
    """Say of everybody on the page what they are today."""
    addresses = Addresses("people-person", uuid.UUID(int=0))
    ages = _in_words({person.age_on(on) for person in people})
    rows = {person.pk: Row(person, addresses.of(person.pk), _age(person, on, ages)) for person in people}
    homes = Addresses("dwellings-dwelling", "-") if may_enter(role_of(request), Area.HOMES) else None
    labels: Labels = {choices: _labels(choices) for choices in (GuardianshipForm, GuardianshipKind, CarerKind, Purpose)}
    for one in standings(rows, on=on, user=request.user):
        _say(rows[one.person], one, labels, homes)
    return list(rows.values())


def _say(row: Row, one: Standing, labels: Labels, homes: Addresses | None) -> None:
    """As what the oldest file was opened is said of those only of whom nothing else is."""
    if one.what == "stay":
        row.home, row.home_address = one.name, homes.of(one.code) if homes else ""
    elif one.what == "guardianship":
        row.said.append(f"{labels[GuardianshipForm][one.code]}, {labels[GuardianshipKind][one.kind]}")
        row.home = row.home or one.name
    elif one.what == "contract":
        row.said.append(labels[CarerKind][one.code])
    elif not row.said and not row.home:
        row.said.append(labels[Purpose][one.code])


def _labels(choices: type[models.TextChoices]) -> dict[str, str]:
    return {code: str(label) for code, label in choices.choices}


def _in_words(ages: set[int | None]) -> dict[int | None, str]:
    """Each age once: its form of the plural costs more than the rest of a line."""
    return {age: "" if age is None else counted(Unit.YEARS, age) for age in ages}


def _age(person: Person, on: date, words: dict[int | None, str]) -> str:
    return gettext("died") if person.death_date else words[person.age_on(on)]
