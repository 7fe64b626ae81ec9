"""Guardian families: those that took a child from the centre's care, and those known for years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from globa.demonstration.children import day, of_age_on, rows
from globa.demonstration.names import FamilyName
from globa.demonstration.representation import FORESEEN, Bond, Register
from globa.demonstration.world import LAST_DAY, Family, World
from globa.registry.households import HouseholdRole
from globa.registry.involvement import Purpose
from globa.registry.people import Person

RELATIONS = {"close_relative": "grandparent", "kin": "aunt_or_uncle"}
ABROAD = {"IT": "Šeima Italijoje", "NO": "Šeima Norvegijoje", "DE": "Šeima Vokietijoje"}
NOT_OF_AGE = date(2009, 2, 1)
# Families of the list from this number on were guardians before 2023 and go on.
LONG = 12


def take_over(register: Register, children: Mapping[str, Person], ended: Mapping[str, date]) -> tuple[dict[str, Family], list[Bond]]:
    """Appoint the families of the list on the day on which the centre's own guardianship of their children ended."""
    families, bonds = {}, []
    for row in rows("new_families.csv"):
        wards = [(children[key], ended[key]) for key in row["children"].split()]
        family = families[row["key"]] = _new_family(register.world, row, wards)
        for ward, since in wards:
            bonds += _appoint(register, family, ward, (since, day(row["permanent_on"]), None), row["kind"], row["relation"])
    return families, bonds


def _new_family(world: World, row: dict[str, str], wards: list[tuple[Person, date]]) -> Family:
    concluded = day(row["concluded_on"])
    # They came to the training some months before the conclusion about them was written.
    since = concluded - timedelta(days=200) if concluded else min(began for _ward, began in wards)
    if row["country"] != "LT":
        family = world.family(world.names.family(), [], since, "", row["country"])
        family.household.name = ABROAD[row["country"]]
        return family
    adults_of = _adults(world, row["relation"], row["adults"], since, [ward for ward, _since in wards])
    return world.family(*adults_of, since, world.somewhere())


def _appoint(
    register: Register,
    family: Family,
    ward: Person,
    days: tuple[date, date | None, date | None],
    kind: str,
    relation: str,
    ended_by: str = "",
) -> list[Bond]:
    """Guardianship by a family: temporary until the court's ruling, if there is one. `days`: since, ruling, until."""
    since, ruling, until = days
    guardian = family.first if family.adults else None
    who = {"household": family.household, "guardian": guardian, "relation": relation}
    if kind == "temporary" and ruling and (until is None or ruling < until):
        register.add(ward, "temporary", "family", since, ruling, "changed_guardian", **who)
        register.add(ward, "permanent", "family", ruling, until, ended_by, **who)
    else:
        register.add(ward, kind, "family", since, until, ended_by, **who)
    if not family.adults:
        return []
    grown = of_age_on(ward)
    until = min(until or grown, grown) if until or grown <= FORESEEN else None
    register.world.live_in(family.household, ward, since, until, HouseholdRole.WARD)
    return [Bond(ward, family, "guardian", since, until)]


def _adults(world: World, relation: str, kind: str, since: date, wards: list[Person]) -> tuple[FamilyName, list[Person]]:
    surname = world.names.family()
    age = {"close_relative": (52, 68), "kin": (32, 52), "non_kin": (30, 55)}[relation]
    born = since - timedelta(days=world.random.randint(age[0] * 365, age[1] * 365))
    adults = [world.person(surname, "female", born, since=since, purpose=Purpose.GUARDIANSHIP, is_married=True)]
    if kind == "couple":
        his = born - timedelta(days=world.random.randint(-700, 1800))
        adults.append(world.person(surname, "male", his, since=since, purpose=Purpose.GUARDIANSHIP))
        world.relate(adults[0], "spouse", adults[1:])
    if relation in RELATIONS:
        world.relate(adults[0], RELATIONS[relation], wards)
    return surname, adults


