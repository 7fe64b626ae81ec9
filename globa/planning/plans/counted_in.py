"""In which measures of plans one service counts: told on its own page, to whoever sees the service and perhaps no plan."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import connection

from globa.registry.organisations import Organisation

ASKED = "SELECT municipality, year, no, measure, activity, paid_by FROM globa_measures_of(%s)"


@dataclass(frozen=True)
class CountedIn:
    """An activity that takes the service. `by_payer`: because of who paid; else whoever paid."""

    municipality: Organisation
    year: int
    no: str
    measure: str
    activity: str
    by_payer: bool


def measures_of(service: uuid.UUID) -> list[CountedIn]:
    """Of plans in force, in their order; two queries. A service that was withdrawn counts nowhere."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [service])
        rows = cursor.fetchall()
    named = {one.pk: one for one in Organisation.objects.filter(pk__in={row[0] for row in rows})} if rows else {}
    return [CountedIn(named[at], year, no, measure, activity, bool(payer)) for at, year, no, measure, activity, payer in rows]
