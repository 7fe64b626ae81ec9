"""Residents of the community homes: who lives there, who came and left, what is true of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from benchmarks.orm.asked import Asked, Peer, days, different, persons
from globa.care.away import AwayTime
from globa.care.guardianships import Guardianship
from globa.care.statuses import Status
from globa.care.stays import Stay
from globa.vocabulary.calendar import age_on

HOME = "community_home"
SEX_NOT_KNOWN = Q(child__sex="unknown")


def living(asked: Asked, day: date, setting: str = HOME) -> QuerySet[Any]:
    return asked.of(Stay).filter(setting=setting, during__contains=day)


def lived(asked: Asked, setting: str = HOME) -> QuerySet[Any]:
    return asked.of(Stay).filter(setting=setting, during__overlap=asked.days)


def _same_person() -> QuerySet[Any]:
    """Stays of whoever the outer row's child is, in the same kind of place of the same organisation."""
    of = Stay.objects.annotate(person=Coalesce("child__same_as_id", "child_id"))
    return of.filter(organisation=OuterRef("organisation"), setting=OuterRef("setting"), person=OuterRef("person"))


def _told_apart(asked: Asked, setting: str) -> QuerySet[Any]:
    return asked.of(Stay).filter(setting=setting).annotate(person=Coalesce("child__same_as_id", "child_id"))


def arrived(asked: Asked, setting: str = HOME) -> QuerySet[Any]:
    """Stays that do not continue one that ended on the same day."""
    before = _same_person().filter(during__endswith=OuterRef("during__startswith"))
    return _told_apart(asked, setting).filter(~Exists(before), **asked.within("during__startswith"))


def left(asked: Asked, setting: str = HOME) -> QuerySet[Any]:
    """Stays that no other one continues on the day they end."""
    after = _same_person().filter(during__startswith=OuterRef("during__endswith"))
    return _told_apart(asked, setting).filter(~Exists(after), **asked.within("during__endswith"))


def came_from(origin: str) -> Peer:
    return lambda asked: persons(arrived(asked).filter(origin=origin), "child")


def left_for(destination: str) -> Peer:
    return lambda asked: persons(left(asked).filter(destination=destination), "child")


def age_of(born: date | None, day: date) -> int | None:
    return None if born is None else age_on(born, day)


def away(asked: Asked) -> QuerySet[Any]:
    return asked.of(AwayTime).filter(stay__setting=HOME)


def of_institution(asked: Asked, kind: str) -> int:
    return persons(asked.of(Guardianship).filter(form="institution", kind=kind, during__contains=asked.closing), "child")


def statuses(asked: Asked, kind: str, **what: str) -> int:
    """Residents of the last day of whom it is true on that day."""
    lives = Stay.objects.filter(
        child=OuterRef("child"), organisation=OuterRef("organisation"), setting=HOME, during__contains=asked.closing
    )
    return persons(asked.of(Status).filter(Exists(lives), kind=kind, during__contains=asked.closing, **what), "child")


PEERS: dict[str, Peer] = {
    "homes.children-at-opening": lambda asked: persons(living(asked, asked.opening), "child"),
    "homes.children-at-closing": lambda asked: persons(living(asked, asked.closing), "child"),
    "homes.children-served": lambda asked: persons(lived(asked), "child"),
    "homes.youngest": lambda asked: age_of(living(asked, asked.closing).aggregate(born=Max("child__birth_date"))["born"], asked.closing),
    "homes.oldest": lambda asked: age_of(living(asked, asked.closing).aggregate(born=Min("child__birth_date"))["born"], asked.closing),
    "homes.girls": lambda asked: persons(living(asked, asked.closing).filter(child__sex="female"), "child"),
    "homes.boys": lambda asked: persons(living(asked, asked.closing).filter(child__sex="male"), "child"),
    "homes.sex-not-known": lambda asked: persons(living(asked, asked.closing).filter(SEX_NOT_KNOWN), "child"),
    "homes.homes-lived-in": lambda asked: different(living(asked, asked.closing), "dwelling"),
    "homes.days-of-care": lambda asked: days(asked.of(Stay).filter(setting=HOME), asked),
    "homes.emergency-placements": lambda asked: (
        asked.of(Stay).filter(setting=HOME, bed__is_extra=True, **asked.within("during__startswith")).count()
    ),
    "homes.children-on-emergency-beds": lambda asked: persons(living(asked, asked.closing).filter(bed__is_extra=True), "child"),
    "homes.days-away": lambda asked: days(away(asked), asked),
    "homes.times-away": lambda asked: away(asked).filter(**asked.within("during__startswith")).count(),
    "homes.arrivals": lambda asked: arrived(asked).count(),
    "homes.came-from-permanent-guardians": came_from("permanent_guardians"),
    "homes.came-from-parents": came_from("parents"),
    "homes.came-from-temporary-guardians": came_from("temporary_guardians"),
    "homes.departures": lambda asked: left(asked).count(),
    "homes.returned-to-parents": left_for("parents"),
    "homes.came-of-age": left_for("came_of_age"),
    "homes.left-to-other-institution": left_for("other_institution"),
    "homes.left-to-guardians-abroad": left_for("permanent_guardianship_abroad"),
    "homes.left-to-guardians-in-lithuania": left_for("permanent_guardianship_domestic"),
    "homes.adopted": left_for("adopted"),
    "homes.moves": lambda asked: (
        asked.of(Stay).filter(setting=HOME, origin="same_institution", **asked.within("during__startswith")).count()
    ),
    "homes.under-permanent-guardianship": lambda asked: of_institution(asked, "permanent"),
    "homes.under-temporary-guardianship": lambda asked: of_institution(asked, "temporary"),
    "homes.at-school": lambda asked: statuses(asked, "school"),
    "homes.with-disability": lambda asked: statuses(asked, "disability"),
    "homes.moderate-intellectual-disability": lambda asked: statuses(asked, "disability", condition="intellectual", level="moderate"),
    "homes.large-special-needs": lambda asked: statuses(asked, "special_needs", level="large"),
}

__all__ = ["HOME", "PEERS", "SEX_NOT_KNOWN", "arrived", "left", "lived", "living"]