def settle(register: Register, families: int, wards: int) -> list[Bond]:
    """
    Make the families that complete the counts of 2023, and a few that were guardians only before or only after it.

    So many families and wards have a guardianship in force at any time of 2023.
    """
    sizes = _sizes(families, wards)
    register.world.random.shuffle(sizes)
    bonds = []
    for number, size in enumerate(sizes):
        bonds += _settled(register, size, *_span(register.world, number))
    for number in range(6):
        bonds += _settled(register, 1 + number % 2, *_only_before(register.world))
        bonds += _settled(register, 1 + number % 3 // 2, *_only_after(register.world))
    return bonds


def known_for_years(register: Register, *sizes: int) -> list[Bond]:
    """Families of so many wards each, guardians since long and still."""
    return [bond for size in sizes for bond in _settled(register, size, *_span(register.world, LONG))]


def related(register: Register, relation: str, sizes: Iterable[int]) -> list[Bond]:
    """Families of one relation with so many wards each, guardians since long and still."""
    return [bond for size in sizes for bond in _settled(register, size, *_span(register.world, LONG), relation)]


def _sizes(families: int, wards: int) -> list[int]:
    """Most families have one ward, some brothers and sisters."""
    sizes, more = [1] * families, wards - families
    for number, extra in enumerate([4, 2, 2, 2, 2, 2, *([1] * families)][:families]):
        taken = min(extra, more)
        sizes[number] += taken
        more -= taken
    return sizes


def _span(world: World, number: int) -> tuple[date, date | None]:
    """A few families began in 2023, a few ended in it, a few in 2024; most were there before and go on."""
    long_ago = _between(world, date(2013, 2, 1), date(2022, 11, 15))
    if number < 4:
        return _between(world, date(2023, 2, 6), date(2023, 11, 24)), None
    if number < 7:
        return long_ago, _between(world, date(2023, 3, 1), date(2023, 12, 8))
    if number < LONG:
        return long_ago, _between(world, date(2024, 2, 1), date(2024, 12, 6))
    return long_ago, None


def _only_before(world: World) -> tuple[date, date | None]:
    return _between(world, date(2014, 3, 1), date(2021, 6, 1)), _between(world, date(2022, 2, 1), date(2022, 12, 9))


def _only_after(world: World) -> tuple[date, date | None]:
    return _between(world, date(2024, 1, 15), date(2024, 11, 15)), None


def _settled(register: Register, size: int, since: date, until: date | None, relation: str = "") -> list[Bond]:
    world = register.world
    relation = relation or world.random.choices(("close_relative", "kin", "non_kin"), (46, 24, 30))[0]
    adults = "couple" if relation == "non_kin" or world.random.random() < 0.5 else "woman"
    wards = _wards(world, size, since)
    name, grown = _adults(world, relation, adults, since, wards)
    family = world.family(name, grown, since, world.somewhere())
    ruling = since + timedelta(days=world.random.randint(120, 345))
    ended_by = world.random.choice(("returned_to_parents", "returned_to_parents", "other")) if until else ""
    days = (since, ruling if ruling <= LAST_DAY else None, until)
    return [bond for ward in wards for bond in _appoint(register, family, ward, days, "temporary", relation, ended_by)]


def _wards(world: World, size: int, since: date) -> list[Person]:
    surname = world.names.family()
    made = [world.person(surname, world.random.choice(("female", "male")), born, since=since) for born in _births(world, size, since)]
    for one, other in pairwise(made):
        world.relate(one, "sibling", [other])
    return made


def _births(world: World, size: int, since: date) -> list[date]:
    """Years apart, or twins. Some firstborn come of age in 2023 or 2024; nobody else does before the records end."""
    newest = _between(world, since - timedelta(days=4 * 365), since - timedelta(days=40))
    births = [max(min(newest, date(2021, 6, 1)), NOT_OF_AGE)]
    for _sibling in range(size - 1):
        earlier = births[-1] - timedelta(days=world.random.randint(420, 1100))
        births.append(earlier if earlier >= NOT_OF_AGE else births[-1])
    if since.year < 2020 and world.random.random() < 0.15:
        births[-1] = _between(world, date(2005, 2, 10), date(2006, 11, 20))
    return births


def _between(world: World, first: date, last: date) -> date:
    return first + timedelta(days=world.random.randint(0, max((last - first).days, 0)))
