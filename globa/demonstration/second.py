"""A small foster centre in another municipality: its rows are nobody else's, and some things it records only since 2024."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from globa.casework.services import Help, record_many
from globa.demonstration import carers, children, guardians, organisations
from globa.demonstration.accounts import ACCOUNTS, SECOND
from globa.demonstration.organisations import plant
from globa.demonstration.representation import Bond, Register, represent
from globa.demonstration.services import written_down
from globa.demonstration.world import World, chance
from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Organisation
from globa.registry.organisations import OrganisationKind as Kind
from globa.registry.people import Person
from globa.vocabulary.calendar import is_working_day

SINCE = date(2018, 7, 2)
FOSTER_CENTRE = "druskininkai-foster-centre"
ALWAYS = ("units", "stays", "residences", "guardianships", "contracts", "places", "away_times", "statuses")
SINCE_2024 = ("services", "attendances", "events", "papers", "cases")
SERVICES_A_MONTH = 9


def found(world: World) -> World:
    """Put the second centre into the tree; return the world in which it is filled."""
    made = [
        Organisation(code=SECOND, kind=Kind.INSTITUTION, name="Pušyno šeimos centras", name_en="Pinewood family centre",
                     short_name="Pušyno šeimos centras", initials="DR", during=(SINCE, None)),
        Organisation(code=FOSTER_CENTRE, kind=Kind.FOSTER_CENTRE, name="Globos centras", name_en="Foster centre", during=(SINCE, None)),
    ]  # fmt: skip
    tree = plant(made, {SECOND: "druskininkai", FOSTER_CENTRE: SECOND}, world.tree, world.by)
    return World(tree[SECOND], tree, world.names, world.by, chance("second centre"), {"druskininkai": 100}, world.codes)


def fill(world: World) -> dict[str, Person]:
    """Two carers with five places, a handful of children and families; return the worker by name."""
    organisations.record_since(world, ALWAYS)
    organisations.record_since(world, SINCE_2024, date(2024, 1, 1))
    contracted = carers.sign(world, "second_contracts.csv", "druskininkai-carer")
    residences = children.read(world, "second_placements.csv")
    world.settle()
    carers.place(world, contracted, residences)
    register = Register(world)
    for residence in residences:
        represent(register, residence, "foster_centre")
    bonds = _with_carers(contracted, residences) + guardians.known_for_years(register, 1, 2, 1)
    coordinator = _coordinator(world)
    world.settle()
    register.save()
    _help(world, coordinator, bonds)
    return {coordinator.name: coordinator}


def _with_carers(contracted: dict[str, carers.Carer], residences: Sequence[children.Residence]) -> list[Bond]:
    return [bond for residence in residences for bond in carers.bonds(contracted, residence)]


def _coordinator(world: World) -> Person:
    account = next(account for account in ACCOUNTS if account.organisation == SECOND)
    return world.named(account.given_name, account.family_name, account.sex, account.born, SINCE)


def _help(world: World, worker: Person, bonds: Sequence[Bond]) -> None:
    random = chance("services of the second centre")
    kinds = [CatalogueService.objects.get(code=code) for code in ("consultation", "home_visit", "information")]
    days = [date(2024, 1, 2) + timedelta(days=number) for number in range(364)]
    working = [day for day in days if is_working_day(day)]
    given = []
    for on in sorted(random.choice(working) for _one in range(12 * SERVICES_A_MONTH)):
        bond = random.choice([bond for bond in bonds if bond.holds_on(on)])
        kind = random.choice(kinds)
        setting = "home" if kind.code == "home_visit" else random.choice(("phone", "centre"))
        whom = [(bond.family.first, bond.role, bond.family.household), (bond.child, "child", bond.family.household)]
        minutes, recipients = random.choice((30, 45, 60)), whom[: random.randint(1, 2)]
        given.append(Help(kind, on, minutes, setting, worker, "foster_coordinator", recipients, recorded_on=written_down(on)))
    record_many(organisation=world.centre, given=given, by=world.by)
