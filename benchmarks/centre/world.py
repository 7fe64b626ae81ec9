"""What the parts of a generated centre share: its dice, its keys, its people and the institution itself."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import models
from psycopg.types.range import DateRange

from globa.facts.mapping import FOLDER as FACTS
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.households import Household
from globa.registry.involvement import Involvement, Purpose
from globa.registry.organisations import Belonging, Organisation, OrganisationKind
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.registry.recording import Recording

CODE = "generated-centre"
EMAIL = "bench@globa.example"
OPENED = date(2015, 1, 1)
RECORDS_SINCE = date(2019, 1, 1)
"""The whole of the first year is recorded, so that no figure of a later one waits for its records."""
Kind = TypeVar("Kind", bound=models.Model)


@dataclass(frozen=True)
class Size:
    services_a_year: int
    homes: int
    beds_a_home: int
    carers: int
    families: int
    workers: int
    meetings_a_course: int
    years: tuple[int, ...] = (2021, 2022, 2023)

    @property
    def begins(self) -> date:
        return date(self.years[0], 1, 1)

    @property
    def ends(self) -> date:
        return date(self.years[-1] + 1, 1, 1)


FULL = Size(services_a_year=10_000, homes=6, beds_a_home=8, carers=10, families=100, workers=45, meetings_a_course=10)
SMALL = Size(services_a_year=150, homes=2, beds_a_home=4, carers=4, families=10, workers=12, meetings_a_course=3)


@dataclass
class World:
    size: Size
    dice: random.Random
    institution: Organisation
    municipalities: list[Organisation]
    payers: list[Payer] = field(default_factory=list)
    hosts: list[Household] = field(default_factory=list)
    workers: dict[str, list[Person]] = field(default_factory=dict)
    carers: list[tuple[Person, Household]] = field(default_factory=list)
    guardians: list[tuple[Person, Household]] = field(default_factory=list)
    wards: list[tuple[Person, Household]] = field(default_factory=list)
    applicants: list[tuple[Person, Household]] = field(default_factory=list)
    children: list[Person] = field(default_factory=list)
    """Who lives or lived in a home or with a carer."""
    people: list[Person] = field(default_factory=list)
    files: list[Involvement] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)
    """These three wait to be written with the next rows."""
    _keys: int = 0
    _people: int = 0

    @classmethod
    def begin(cls, size: Size, seed: int) -> World:
        dice = random.Random(seed)
        municipalities = [_municipality(code, name) for code, name in (("alytus-city", "Alytus"), ("lazdijai", "Lazdijai"))]
        institution = Organisation(code=CODE, kind=OrganisationKind.INSTITUTION, name="Sugeneruotas šeimos centras", initials="SG")
        world = cls(size, dice, institution, municipalities)
        institution.pk = world.key()
        world.place(institution, below=municipalities[0])
        world.write([world.new(Recording, table=path.stem, since=RECORDS_SINCE) for path in sorted(FACTS.glob("*.sql"))])
        _reader(institution)
        return world

    def key(self) -> uuid.UUID:
        """The next key: UUIDv7 in the order of writing, as a running centre has them, but the same ones every time."""
        self._keys += 1
        moment = 1_609_459_200_000 + self._keys
        return uuid.UUID(int=moment << 80 | 7 << 76 | self.dice.getrandbits(12) << 64 | 2 << 62 | self.dice.getrandbits(62))

    def new(self, model: type[Kind], /, **fields: Any) -> Kind:
        return model(id=self.key(), organisation=self.institution, **fields)

    def write(self, rows: Sequence[models.Model]) -> None:
        """Write rows of one kind, whoever they name before them."""
        pending: tuple[list[Any], ...] = (self.households, self.people, self.files)
        for named in pending:
            _create(named)
            named.clear()
        _create(rows)

    def place(self, organisation: Organisation, *, below: Organisation) -> None:
        organisation.save(force_insert=True)
        Belonging.objects.create(organisation=organisation, parent=below, during=since(OPENED))

    def person(self, purpose: str, *, born: date | None, sex: str = "") -> Person:
        self._people += 1
        made = Person(
            id=self.key(), given_name="Vardenis", family_name=f"Pavardenis {self._people}", birth_date=born,
            sex=sex or self.dice.choices(["female", "male", "unknown"], [49, 49, 2])[0],
        )  # fmt: skip
        self.people.append(made)
        self.files.append(self.new(Involvement, person_id=made.pk, purpose=purpose, during=since(OPENED)))
        if self.dice.random() < 0.01:
            self._twin(made, purpose)
        return made

    def _twin(self, of: Person, purpose: str) -> None:
        """Somebody recorded twice and merged: the row that other rows name is the one that gave way."""
        twin = Person(id=self.key(), given_name="Vardenis", family_name=of.family_name, birth_date=of.birth_date, sex=of.sex)
        self.people.append(twin)
        self.files.append(self.new(Involvement, person_id=twin.pk, purpose=purpose, during=since(OPENED)))
        of.same_as = twin

    def adult(self, purpose: str) -> Person:
        return self.person(purpose, born=date(self.dice.randint(1955, 1998), self.dice.randint(1, 12), self.dice.randint(1, 28)))

    def child(self, *, before: date, youngest: int = 0, oldest: int = 16) -> Person:
        """Somebody of this age on a day; the birth date of one in fifty is not known."""
        born = before - timedelta(days=self.dice.randint(youngest * 365 + 30, oldest * 365))
        return self.person(Purpose.CARE, born=None if self.dice.random() < 0.02 else born)

    def household(self, name: str, *, country: str = "LT") -> Household:
        made = self.new(Household, name=name, country=country, municipality=self.dice.choice(self.municipalities))
        self.households.append(made)
        return made

    def day(self, begins: date, ends: date) -> date:
        return begins + timedelta(days=self.dice.randrange((ends - begins).days))

    def working_days(self, year: int, count: int) -> list[date]:
        days = [day for number in range(365) if (day := date(year, 1, 1) + timedelta(days=number)).weekday() < 5]
        return sorted(self.dice.choices(days, k=count))

    def as_recorded(self, person: Person) -> Person:
        """Who was recorded twice is named by either row."""
        return person.same_as if person.same_as and self.dice.random() < 0.5 else person


def _create(rows: Sequence[models.Model]) -> None:
    if rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=2000)


def since(day: date, until: date | None = None) -> DateRange:
    return DateRange(day, until)


def anyone(dice: random.Random, of: Sequence[Any], count: int) -> list[Any]:
    return dice.sample(of, min(count, len(of)))


def _municipality(code: str, name: str) -> Organisation:
    made, _new = Organisation.objects.get_or_create(code=code, defaults={"kind": OrganisationKind.MUNICIPALITY, "name": name})
    return made


def _reader(institution: Organisation) -> None:
    """The account that asks for the figures."""
    user, _new = User.objects.get_or_create(email=EMAIL, defaults={"name": "Bench"})
    Appointment.objects.create(user=user, organisation=institution, role=Role.HEAD, during=since(OPENED))
