"""Services of this week and of the seven before it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.utils.translation import gettext as _

from globa.casework.services import Service, ServiceQuerySet
from globa.registry.accounts.users import User
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number
from globa.web.services.listing import EVERYBODY, address

WEEKS = 8


@dataclass(frozen=True)
class Weeks:
    number: Number
    counts: list[int]
    last_on: date | None
    """Said only where neither this week nor the one before has a service, and asked only then."""

    @property
    def more(self) -> int:
        """Than in the week before; below zero when there were fewer."""
        return self.counts[-1] - self.counts[-2]

    @property
    def said(self) -> str:
        """The small picture in words."""
        return _("Services in eight weeks: %(counts)s") % {"counts": ", ".join(map(str, self.counts))}


def weeks(user: User, worker: uuid.UUID | None, on: date) -> Weeks:
    """Of one worker, or of everybody that the user sees; a query, and another where there is nothing new."""
    monday = on - timedelta(days=on.weekday())
    given = Service.objects.visible_to(user).in_force().order_by()
    given = given.filter(provider=worker) if worker else given
    mondays = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    counted = given.during(mondays[0], monday + timedelta(days=7)).annotate(week=TruncWeek("happened_on"))
    by_week = {row["week"]: row["times"] for row in counted.values("week").annotate(times=Count("pk"))}
    records = address(worker=str(worker or EVERYBODY), month=str(Period(monday, monday + timedelta(days=7))))
    counts = [by_week.get(day, 0) for day in mondays]
    return Weeks(Number(counts[-1], Unit.SERVICES, records=records), counts, None if any(counts[-2:]) else _last_day(given))


def _last_day(given: ServiceQuerySet) -> date | None:
    """By the index of days, from the newest on: the first row that is shown is the answer."""
    return given.order_by("-happened_on").values_list("happened_on", flat=True).first()
