"""Services that were given: one's own and those of the organisation, narrowed by who, for whom, what and when."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.db.models import Count, QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from globa.casework.services import Service, ServiceQuerySet
from globa.registry.accounts.users import User
from globa.registry.catalogue import CatalogueService
from globa.registry.people import Person
from globa.reports.writing import days
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.web.ids import id_in
from globa.web.paging import page_of
from globa.web.reading import looked_at
from globa.web.services.giver import may_give
from globa.web.whereabouts import PlacedRequest

EVERYBODY = "all"
MONTHS_SHOWN = 60


@dataclass(frozen=True)
class Narrowed:
    """What the address asks for; what cannot be read asks for nothing."""

    worker: uuid.UUID | None
    everybody: bool
    person: uuid.UUID | None
    kind: str
    period: Period | None
    withdrawn: bool

    def of(self, rows: ServiceQuerySet) -> ServiceQuerySet:
        rows = rows.filter(withdrawn_on__isnull=not self.withdrawn)
        rows = rows.filter(provider=self.worker) if self.worker else rows
        rows = rows.for_person(self.person) if self.person else rows
        rows = rows.filter(kind__code=self.kind) if self.kind else rows
        return rows.during(self.period.begins, self.period.ends) if self.period else rows


def address(**asked: str) -> str:
    return f"{reverse('services')}?{urlencode(asked)}"


@login_required
def services(request: PlacedRequest) -> HttpResponse:
    asked = _asked(request)
    rows = asked.of(Service.objects.visible_to(request.user))
    summed = rows.aggregate(times=Count("pk"), minutes=Sum("minutes"))
    listed = rows.select_related("kind", "provider", "organisation").prefetch_related("recipients__person").newest_first()
    page = page_of(listed, request, summed["times"])
    looked_at(request, [recipient.person_id for service in page.object_list for recipient in service.recipients.all()])
    shown = {
        "page": page,
        "times": summed["times"],
        "minutes": summed["minutes"] or 0,
        "asked": asked,
        "month": _written(asked.period),
        "person": Person.objects.visible_to(request.user).filter(pk=asked.person).first() if asked.person else None,
        "is_narrowed": bool(asked.person or asked.kind or asked.period or asked.withdrawn),
        "may_give": may_give(request),
    }
    return render(request, "services/services.html", shown | _choices(request, asked))


def _asked(request: PlacedRequest) -> Narrowed:
    """Whoever gave services sees their own first, unless the address says whose."""
    given = request.GET
    person = id_in(given.get("person", ""))
    worker = id_in(given.get("worker", ""))
    everybody = given.get("worker") == EVERYBODY
    if not worker and not everybody and not person and may_give(request) and _gave(request.user):
        worker = request.user.person_id
    kind = given.get("kind", "").replace("\0", "")
    return Narrowed(worker, everybody, person, kind, _period(given.get("month", "")), given.get("state") == "withdrawn")


def _gave(user: User) -> bool:
    return Service.objects.visible_to(user).filter(provider=user.person_id).exists()


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except Refusal:
        return None


def _written(period: Period | None) -> str:
    return days.period(period) if period else ""


def _choices(request: PlacedRequest, asked: Narrowed) -> dict[str, Any]:
    seen = Service.objects.visible_to(request.user).in_force()
    return {
        "workers": _workers(request, seen, asked),
        "kinds": [(kind.code, str(kind), kind.code == asked.kind) for kind in _kinds(seen)],
        "months": _months(seen, asked.period),
    }


def _workers(request: PlacedRequest, seen: ServiceQuerySet, asked: Narrowed) -> list[tuple[str, str, bool]]:
    workers = Person.objects.filter(pk__in=seen.order_by().values("provider").distinct())
    mine = request.user.person_id
    listed = [(str(one.pk), _("%(name)s (me)") % {"name": one} if one.pk == mine else one.name, one.pk == asked.worker) for one in workers]
    return [(EVERYBODY, _("everybody"), asked.worker is None), *listed]


def _kinds(seen: ServiceQuerySet) -> QuerySet[CatalogueService]:
    return CatalogueService.objects.filter(pk__in=seen.order_by().values("kind").distinct())


def _months(seen: ServiceQuerySet, chosen: Period | None) -> list[tuple[str, str, bool]]:
    """The years and the months in which something was given, the newest first; a span from elsewhere stays chosen."""
    firsts: list[date] = list(seen.dates("happened_on", "month", order="DESC")[:MONTHS_SHOWN])
    periods: list[Period] = []
    for first in firsts:
        year = Period.year(first.year)
        periods += [one for one in (year, Period.months(first.year, first.month, 1)) if one not in periods]
    if chosen and chosen not in periods:
        periods.insert(0, chosen)
    return [(str(one), days.period(one), one == chosen) for one in periods]
