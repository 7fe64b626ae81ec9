"""The table of occupancy, and what projects brought about."""

from __future__ import annotations

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


def in_care(asked: Asked, *what: Q, **settings: Any) -> int:
    kinds = settings or {"setting__in": IN_CARE}
    return persons(asked.of(Stay).filter(*what, during__contains=asked.next_january, **kinds), "child")


def places(asked: Asked) -> int:
    """Counted places of homes, and places of the contracts."""
    now = {"during__contains": asked.next_january, "dwelling__kind__in": IN_CARE}
    return int(total(asked.of(Capacity).filter(**now), "places") + total(asked.of(CarerContract).filter(**now), "places"))


def abroad(asked: Asked) -> QuerySet[Any]:
    return asked.of(AwayTime).filter(~Q(country="LT"), kind="hosting")


def to_hosts_abroad(asked: Asked) -> int:
    visited = AwayTime.objects.filter(
        child=OuterRef("child"), kind="hosting", host_household=OuterRef("household"), during__startswith__lt=OuterRef("during__startswith")
    )
    rows = asked.of(Guardianship).filter(~Q(household__country="LT"), household__isnull=False, kind="permanent")
    return persons(rows.filter(Exists(visited), **asked.within("during__startswith")), "child")


PEERS: dict[str, Peer] = {
    "occupancy.children": in_care,
    "occupancy.girls": lambda asked: in_care(asked, Q(child__sex="female")),
    "occupancy.boys": lambda asked: in_care(asked, Q(child__sex="male")),
    "occupancy.sex-not-known": lambda asked: in_care(asked, SEX_NOT_KNOWN),
    "occupancy.children-in-homes": lambda asked: in_care(asked, setting=HOME),
    "occupancy.children-with-carers": lambda asked: in_care(asked, setting=CARER),
    "occupancy.places": places,
    "occupancy.homes-open": lambda asked: different(
        asked.of(Capacity).filter(during__contains=asked.next_january, dwelling__kind=HOME), "dwelling"
    ),
    "occupancy.occupied-share": lambda asked: (in_care(asked), places(asked)),
    "projects.guardianship-after-hosting": to_hosts_abroad,
    "projects.children-hosted-abroad": lambda asked: persons(abroad(asked).filter(during__overlap=asked.days), "child"),
    "projects.days-hosted-abroad": lambda asked: days(abroad(asked), asked),
    "projects.project-services": lambda asked: (
        asked.of(Service)
        .filter(withdrawn_on__isnull=True, payer__kind__in=("eu_project", "other_project"), **asked.within("happened_on"))
        .count()
    ),
}
