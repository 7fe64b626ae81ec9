"""A director's year: children in homes day by day, the year so far against its plan, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext

from globa.care.stays import Stay
from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.indicators.scope import Scope
from globa.planning.directions import Direction
from globa.registry.access import visible_organisations
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.reports.assembling.directions import answering, is_reached, target_of
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period
from globa.web.figures import living
from globa.web.figures.breaking import NamedPart, broken_down
from globa.web.figures.places import Place
from globa.web.numbers import Number
from globa.web.pictures.steps import Step, Stepped

WAS, CAME, LEFT, ARE = "homes.children-at-opening", "homes.arrivals", "homes.departures", "homes.children-at-closing"
BALANCE = (WAS, CAME, LEFT, ARE)
IN_HOMES = frozenset({WAS, ARE})
"""Counted of the same rows, for the year and for each of its steps in one statement."""
POSTS = ("staff.filled-posts-at-opening", "staff.filled-posts-at-closing")
LICENSED = "institution.licensed-places"
SPENDING = "budget.spending"
PARTS_SHOWN = 5
STEPS = 60
"""More days of change than a picture can show: then every week has its step."""


@dataclass(frozen=True)
class Aim:
    """A direction with its target and what was reached so far; `is_met` is None where it cannot be told yet."""

    text: str
    meant: str
    reached: Number
    planned: Number
    is_met: bool | None
    is_over: bool

    @property
    def bar(self) -> str:
        return self._length(self.reached)

    @property
    def stroke(self) -> str:
        return self._length(self.planned)

    def _length(self, number: Number) -> str:
        """Of a picture 240 wide, in which the larger of the two leaves a little room."""
        top = max(float(self.reached.value or 0), float(self.planned.value or 0)) * 1.05 or 1
        return f"{236 * float(number.value or 0) / top:.1f}"

    @property
    def is_missed(self) -> bool:
        """Only an ended year misses a target; until then it is not reached yet."""
        return self.is_met is False and self.is_over


@dataclass(frozen=True)
class Year:
    """Everything of one year, as one page draws it."""

    year: int
    aims: list[Aim]
    children: Stepped
    balance: tuple[Number, Number, Number, Number]
    posts: tuple[Number, Number]
    untold: int
    """Directions without a figure: only words say whether they were reached."""


def year_of(user: User, organisation: Organisation, year: int, on: date, changes: Sequence[date] = (), known: Scope | None = None) -> Year:
    """
    One question for the directions, and one statement a fact table for all figures of the year and its steps.

    `changes` are the days of a step, `known` is a scope of the organisation, of whatever period, where the page has one already.
    """
    directions = list(Direction.objects.visible_to(user).in_force().filter(organisation=organisation, year=year).order_by("code"))
    aimed = [one for one in directions if one.target is not None and answering(one) is not None]
    scope = replace(known, period=Period.year(year)) if known else scope_of(organisation, Period.year(year))
    place = Place(organisation, scope.period)
    stepped = _stepped(scope, changes, on)
    daily = _counted([scope, *(replace(scope, period=one) for one in stepped)], IN_HOMES)
    others = {*BALANCE, *POSTS, LICENSED, *(one.indicator for one in aimed)} - IN_HOMES
    found = {one.code: one for one in [*daily[: len(IN_HOMES)], *_counted([scope], others)]}
    children = [one for one in daily[len(IN_HOMES) :] if one.code == ARE]
    was, came, left, are, before, after = (living.number(found[code], place) for code in (*BALANCE, *POSTS))
    return Year(
        year,
        [_aim(one, found[one.indicator], place, on) for one in aimed],
        _children(place, children, on, living.number(found[LICENSED], place)),
        (was, came, left, are),
        (before, after),
        len(directions) - len(aimed),
    )


def _counted(scopes: Sequence[Scope], codes: Set[str]) -> list[Figure]:
    """Scope by scope, and of each the codes in their order."""
    return figures.compute(scopes, here(), sorted(codes))


def _aim(direction: Direction, figure: Figure, place: Place, on: date) -> Aim:
    reached = living.number(figure, place)
    met = is_reached(direction, figure.value if reached.is_known else None)
    planned = Number(target_of(direction), figure.indicator.unit)
    return Aim(direction.text, str(direction.get_comparator_display()), reached, planned, met, place.period.ends <= on)


def _stepped(scope: Scope, changes: Sequence[date], on: date) -> list[Period]:
    """The year up to each day on which the number may be another one than before."""
    first, until = scope.period.begins, min(scope.period.ends, on + timedelta(days=1))
    return [Period(first, day + timedelta(days=1)) for day in sorted({first, *changes}) if day < until]


def _children(place: Place, counted: Sequence[Figure], on: date, licensed: Number) -> Stepped:
    """Children in homes on every day on which somebody came or left, as the figure of that day says it."""
    found = [Step(one.scope.period.ends - timedelta(days=1), living.number(one, place.at(one.scope.period))) for one in counted]
    limit = float(licensed.value) if licensed.is_known and licensed.value else None
    return Stepped(place.period, min(place.period.ends, on + timedelta(days=1)), found, limit, gettext("places by licence"))


def days_of_change(user: User, year: int, on: date) -> list[date]:
    """Days of the year on which a stay in a home began or had ended; one question, which names nobody. Asked while counting."""
    first, until = date(year, 1, 1), min(date(year + 1, 1, 1), on + timedelta(days=1))
    if first >= until:
        return []
    stays = Stay.objects.in_homes().filter(organisation__in=visible_organisations(user), during__overlap=(first, until))
    edges = [day for during in stays.values_list("during", flat=True) for day in (during.lower, during.upper) if day]
    found = sorted({day for day in edges if first <= day < until})
    return found if len(found) <= STEPS else [first + timedelta(weeks=week) for week in range((until - first).days // 7 + 1)]


@dataclass(frozen=True)
class Spending:
    total: Number
    parts: list[tuple[NamedPart, str]]
    """The largest items, each with the length of its bar of 160."""


def spending_of(organisation: Organisation, year: int, known: Scope | None = None) -> Spending:
    """All spending of the year in cash, and its largest items; three statements, one less where a scope is known."""
    scope = replace(known, period=Period.year(year)) if known else scope_of(organisation, Period.year(year))
    place = Place(organisation, scope.period)
    whole = figures.figure(scope, SPENDING, here())
    broken = broken_down(place, whole, "main_item", figures.breakdown(scope, SPENDING, "main_item", here()))
    spent = [part for part in broken.parts if part.is_known and part.number.value]
    largest = sorted(spent, key=lambda part: -float(part.number.value or 0))[:PARTS_SHOWN]
    top = max((float(part.number.value or 0) for part in largest), default=1.0)
    return Spending(living.number(whole, place), [(part, f"{160 * float(part.number.value or 0) / top:.1f}") for part in largest])
