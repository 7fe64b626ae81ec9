"""The table of occupancy, and what projects brought about."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from benchmarks.orm.asked import Asked, Peer, days, different, persons, total
from benchmarks.orm.homes import HOME, SEX_NOT_KNOWN
from globa.care.away import AwayTime
from globa.care.contracts import CarerContract
from globa.care.dwellings import Capacity
from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.casework.services import Service

CARER = "on_duty_carer"
IN_CARE = (HOME, CARER)


def in_care(asked: Asked, day: date, *what: Q, **settings: Any) -> int:
    kinds = settings or {"setting__in": IN_CARE}
    return persons(asked.of(Stay).filter(*what, during__contains=day, **kinds), "child")


def places(asked: Asked, day: date) -> int:
    """Counted places of homes, and places of the contracts."""
    now = {"during__contains": day, "dwelling__kind__in": IN_CARE}
    return int(total(asked.of(Capacity).filter(**now), "places") + total(asked.of(CarerContract).filter(**now), "places"))


def homes_open(asked: Asked, day: date) -> int:
    return different(asked.of(Capacity).filter(during__contains=day, dwelling__kind=HOME), "dwelling")


def abroad(asked: Asked) -> QuerySet[Any]:
    return asked.of(AwayTime).filter(~Q(country="LT"), kind="hosting")


def to_hosts_abroad(asked: Asked) -> int:
    visited = AwayTime.objects.filter(
        child=OuterRef("child"), kind="hosting", host_household=OuterRef("household"), during__startswith__lt=OuterRef("during__startswith")
    )
    rows = asked.of(Guardianship).filter(~Q(household__country="LT"), household__isnull=False, kind="permanent")
    return persons(rows.filter(Exists(visited), **asked.within("during__startswith")), "child")


GIRLS, BOYS = Q(child__sex="female"), Q(child__sex="male")
PEERS: dict[str, Peer] = {
    "occupancy.children": lambda asked: in_care(asked, asked.next_january),
    "occupancy.girls": lambda asked: in_care(asked, asked.next_january, GIRLS),
    "occupancy.boys": lambda asked: in_care(asked, asked.next_january, BOYS),
    "occupancy.sex-not-known": lambda asked: in_care(asked, asked.next_january, SEX_NOT_KNOWN),
    "occupancy.children-in-homes": lambda asked: in_care(asked, asked.next_january, setting=HOME),
    "occupancy.children-with-carers": lambda asked: in_care(asked, asked.next_january, setting=CARER),
    "occupancy.places": lambda asked: places(asked, asked.next_january),
    "occupancy.homes-open": lambda asked: homes_open(asked, asked.next_january),
    "occupancy.occupied-share": lambda asked: (in_care(asked, asked.next_january), places(asked, asked.next_january)),
    "occupancy.children-at-closing": lambda asked: in_care(asked, asked.closing),
    "occupancy.girls-at-closing": lambda asked: in_care(asked, asked.closing, GIRLS),
    "occupancy.boys-at-closing": lambda asked: in_care(asked, asked.closing, BOYS),
    "occupancy.sex-not-known-at-closing": lambda asked: in_care(asked, asked.closing, SEX_NOT_KNOWN),
    "occupancy.places-at-closing": lambda asked: places(asked, asked.closing),
    "occupancy.homes-open-at-closing": lambda asked: homes_open(asked, asked.closing),
    "occupancy.occupied-share-at-closing": lambda asked: (in_care(asked, asked.closing), places(asked, asked.closing)),
    "projects.guardianship-after-hosting": to_hosts_abroad,
    "projects.children-hosted-abroad": lambda asked: persons(abroad(asked).filter(during__overlap=asked.days), "child"),
    "projects.days-hosted-abroad": lambda asked: days(abroad(asked), asked),
    "projects.project-services": lambda asked: (
        asked.of(Service)
        .filter(withdrawn_on__isnull=True, payer__kind__in=("eu_project", "other_project"), **asked.within("happened_on"))
        .count()
    ),
}
