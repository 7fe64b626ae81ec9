"""
The smallest world a test needs, made with the verbs of the rooms.

`place()` and `unit_of()` write shared tables and run as the owner; everything else runs as whoever the test is,
inside `acting(place.worker)`. The fixtures `here` and `elsewhere` are in tests/fixtures.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from globa.care.contracts import CarerContract, open_contract
from globa.care.dwellings import Bed, Dwelling, DwellingKind
from globa.care.stays import Origin, Stay, admit
from globa.casework.groups import Event, hold
from globa.casework.services import Help, Service, record
from globa.planning.ledger import Basis, EconomicItem, Entry, FundingSource
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.catalogue import CatalogueService
from globa.registry.households import Household, HouseholdRole, Member
from globa.registry.organisations import Belonging, Organisation
from globa.registry.papers import Paper, PaperKind
from globa.registry.payers import Payer, PayerKind
from globa.registry.people import Person
from globa.registry.registering import register
from globa.registry.staff import Post, PostHolding

SINCE = date(2020, 1, 1)
DAY = date(2023, 5, 10)


@dataclass(frozen=True)
class Place:
    """An institution and somebody who works there."""

    organisation: Organisation
    worker: User


def place(code: str, *, kind: str = "institution", under: str = "alytus-city", initials: str = "") -> Place:
    organisation = Organisation.objects.create(code=code, kind=kind, name=code.capitalize(), initials=initials)
    Belonging.objects.create(organisation=organisation, parent=Organisation.objects.get(code=under), during=(None, None))
    return Place(organisation, account(f"worker@{code}.example", organisation))


def account(email: str, organisation: Organisation, role: str = Role.FOSTER_COORDINATOR, since: date = SINCE) -> User:
    user = User.objects.create_user(email, name=email.split("@")[0])
    Appointment.objects.create(user=user, organisation=organisation, role=role, during=(since, None))
    return user


def unit_of(at: Place, code: str, kind: str = "home_group") -> Organisation:
    unit = Organisation.objects.create(code=code, kind=kind, name=code.capitalize())
    Belonging.objects.create(organisation=unit, parent=at.organisation, during=(None, None))
    return unit


def person(at: Place, given_name: str = "Ona", *, since: date = SINCE, **details: Any) -> Person:
    return register(organisation=at.organisation, by=at.worker, since=since, given_name=given_name, **details)


def child(at: Place, given_name: str = "Jonas", born: date = date(2012, 3, 4), **details: Any) -> Person:
    return person(at, given_name, birth_date=born, **details)


def home(at: Place, code: str = "home-1", *, beds: int = 2, kind: str = DwellingKind.COMMUNITY_HOME, **details: Any) -> Dwelling:
    dwelling = Dwelling.objects.create(organisation=at.organisation, code=code, kind=kind, name=code, during=(SINCE, None), **details)
    Bed.objects.bulk_create(
        Bed(organisation=at.organisation, dwelling=dwelling, name=str(number + 1), during=(SINCE, None)) for number in range(beds)
    )
    return dwelling


def bed(dwelling: Dwelling, name: str = "1") -> Bed:
    return dwelling.beds.get(name=name)


def stay(at: Place, who: Person | None = None, where: Bed | None = None, *, on: date = SINCE, origin: str = Origin.PARENTS) -> Stay:
    return admit(child=who or child(at), bed=where or bed(home(at)), on=on, origin=origin, by=at.worker)


def household(at: Place, name: str = "Family", *members: Person, **details: Any) -> Household:
    family = Household.objects.create(organisation=at.organisation, name=name, **details)
    Member.objects.bulk_create(
        Member(organisation=at.organisation, household=family, person=member, role=HouseholdRole.ADULT, during=(SINCE, None))
        for member in members
    )
    return family


def contract(at: Place, *, places: int = 2, since: date = SINCE, code: str = "carer-1", **details: Any) -> CarerContract:
    """An on-duty carer with a household, a home and its places."""
    carer = person(at, "Rasa")
    return open_contract(
        carer=carer,
        household=household(at, code, carer),
        dwelling=home(at, code, beds=0, kind=DwellingKind.ON_DUTY_CARER),
        places=places,
        since=since,
        by=at.worker,
        **details,
    )


def help_given(
    at: Place,
    *recipients: Person,
    on: date = DAY,
    kind: str = "consultation",
    minutes: int = 60,
    role: str = "foster_coordinator",
    **details: Any,
) -> Help:
    return Help(
        kind=CatalogueService.objects.get(code=kind),
        happened_on=on,
        minutes=minutes,
        setting=details.pop("setting", "home"),
        provider=details.pop("provider", None) or person(at, "Darbuotoja"),
        provider_role=role,
        recipients=[(one, "child", None) for one in recipients or (child(at),)],
        **details,
    )


def service(at: Place, *recipients: Person, **details: Any) -> Service:
    return record(organisation=at.organisation, given=help_given(at, *recipients, **details), by=at.worker)


def event(at: Place, *people: Person, kind: str = "self_help_group", on: date = DAY, unnamed: int = 0, **details: Any) -> Event:
    attended: Sequence[tuple[Person, str, Household | None]] = [(one, "guardian", None) for one in people]
    filled: dict[str, Any] = {"title": kind, "minutes": 90, "by": at.worker, "attended": attended, "unnamed_heads": unnamed}
    return hold(organisation=at.organisation, kind=kind, on=on, **filled | details)


def paper(at: Place, kind: str = PaperKind.OTHER, on: date = DAY, **details: Any) -> Paper:
    return Paper.objects.create(organisation=at.organisation, kind=kind, issued_on=on, **details)


def payer(at: Place, code: str = "project", kind: str = PayerKind.EU_PROJECT) -> Payer:
    return Payer.objects.create(organisation=at.organisation, code=code, name=code, kind=kind, during=(SINCE, None))


def post(at: Place, title: str = "social_worker") -> Post:
    return Post.objects.create(organisation=at.organisation, title=title, group="social_work", levels=["A"], during=(SINCE, None))


def holding(at: Place, *, fte: str = "1", worker: Person | None = None, of: Post | None = None) -> PostHolding:
    return PostHolding.objects.create(
        organisation=at.organisation, post=of or post(at), worker=worker or person(at), fte=Decimal(fte), during=(SINCE, None)
    )


def versions_of(record: models.Model) -> list[Any]:
    """The history of a record, oldest first."""
    return list(record.events.order_by("pgh_id"))  # type: ignore[attr-defined]


def entry(at: Place, amount: str = "10.00", *, item: str = "211111", source: str = "15101", on: date = DAY, **details: Any) -> Entry:
    """An entry that is not booked yet."""
    named = {"item": EconomicItem.objects.get(code=item), "source": FundingSource.objects.get(code=source)}
    return Entry(**{"organisation": at.organisation, "booked_on": on, "basis": Basis.CASH, "amount": Decimal(amount), **named, **details})
