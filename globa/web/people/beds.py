"""Where a child can be placed from a day on: free beds by home, and, in an emergency, a bed above the counted ones."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef
from psycopg.types.range import DateRange

from globa.care.contracts import CarerContract
from globa.care.dwellings import WITH_BEDS, Bed, Dwelling, DwellingKind
from globa.care.stays import Stay
from globa.journal.operations import counting
from globa.registry.organisations import Organisation


@dataclass
class Home:
    dwelling: Dwelling
    taken: int = 0
    free: list[Bed] = field(default_factory=list)
    contract: CarerContract | None = None

    @property
    def beds(self) -> int:
        return self.taken + len(self.free)


BED, EXTRA, WITHOUT = "bed", "extra", "home"


def homes_from(organisation: Organisation, on: date) -> list[Home]:
    """
    Homes with beds that stand from the day on without an end; three queries. A bed is free if nobody comes to it later either.

    Who sleeps in a taken bed may be nobody whom the reader knows; that it is taken is counted, and a carer's name is the name of a place.
    """
    with counting():
        return _homes_from(organisation, on)


def _homes_from(organisation: Organisation, on: date) -> list[Home]:
    taken = Stay.objects.filter(bed=OuterRef("pk"), during__overlap=DateRange(on, None))
    beds = Bed.objects.filter(organisation=organisation, during__contains=DateRange(on, None))
    homes = {one.pk: Home(one) for one in _open(organisation, on) if one.kind in WITH_BEDS}
    for bed in beds.filter(dwelling__in=homes).annotate(is_taken=Exists(taken)).select_related("room").order_by("name"):
        home = homes[bed.dwelling_id]
        if bed.is_taken:
            home.taken += 1
        elif not bed.is_extra:
            home.free.append(bed)
    for contract in CarerContract.objects.on(on).filter(organisation=organisation, dwelling__in=homes).select_related("carer"):
        homes[contract.dwelling_id].contract = contract
    return sorted(homes.values(), key=lambda home: (home.dwelling.kind != DwellingKind.COMMUNITY_HOME, home.dwelling.name))


def places_without_beds(organisation: Organisation, on: date) -> list[Dwelling]:
    return [one for one in _open(organisation, on) if one.kind not in WITH_BEDS]


def _open(organisation: Organisation, on: date) -> list[Dwelling]:
    return list(Dwelling.objects.filter(organisation=organisation, during__contains=DateRange(on, None)))


def carer_at(dwelling_id: uuid.UUID, on: date) -> CarerContract | None:
    with counting():
        return CarerContract.objects.on(on).filter(dwelling=dwelling_id).select_related("carer").first()
