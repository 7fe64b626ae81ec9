"""A few figures of the year that matter to the role, each with the years before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext

from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.indicators.scope import Scope
from globa.registry.accounts.appointments import Role
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period
from globa.web.figures import living
from globa.web.figures.places import Place
from globa.web.numbers import Number

FOSTER = ("foster-centre.children-with-on-duty-carers", "foster-centre.guardian-families", "foster-centre.wards-in-families")
HOMES = ("homes.children-at-closing", "homes.arrivals", "homes.departures", "homes.days-of-care")
BY_ROLE: dict[str, tuple[str, ...]] = {
    Role.FOSTER_COORDINATOR: ("foster-centre.coordinator-services", "foster-centre.coordinator-people", *FOSTER),
    Role.PSYCHOLOGIST: ("foster-centre.psychologist-consultations", "foster-centre.psychologist-people", *FOSTER),
    Role.ATTESTED_PERSON: (
        "foster-centre.attested-person-services", "foster-centre.prepared-guardian-families", "foster-centre.gimk-people", *FOSTER[:1],
    ),
    Role.SOCIAL_WORKER: HOMES,
    Role.CARE_ASSISTANT: HOMES,
    Role.ACCOUNTANT: ("budget.planned", "budget.spending", "budget.spent-share", "staff.filled-posts-at-closing"),
}  # fmt: skip
OTHERS = ("homes.children-at-closing", *FOSTER[:2], "foster-centre.services", "staff.filled-posts-at-closing")
YEARS = 5


def codes_of(role: str) -> tuple[str, ...]:
    """The figures that matter most to the role, first the one it moves itself."""
    return BY_ROLE.get(role, OTHERS)


@dataclass(frozen=True)
class Line:
    title: str
    number: Number
    before: list[float | None]
    said: str


def lines(organisation: Organisation, role: str, year: int, since: int, known: Scope | None = None) -> list[Line]:
    """One statement a fact table for all figures and years; a year that was not recorded breaks the line."""
    codes = codes_of(role)
    years = list(range(max(since, year - YEARS + 1), year + 1)) or [year]
    scope = replace(known, period=Period.year(year)) if known else scope_of(organisation, Period.year(year))
    counted = figures.compute([replace(scope, period=Period.year(one)) for one in years], here(), codes)
    place = Place(organisation, scope.period)
    return [_line([counted[at + number * len(codes)] for number in range(len(years))], years, place) for at in range(len(codes))]


def _line(found: list[Figure], years: list[int], place: Place) -> Line:
    numbers = [living.number(one, place) for one in found]
    said = ", ".join(f"{year}: {number.shown}" for year, number in zip(years, numbers, strict=True))
    before = [float(number.value) if number.is_known and number.value is not None else None for number in numbers]
    title = gettext(found[-1].indicator.title)
    return Line(title, numbers[-1], before, f"{title}. {said}")
