"""The families that a worker goes along with, and how long nobody has talked with them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from globa.care.contracts import CarerContract
from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.casework.services import Recipient
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.households import Household
from globa.registry.people import Person
from globa.web.today.dots import Dots, dots_of
from globa.web.today.rows import Row

A_WHILE = 30
"""After so many days without a service a family has not been talked with for long."""
TENS = 6


@dataclass
class Family:
    """`first` is whose file opens for the family: its carer, else its first child."""

    household: Household
    carers: list[Person] = field(default_factory=list)
    children: list[Person] = field(default_factory=list)
    last: date | None = None

    @property
    def first(self) -> Person:
        return (*self.carers, *self.children)[0]

    def days(self, on: date) -> int | None:
        return (on - self.last).days if self.last else None

    def is_quiet(self, on: date) -> bool:
        days = self.days(on)
        return days is None or days > A_WHILE


@dataclass(frozen=True)
class Families:
    on: date
    all: list[Family]

    @property
    def quiet(self) -> list[Family]:
        """The longest first; with whom nobody ever talked before all others."""
        return sorted((one for one in self.all if one.is_quiet(self.on)), key=lambda one: (one.last or date.min, one.household.name))

    @property
    def children(self) -> int:
        return len({child.pk for one in self.all for child in one.children})

    @property
    def dots(self) -> Dots:
        return dots_of([one.days(self.on) for one in self.all], A_WHILE)

    @property
    def said(self) -> str:
        """The small picture in words: how many were talked with in the last ten days, in the ten before, and so on."""
        days = [one.days(self.on) for one in self.all]
        counts = [sum(day is not None and day // 10 == ten for day in days) for ten in range(TENS)]
        stretches = [*(f"{10 * ten}–{10 * ten + 9}" for ten in range(TENS)), f"{10 * TENS}+"]
        said = zip(stretches, [*counts, len(days) - sum(counts)], strict=True)
        return ", ".join(_("%(days)s days: %(count)s") % {"days": stretch, "count": count} for stretch, count in said)


def families_of(user: User, on: date) -> Families:
    """
    Families of those to whom the worker is assigned: with a guardianship or a carer's contract today.

    Seven queries, however many they are: keys first and names afterwards, for a join would ask of every row whether it is opened.
    """
    mine = list(Assignment.objects.visible_to(user).on(on).filter(user=user).values_list("person", flat=True))
    kept: dict[uuid.UUID, Kept] = {}
    ships = Guardianship.objects.visible_to(user).on(on).filter(Q(child__in=mine) | Q(guardian__in=mine), household__isnull=False)
    for household, child, guardian in ships.values_list("household", "child", "guardian"):
        one = kept.setdefault(household, Kept())
        one.children.append(child)
        one.carers += [guardian] if guardian and guardian not in one.carers else []
    _add_carers(kept, mine, user, on)
    return Families(on, sorted(_named(kept), key=lambda one: one.household.name))


@dataclass
class Kept:
    """Who belongs to one household, by their keys."""

    carers: list[uuid.UUID] = field(default_factory=list)
    children: list[uuid.UUID] = field(default_factory=list)


def _add_carers(kept: dict[uuid.UUID, Kept], mine: list[uuid.UUID], user: User, on: date) -> None:
    contracts = CarerContract.objects.visible_to(user).on(on).filter(carer__in=mine).values_list("household", "carer", "dwelling")
    at: dict[uuid.UUID, Kept] = {}
    for household, carer, dwelling in contracts:
        at[dwelling] = kept.setdefault(household, Kept())
        at[dwelling].carers.append(carer)
    stays = Stay.objects.visible_to(user).on(on).filter(dwelling__in=list(at))
    for dwelling, child in stays.values_list("dwelling", "child"):
        at[dwelling].children.append(child)


def _named(kept: dict[uuid.UUID, Kept]) -> list[Family]:
    """With the names that the database opens, and the day on which each family was last given a service."""
    households = Household.objects.in_bulk(list(kept))
    people = Person.objects.in_bulk([pk for one in kept.values() for pk in (*one.carers, *one.children)])
    talked = Recipient.objects.filter(household__in=list(kept), service__withdrawn_on=None).order_by().values("household")
    last = {row["household"]: row["last"] for row in talked.annotate(last=Max("service__happened_on"))}
    found = []
    for pk, one in kept.items():
        carers = [people[key] for key in one.carers if key in people]
        children = [people[key] for key in one.children if key in people]
        if pk in households and (carers or children):
            found.append(Family(households[pk], carers, children, last.get(pk)))
    return found


def as_rows(families: list[Family], on: date) -> list[Row]:
    return [_row(family, on) for family in families]


def _row(family: Family, on: date) -> Row:
    names = ", ".join(str(person) for person in (*family.carers, *family.children))
    basis = _("last service %(day)s") % {"day": family.last.isoformat()} if family.last else _("no service yet")
    return Row(family.household.name, reverse("people-person", args=[family.first.pk]), on, None, names, family.first.pk, basis)
