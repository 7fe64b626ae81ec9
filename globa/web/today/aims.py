"""A director's year: children in homes month by month, the year so far against its plan, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.indicators.scope import Scope
from globa.planning.directions import Direction
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.reports.assembling.directions import answering, is_reached, target_of
from globa.reports.counting import here, scope_of
from globa.reports.writing import days
from globa.vocabulary.period import Period
from globa.web.figures import living
from globa.web.figures.breaking import NamedPart, broken_down, months_of
from globa.web.figures.places import Place
from globa.web.numbers import Number
from globa.web.pictures.bars import Column

WAS, CAME, LEFT, ARE = "homes.children-at-opening", "homes.arrivals", "homes.departures", "homes.children-at-closing"
BALANCE = (WAS, CAME, LEFT, ARE)
POSTS = ("staff.filled-posts-at-opening", "staff.filled-posts-at-closing")
SPENDING = "budget.spending"
PARTS_SHOWN = 5


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
    months: list[Column]
    balance: tuple[Number, Number, Number, Number]
    posts: tuple[Number, Number]
    untold: int
    """Directions without a figure: only words say whether they were reached."""


def year_of(user: User, organisation: Organisation, year: int, on: date) -> Year:
    """One question for the directions, one for the scope, and one statement a fact table for all figures of the year and its months."""
    directions = list(Direction.objects.visible_to(user).filter(organisation=organisation, year=year).order_by("code"))
    aimed = [one for one in directions if one.target is not None and answering(one) is not None]
    scope = scope_of(organisation, Period.year(year))
    place = Place(organisation, scope.period)
    found = _counted([scope], {*BALANCE, *POSTS, *(one.indicator for one in aimed)})
    was, came, left, are, before, after = (living.number(found[code], place) for code in (*BALANCE, *POSTS))
    return Year(
        year,
        [_aim(one, found[one.indicator], place, on) for one in aimed],
        _months(scope, organisation, on),
        (was, came, left, are),
        (before, after),
        len(directions) - len(aimed),
    )


def _counted(scopes: Sequence[Scope], codes: set[str]) -> dict[str, Figure]:
    return {figure.code: figure for figure in figures.compute(scopes, here(), sorted(codes))}


def _aim(direction: Direction, figure: Figure, place: Place, on: date) -> Aim:
    reached = living.number(figure, place)
    met = is_reached(direction, figure.value if reached.is_known else None)
    planned = Number(target_of(direction), figure.indicator.unit)
    return Aim(direction.text, str(direction.get_comparator_display()), reached, planned, met, place.period.ends <= on)


def _months(scope: Scope, organisation: Organisation, on: date) -> list[Column]:
    """Children at the end of every month that has begun; of the present one, today."""
    begun = [month for month in months_of(scope.period) if month.begins <= on]
    periods = [Period(month.begins, min(month.ends, on + timedelta(days=1))) for month in begun]
    counted = figures.compute([replace(scope, period=one) for one in periods], here(), [ARE]) if periods else []
    return [
        Column(days.month(one.begins), living.number(figure, Place(organisation, one)), days.month(one.begins, "narrow"))
        for one, figure in zip(periods, counted, strict=True)
    ]


@dataclass(frozen=True)
class Spending:
    total: Number
    parts: list[tuple[NamedPart, str]]
    """The largest items, each with the length of its bar of 160."""


def spending_of(organisation: Organisation, year: int) -> Spending:
    """All spending of the year in cash, and its largest items; three statements."""
    scope = scope_of(organisation, Period.year(year))
    place = Place(organisation, scope.period)
    whole = figures.figure(scope, SPENDING, here())
    broken = broken_down(place, whole, "main_item", figures.breakdown(scope, SPENDING, "main_item", here()))
    known = [part for part in broken.parts if part.is_known and part.number.value]
    largest = sorted(known, key=lambda part: -float(part.number.value or 0))[:PARTS_SHOWN]
    top = max((float(part.number.value or 0) for part in largest), default=1.0)
    return Spending(living.number(whole, place), [(part, f"{160 * float(part.number.value or 0) / top:.1f}") for part in largest])
