"""As what somebody receives a service on a day, and of which family: read from what is recorded, not asked again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Q

from globa.care.contracts import CarerContract
from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.casework.services import RecipientRole
from globa.registry.households import Household, HouseholdRole, Member
from globa.registry.involvement import Involvement, Purpose
from globa.registry.norms import Norm
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.relations import INVERSE, Relation, RelationKind

BY_PURPOSE: dict[str, RecipientRole] = {
    Purpose.GUARDIANSHIP: RecipientRole.GUARDIAN,
    Purpose.TRAINING: RecipientRole.APPLICANT,
    Purpose.WORK: RecipientRole.WORKER,
}


@dataclass(frozen=True)
class AsRecipient:
    person: Person
    role: RecipientRole
    household: Household | None

    @property
    def row(self) -> tuple[Person, str, Household | None]:
        return self.person, self.role, self.household


@dataclass
class _Known:
    """What the records of the day say of each person, by their id."""

    carers: dict[uuid.UUID, Household | None] = field(default_factory=dict)
    children: dict[uuid.UUID, Household | None] = field(default_factory=dict)
    guardians: dict[uuid.UUID, Household | None] = field(default_factory=dict)
    members: dict[uuid.UUID, Household | None] = field(default_factory=dict)
    parents: set[uuid.UUID] = field(default_factory=set)
    purposes: dict[uuid.UUID, str] = field(default_factory=dict)
    of_age: Decimal = Decimal(0)
    """From how many years on somebody is grown up on that day."""


def as_recipients(people: Sequence[Person], *, on: date, organisation: Organisation) -> list[AsRecipient]:
    """Return everybody in the given order; eight queries, however many they are."""
    if not people:
        return []
    known = _known([person.pk for person in people], on, organisation)
    return [_as_recipient(person, known, on) for person in people]


def _as_recipient(person: Person, known: _Known, on: date) -> AsRecipient:
    for role, among in (
        (RecipientRole.ON_DUTY_CARER, known.carers),
        (RecipientRole.CHILD, known.children),
        (RecipientRole.GUARDIAN, known.guardians),
    ):
        if person.pk in among:
            return AsRecipient(person, role, among[person.pk] or known.members.get(person.pk))
    return AsRecipient(person, _otherwise(person, known, on), known.members.get(person.pk))


def _otherwise(person: Person, known: _Known, on: date) -> RecipientRole:
    age = person.age_on(on)
    if age is not None and age < known.of_age:
        return RecipientRole.CHILD
    if person.pk in known.parents:
        return RecipientRole.PARENT
    purpose = known.purposes.get(person.pk, "")
    if purpose == Purpose.CARE:
        return RecipientRole.OTHER if age is not None else RecipientRole.CHILD
    return BY_PURPOSE.get(purpose, RecipientRole.OTHER)


def _known(ids: list[uuid.UUID], on: date, organisation: Organisation) -> _Known:
    known = _Known(of_age=Norm.objects.coming_of_age().on(on))
    own = Q(organisation=organisation)
    stays = list(Stay.objects.on(on).filter(own, child__in=ids).select_related("dwelling__household"))
    homes: dict[uuid.UUID, Household] = {}
    signed = Q(carer__in=ids) | Q(dwelling__in=[stay.dwelling_id for stay in stays])
    for contract in CarerContract.objects.on(on).filter(own, signed).select_related("household"):
        homes[contract.dwelling_id] = contract.household
        if contract.carer_id in ids:
            known.carers[contract.carer_id] = contract.household
    for stay in stays:
        known.children[stay.child_id] = stay.dwelling.household or homes.get(stay.dwelling_id)
    for ship in Guardianship.objects.on(on).filter(own, Q(child__in=ids) | Q(guardian__in=ids)).select_related("household"):
        known.children[ship.child_id] = known.children.get(ship.child_id) or ship.household
        if ship.guardian_id:
            known.guardians[ship.guardian_id] = ship.household
    _add_members(known, ids, on, own)
    kinds = (RelationKind.PARENT, INVERSE[RelationKind.PARENT])
    for relation in Relation.objects.filter(own, Q(person__in=ids) | Q(other__in=ids), kind__in=kinds):
        known.parents.add(relation.person_id if relation.kind == RelationKind.PARENT else relation.other_id)
    for person_id, purpose in Involvement.objects.filter(own, person__in=ids).order_by("during").values_list("person_id", "purpose"):
        known.purposes[person_id] = purpose
    return known


def _add_members(known: _Known, ids: list[uuid.UUID], on: date, own: Q) -> None:
    """A grown-up of a household where somebody is under guardianship is a guardian."""
    members = list(Member.objects.filter(own, person__in=ids, during__contains=on).select_related("household"))
    guarding = set(
        Guardianship.objects.on(on)
        .filter(own, household__in={member.household_id for member in members})
        .values_list("household_id", flat=True)
    )
    for member in members:
        known.members[member.person_id] = member.household
        if member.role == HouseholdRole.ADULT and member.household_id in guarding:
            known.guardians.setdefault(member.person_id, member.household)


def family_of(recipients: Sequence[AsRecipient], *, on: date, organisation: Organisation) -> list[Person]:
    """Return others of the same families: who lives with them, is under their guardianship, is brother or sister."""
    own = Q(organisation=organisation)
    chosen = {one.person.pk for one in recipients}
    households = {one.household.pk for one in recipients if one.household}
    ids: list[uuid.UUID] = []
    if households:
        ids += CarerContract.objects.on(on).filter(own, household__in=households).values_list("carer_id", flat=True)
        ids += Member.objects.filter(own, household__in=households, during__contains=on).values_list("person_id", flat=True)
        ids += Guardianship.objects.on(on).filter(own, household__in=households).values_list("child_id", flat=True)
        lived_at = Q(dwelling__household__in=households) | Q(dwelling__contracts__household__in=households)
        ids += Stay.objects.on(on).filter(own, lived_at).values_list("child_id", flat=True)
    ids += _near(chosen, own)
    return _in_order([pk for pk in dict.fromkeys(ids) if pk not in chosen])


def _near(chosen: set[uuid.UUID], own: Q) -> Iterable[uuid.UUID]:
    kinds = (RelationKind.SIBLING, RelationKind.PARENT, RelationKind.CHILD)
    for relation in Relation.objects.filter(own, Q(person__in=chosen) | Q(other__in=chosen), kind__in=kinds):
        yield relation.other_id if relation.person_id in chosen else relation.person_id


def _in_order(ids: list[uuid.UUID]) -> list[Person]:
    found = Person.objects.surviving().in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
