"""Homes and beds of one centre, and which of the beds is free from a day on: in the records and in the table itself."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import date

from globa.care.dwellings import WITH_BEDS, Bed, Dwelling
from globa.care.stays import Stay
from globa.checker.folding import folded
from globa.journal.operations import counting
from globa.registry.organisations import Organisation


class Homes:
    """Three queries, whatever the table is long."""

    def __init__(self, organisation: Organisation) -> None:
        dwellings = list(Dwelling.objects.filter(organisation=organisation).order_by("name"))
        self._named = {folded(one.name): one for one in dwellings} | {one.code: one for one in dwellings}
        self._beds = defaultdict[uuid.UUID, list[Bed]](list)
        for bed in Bed.objects.filter(organisation=organisation):
            self._beds[bed.dwelling_id].append(bed)
        # Who sleeps there is not asked, only until when the bed is taken.
        with counting():
            taken = list(Stay.objects.filter(organisation=organisation, bed__isnull=False).order_by().values_list("bed", "during"))
        self._last = defaultdict[uuid.UUID, list[date]](list)
        for key, during in taken:
            self._last[key].append(during.upper or date.max)

    def named(self, text: str) -> Dwelling | None:
        return self._named.get(folded(text)) or self._named.get(text.strip())

    @property
    def names(self) -> list[str]:
        return sorted({one.name for one in self._named.values()})

    def has_bed(self, dwelling: Dwelling, name: str) -> bool:
        return any(_called(bed, name) for bed in self._beds[dwelling.pk])

    def counts_beds(self, dwelling: Dwelling) -> bool:
        return dwelling.kind in WITH_BEDS

    def take(self, dwelling: Dwelling, name: str, since: date) -> Bed | None:
        """The bed of that name, or the first free one where none is named; the next row does not get it again."""
        for bed in sorted(self._beds[dwelling.pk], key=lambda one: (one.is_extra, len(one.name), one.name)):
            if (_called(bed, name) if name else not bed.is_extra) and self._is_free(bed, since):
                self._last[bed.pk].append(date.max)
                return bed
        return None

    def _is_free(self, bed: Bed, since: date) -> bool:
        stands = (bed.during.lower or date.min) <= since and bed.during.upper is None
        return stands and all(until <= since for until in self._last[bed.pk])


def _called(bed: Bed, name: str) -> bool:
    return folded(bed.name) == folded(name)
