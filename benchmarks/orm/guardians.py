"""Guardian families and guardianships."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from benchmarks.orm.asked import Answer, Asked, Peer, different, persons
from globa.care.guardianships import Guardianship


def in_families(asked: Asked) -> QuerySet[Any]:
    return asked.of(Guardianship).filter(form="family", household__country="LT")


def in_force(asked: Asked) -> QuerySet[Any]:
    return asked.of(Guardianship).filter(during__contains=asked.closing)


def share(rows: QuerySet[Any], of: Q) -> Answer:
    """Children of both numbers in one query."""
    child = Coalesce("child__same_as_id", "child_id")
    found = rows.aggregate(of=Count(child, distinct=True, filter=of), to=Count(child, distinct=True))
    return found["of"], found["to"]


PEERS: dict[str, Peer] = {
    "foster-centre.guardian-families": lambda asked: different(in_families(asked).filter(during__overlap=asked.days), "household"),
    "foster-centre.wards-in-families": lambda asked: persons(in_families(asked).filter(during__overlap=asked.days), "child"),
    "foster-centre.guardian-families-at-closing": lambda asked: different(
        in_families(asked).filter(during__contains=asked.closing), "household"
    ),
    "foster-centre.wards-in-families-at-closing": lambda asked: persons(in_families(asked).filter(during__contains=asked.closing), "child"),
    "foster-centre.wards-of-foster-centre": lambda asked: persons(in_force(asked).filter(form="foster_centre"), "child"),
    "foster-centre.guardianships-at-opening": lambda asked: asked.of(Guardianship).filter(during__contains=asked.opening).count(),
    "foster-centre.guardianships-begun": lambda asked: asked.of(Guardianship).filter(**asked.within("during__startswith")).count(),
    "foster-centre.guardianships-ended": lambda asked: asked.of(Guardianship).filter(**asked.within("during__endswith")).count(),
    "foster-centre.guardianships-at-closing": lambda asked: in_force(asked).count(),
    "foster-centre.temporary-guardianships": lambda asked: in_force(asked).filter(kind="temporary").count(),
    "foster-centre.permanent-guardianships": lambda asked: in_force(asked).filter(kind="permanent").count(),
    "foster-centre.kin-share": lambda asked: share(
        in_families(asked).filter(during__contains=asked.closing), Q(relation__in=("close_relative", "kin"))
    ),
    "foster-centre.family-share": lambda asked: share(in_force(asked), Q(form__in=("family", "family_home"))),
}
