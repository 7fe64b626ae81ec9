"""Services that were recorded long after they were given: memory is no record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, Q

from globa.casework.services import Service
from globa.vocabulary.period import Period

AFTER_DAYS = 31
"""A habit of this report and no norm: whoever writes once a month is still in time."""


@dataclass(frozen=True)
class Late:
    """How many of the period's records of a fact table came late."""

    table: str
    count: int
    of: int
    after_days: int = AFTER_DAYS


def late_records(institutions: Sequence[str], period: Period) -> list[Late]:
    """One query."""
    given = Service.objects.in_force().during(period.begins, period.ends).filter(organisation__in=institutions)
    late = Q(recorded_on__gt=F("happened_on") + timedelta(days=AFTER_DAYS))
    found = given.aggregate(of=Count("pk"), count=Count("pk", filter=late))
    return [Late("services", found["count"], found["of"])] if found["count"] else []
