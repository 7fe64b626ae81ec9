"""What the parts of the demonstration share: the centre, the names that are given away, the people waiting to be registered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from django.db import connection, models
from stdnum.lt import asmens

from globa.demonstration.names import FamilyName, Names
from globa.journal.operations import Actor, operation
from globa.registry.households import Household, HouseholdRole, Member
from globa.registry.involvement import Purpose
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.premises import Address
from globa.registry.registering import register_many
from globa.registry.relations import Relation

FIRST_DAY = date(2022, 1, 1)
LAST_DAY = date(2024, 12, 31)
# Parts before the wholes that point to them.
IN_ORDER: tuple[type[models.Model], ...] = (Address, Household, Member, Relation)


def chance(topic: str) -> Random:
    """Each topic has its own fixed sequence, so that a change to one leaves the others as they were."""
    return Random(f"globa 2023: {topic}")


@dataclass
class Family:
    """A household with its adults, and the name that its children bear."""

    name: FamilyName
    household: Household
    adults: list[Person]

    @property
    def first(self) -> Person:
        return self.adults[0]


@dataclass
class World:
    """One organisation while it is filled."""

    centre: Organisation
    tree: dict[str, Organisation]
    names: Names
    by: Actor | None
    random: Random
    # Where its families live, and of a hundred how many.
    municipalities: dict[str, int]
    codes: set[str] = field(default_factory=set)
    people: list[tuple[Person, str, date]] = field(default_factory=list)
    waiting: list[models.Model] = field(default_factory=list)

    def person(
        self,
        name: FamilyName,
        sex: str,
        born: date,
        *,
        since: date,
        purpose: str = Purpose.CARE,
        is_married: bool = False,
    ) -> Person:
        given, surname = self.names.full(name, sex, is_grown=born.year < 2000, is_married=is_married)
        person = Person(given_name=given, family_name=surname, sex=sex, birth_date=born)
        if self.random.random() < 0.6:
            self._give_code(person, born)
        self.people.append((person, purpose, max(since, born)))
        return person

    def named(self, given: str, surname: str, sex: str, born: date, since: date) -> Person:
        """Somebody whose name is given and not drawn: the person behind an account."""
        person = Person(given_name=given, family_name=surname, sex=sex, birth_date=born)
        self.people.append((person, Purpose.WORK, since))
        return person

    def somewhere(self) -> str:
        return self.random.choices(list(self.municipalities), list(self.municipalities.values()))[0]

    def _give_code(self, person: Person, born: date) -> None:
        """A code that nobody bears: its sequence number is 000, so only one person of a day and sex may have it."""
        code = code_that_nobody_bears(person.sex, born)
        if code not in self.codes:
            self.codes.add(code)
            person.set_personal_code(code)

    def family(self, name: FamilyName, adults: list[Person], since: date, municipality: str, country: str = "LT") -> Family:
        household = Household(
            organisation=self.centre,
            name=name.family,
            municipality=self.tree.get(municipality),
            country=country,
            address=self.address(municipality) if country == "LT" else None,
        )
        self.waiting.append(household)
        for adult in adults:
            self.live_in(household, adult, since)
        return Family(name, household, adults)

    def live_in(
        self, household: Household, person: Person, since: date, until: date | None = None, role: str = HouseholdRole.ADULT
    ) -> None:
        self.waiting.append(Member(organisation=self.centre, household=household, person=person, role=role, during=(since, until)))

    def relate(self, person: Person, kind: str, others: Iterable[Person]) -> None:
        self.waiting.extend(Relation(organisation=self.centre, person=person, kind=kind, other=other) for other in others)

    def address(self, municipality: str, street: str = "", house: str = "", flat: str = "") -> Address:
        made = Address(
            organisation=self.centre,
            street=street or self.random.choice(STREETS),
            house=house or str(self.random.randint(1, 98)),
            flat=flat or ("" if street else self.random.choice(("", str(self.random.randint(1, 60))))),
            place=TOWNS.get(municipality, "Alytus"),
            municipality=self.tree.get(municipality),
        )
        self.waiting.append(made)
        return made

    def settle(self) -> None:
        """Register everybody who waits, then the households, members and relations that point to them."""
        if self.people:
            register_many(organisation=self.centre, people=self.people, by=self.by)
        for model in IN_ORDER:
            keep("demonstration.families", [record for record in self.waiting if type(record) is model], self.by)
        self.people.clear()
        self.waiting.clear()


def keep(verb: str, records: Sequence[models.Model], by: Actor | None) -> None:
    """Save records of one kind as one operation."""
    if records:
        with operation(verb, by=by, about=records[0]):
            type(records[0])._default_manager.bulk_create(records)


def measure(*recorded: type[models.Model]) -> None:
    """Let the planner know how large the tables are, so that the first pages are not answered with the plans of empty ones."""
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in recorded)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def code_that_nobody_bears(sex: str, born: date) -> str:
    century = 3 if born.year < 2000 else 5
    digits = f"{century + (sex == 'female')}{born:%y%m%d}000"
    return digits + asmens.calc_check_digit(digits)


# Streets of no real town.
STREETS = (
    "Ąžuolvietės g.", "Baltmiškio g.", "Dobilupės g.", "Eglynkelio g.", "Girioniškės g.", "Jievaraičių g.", "Klevabalės g.",
    "Linverpių g.", "Meldupio g.", "Obelynės g.", "Paberžupio g.", "Rasakalnio g.", "Rūkupio g.", "Saulėgrąžų g.",
    "Šilabalės g.", "Smiltpievių g.", "Uosvingio g.", "Vėjarodžio g.", "Viržynkalnio g.", "Žvirgždupės g.",
)  # fmt: skip
TOWNS = {
    "alytus-city": "Alytus", "alytus-district": "Miklusėnai", "lazdijai": "Lazdijai", "druskininkai": "Druskininkai",
    "visaginas": "Visaginas",
}  # fmt: skip
