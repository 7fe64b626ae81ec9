"""The institution: units, licence, posts, vehicles, money and directions."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet, Sum

from benchmarks.orm.asked import Answer, Asked, Peer, different, total
from benchmarks.orm.services import came
from globa.planning.directions import Direction
from globa.planning.ledger import Entry
from globa.registry.organisations import Belonging
from globa.registry.premises import Licence, LicensedAddress, Vehicle
from globa.registry.staff import PostHolding, PostLimit

UNITS = ("foster_centre", "community_homes", "day_centre", "other")
SOCIAL_WORK = "social_work"


def units(asked: Asked) -> int:
    day = asked.closing
    works = Q(organisation__during__isnull=True) | Q(organisation__during__contains=day)
    below = Belonging.objects.filter(works, parent=asked.organisation, organisation__kind__in=UNITS, during__contains=day)
    return different(below, "organisation")


def licensed(asked: Asked) -> QuerySet[Any]:
    day = asked.closing
    return asked.of(LicensedAddress).filter(licence__kind="licence", licence__during__contains=day, during__contains=day)


def held(asked: Asked, **what: Any) -> QuerySet[Any]:
    return asked.of(PostHolding).filter(**({"during__contains": asked.closing} | what))


def allowed(asked: Asked) -> QuerySet[Any]:
    return asked.of(PostLimit).filter(during__contains=asked.closing)


def trained(asked: Asked) -> Answer:
    """Of the people in social-work posts on the last day, those who came to a training of workers."""
    in_post = held(asked, post__group=SOCIAL_WORK)
    attended = came(asked, event__kind="staff_training", role="worker").filter(person__in=in_post.values("worker"))
    return different(attended, "person"), different(in_post, "worker")


def vehicles(asked: Asked) -> QuerySet[Any]:
    return asked.of(Vehicle).filter(kind__in=("car", "minibus"), during__contains=asked.closing)


def booked(asked: Asked, basis: str, **what: Any) -> QuerySet[Any]:
    return asked.of(Entry).filter(basis=basis, **asked.within("booked_on"), **what)


def spent_share(asked: Asked) -> Answer:
    rows = asked.of(Entry).filter(**asked.within("booked_on"))
    found = rows.aggregate(of=Sum("amount", filter=Q(basis="cash")), to=Sum("amount", filter=Q(basis="plan")))
    return found["of"] or 0, found["to"] or 0


def aimed(asked: Asked) -> QuerySet[Any]:
    return asked.of(Direction).filter(year=asked.closing.year, target__isnull=False)


PEERS: dict[str, Peer] = {
    "institution.units": units,
    "institution.licensed-addresses": lambda asked: different(licensed(asked), "address"),
    "institution.licensed-places": lambda asked: total(licensed(asked), "places"),
    "institution.accreditations": lambda asked: asked.of(Licence).filter(kind="accreditation", during__contains=asked.closing).count(),
    "staff.allowed-posts": lambda asked: total(allowed(asked), "fte"),
    "staff.filled-posts-at-opening": lambda asked: total(held(asked, during__contains=asked.opening), "fte"),
    "staff.posts-begun": lambda asked: total(asked.of(PostHolding).filter(**asked.within("during__startswith")), "fte"),
    "staff.posts-ended": lambda asked: total(asked.of(PostHolding).filter(**asked.within("during__endswith")), "fte"),
    "staff.filled-posts-at-closing": lambda asked: total(held(asked), "fte"),
    "staff.filled-posts-next-january": lambda asked: total(held(asked, during__contains=asked.next_january), "fte"),
    "staff.social-work-posts": lambda asked: total(held(asked, post__group=SOCIAL_WORK), "fte"),
    "staff.administration-posts": lambda asked: total(held(asked, post__group="administration_and_maintenance"), "fte"),
    "staff.eu-project-posts": lambda asked: total(held(asked, payer__kind="eu_project"), "fte"),
    "staff.filled-share": lambda asked: (total(held(asked), "fte"), total(allowed(asked), "fte")),
    "staff.workers-at-closing": lambda asked: different(held(asked), "worker"),
    "staff.share-trained": trained,
    "premises.vehicles": lambda asked: vehicles(asked).count(),
    "premises.vehicle-seats": lambda asked: total(vehicles(asked), "seats"),
    "budget.spending": lambda asked: total(booked(asked, "cash"), "amount"),
    "budget.accrued": lambda asked: total(booked(asked, "accrual"), "amount"),
    "budget.planned": lambda asked: total(booked(asked, "plan"), "amount"),
    "budget.spent-share": spent_share,
    "budget.eu-project-spending": lambda asked: total(booked(asked, "cash", source__kind="eu_project"), "amount"),
    "budget.municipal-spending": lambda asked: total(booked(asked, "cash", source__kind="municipality"), "amount"),
    "plan.targets": lambda asked: aimed(asked).count(),
    "plan.targets-at-least": lambda asked: aimed(asked).filter(comparator="at_least").count(),
}
