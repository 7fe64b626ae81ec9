"""Places of homes and carers on a day: counted, taken, free, and beds above the counted ones. Five queries, however many homes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from globa.care.away import AwayTime
from globa.care.contracts import CarerContract
from globa.care.dwellings import WITH_BEDS, Capacity, Dwelling, DwellingKind
from globa.care.stays import Stay
from globa.journal.together import found_by
from globa.registry.access import visible_organisations
from globa.registry.accounts.users import User
from globa.registry.people import Person, Sex
from globa.web.dwellings.residents import leave_out


@dataclass
class Places:
    """`counted` is None where nobody recorded how many places there are."""

    dwelling: Dwelling
    counted: int | None = None
    stays: list[Stay] = field(default_factory=list)
    away: list[AwayTime] = field(default_factory=list)
    contract: CarerContract | None = None

    @property
    def taken(self) -> int:
        return len(self.stays)

    @property
    def of(self) -> int:
        return self.counted or 0

    @property
    def free(self) -> int:
        return max(0, self.of - self.taken)

    @property
    def above(self) -> int:
        return max(0, self.taken - self.of)

    @property
    def girls(self) -> int:
        return sum(stay.child.sex == Sex.FEMALE for stay in self.stays)

    @property
    def boys(self) -> int:
        return sum(stay.child.sex == Sex.MALE for stay in self.stays)

    @property
    def is_home(self) -> bool:
        return self.dwelling.kind == DwellingKind.COMMUNITY_HOME


@dataclass(frozen=True)
class Total:
    taken: int
    of: int
    free: int
    above: int


def total(places: Iterable[Places]) -> Total:
    known = list(places)
    return Total(*(sum(getattr(one, name) for one in known) for name in ("taken", "of", "free", "above")))


def places_on(user: User, on: date, only: Dwelling | None = None) -> list[Places]:
    """Of every home with beds that works on the day and is the user's to see; or of one, whether it works or not."""
    dwellings = Dwelling.objects.visible_to(user).filter(kind__in=WITH_BEDS).select_related("organisation", "household")
    dwellings = dwellings.filter(pk=only.pk) if only else dwellings.filter(during__contains=on)
    capacities = Capacity.objects.visible_to(user).filter(dwelling__in=dwellings.order_by().values("pk"), during__contains=on)
    found, counted = found_by(dwellings, capacities)
    places = {one.pk: Places(one) for one in found}
    for capacity in counted:
        places[capacity.dwelling_id].counted = capacity.places
    _take(places, user, on)
    return sorted(places.values(), key=lambda one: (not one.is_home, one.dwelling.code))


def _take(places: dict[uuid.UUID, Places], user: User, on: date) -> None:
    """
    Who lives there, who is away and which contract holds: all are counted, and whoever is not opened is left out at once.

    Places of a home are its capacity, those of a carer what the contract says.
    """
    own = {"organisation__in": visible_organisations(user)}
    contracts, stays, away = found_by(
        CarerContract.objects.on(on).filter(**own, dwelling__in=places),
        Stay.objects.on(on).filter(**own, dwelling__in=places).select_related("child", "bed__room"),
        AwayTime.objects.on(on).filter(**own, stay__dwelling__in=places).select_related("stay", "host_household"),
        counting=True,
    )
    shown = Person.objects.visible_to(user).in_bulk([*(one.carer_id for one in contracts), *(one.child_id for one in stays)])
    leave_out(stays, shown)
    for stay in stays:
        places[stay.dwelling_id].stays.append(stay)
    for time in away:
        places[time.stay.dwelling_id].away.append(time)
    for contract in contracts:
        if carer := shown.get(contract.carer_id):
            contract.carer = carer
            places[contract.dwelling_id].contract = contract
        places[contract.dwelling_id].counted = contract.places


def by_organisation(places: Sequence[Places]) -> list[tuple[str, list[Places], list[Places]]]:
    """Institution, its homes, its carers."""
    grouped: dict[str, list[Places]] = {}
    for one in places:
        grouped.setdefault(str(one.dwelling.organisation), []).append(one)
    return [(name, [one for one in of if one.is_home], [one for one in of if not one.is_home]) for name, of in sorted(grouped.items())]
