"""On-duty carers, their contracts and homes, and the children who live with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from globa.care.contracts import CarerContract, open_contract
from globa.care.dwellings import Bed, Dwelling
from globa.care.stays import Stay, record_many
from globa.demonstration.children import Residence, rows
from globa.demonstration.organisations import paper
from globa.demonstration.representation import Bond
from globa.demonstration.world import Family, World, keep
from globa.registry.households import HouseholdRole
from globa.registry.involvement import Purpose
from globa.registry.papers import Paper


@dataclass
class Carer:
    """A carer's family with its home; `number` is its place in the list, and in the code of the home."""

    number: str
    family: Family
    row: dict[str, str]
    dwelling: Dwelling
    beds: list[Bed]


def sign(world: World, name: str, prefix: str) -> dict[str, Carer]:
    """Contract the carers of a list; return them by number."""
    listed = rows(name)
    families = {row["key"]: _family(world, row) for row in listed}
    world.settle()
    papers = {row["key"]: paper(world, "contract", f"BG-{number}", _since(row)) for number, row in enumerate(listed, 1)}
    keep("demonstration.carers", list(papers.values()), world.by)
    dwellings = {row["key"]: _home(world, row, families[row["key"]], prefix) for row in listed}
    keep("demonstration.carers", list(dwellings.values()), world.by)
    carers = {}
    for row in listed:
        contract = _contract(world, row, families[row["key"]], dwellings[row["key"]], papers[row["key"]])
        number = _number(row)
        carers[number] = Carer(number, families[row["key"]], row, contract.dwelling, list(contract.dwelling.beds.order_by("name")))
    return carers


def _number(row: dict[str, str]) -> str:
    return str(int(row["key"][1:]))


def _since(row: dict[str, str]) -> date:
    return date.fromisoformat(row["since"])


def _family(world: World, row: dict[str, str]) -> Family:
    surname, since = world.names.family(), date.fromisoformat(row["concluded_on"])
    born = date.fromisoformat(row["born"])
    adults = [world.person(surname, "female", born, since=since, purpose=Purpose.GUARDIANSHIP, is_married=True)]
    if row["adults"] == "couple":
        his = born.replace(year=born.year - 2, day=11)
        adults.append(world.person(surname, "male", his, since=since, purpose=Purpose.GUARDIANSHIP))
        world.relate(adults[0], "spouse", adults[1:])
    return world.family(surname, adults, since, row["municipality"])


def _home(world: World, row: dict[str, str], family: Family, prefix: str) -> Dwelling:
    return Dwelling(
        organisation=world.centre,
        code=f"{prefix}-{_number(row)}",
        kind="on_duty_carer",
        name=family.first.name,
        household=family.household,
        address=family.household.address,
        during=(_since(row), None),
    )


def _contract(world: World, row: dict[str, str], family: Family, dwelling: Dwelling, signed: Paper) -> CarerContract:
    return open_contract(
        carer=family.first,
        household=family.household,
        dwelling=dwelling,
        places=int(row["places"]),
        since=_since(row),
        age_from=int(row["age_from"]),
        age_to=int(row["age_to"]),
        paper=signed,
        by=world.by,
    )


def bonds(carers: dict[str, Carer], residence: Residence) -> Iterator[Bond]:
    """Who cares for the child from when to when: a move is a new carer."""
    for number, since, until, _origin, _destination in residence.stays():
        yield Bond(residence.child, carers[number].family, "on_duty_carer", since, until)


def place(world: World, carers: dict[str, Carer], residences: list[Residence]) -> list[Stay]:
    """Give every child a bed with the carer; the child is a ward of that household meanwhile."""
    taken: list[tuple[Bed, date, date | None]] = []
    stays = []
    ordered = sorted(((residence, *stay) for residence in residences for stay in residence.stays()), key=lambda one: (one[2], one[0].key))
    for residence, number, since, until, origin, destination in ordered:
        carer = carers[number]
        bed = next(bed for bed in carer.beds if not any(other is bed and _meet(a, b, since, until) for other, a, b in taken))
        taken.append((bed, since, until))
        world.live_in(carer.family.household, residence.child, since, until, HouseholdRole.WARD)
        stays.append(_stay(world, residence, carer, bed, (since, until), origin, destination))
    record_many(stays=stays, by=world.by)
    return stays


def _meet(began: date, ended: date | None, since: date, until: date | None) -> bool:
    return (until is None or began < until) and (ended is None or since < ended)


def _stay(
    world: World, residence: Residence, carer: Carer, bed: Bed, during: tuple[date, date | None], origin: str, destination: str
) -> Stay:
    return Stay(
        organisation=world.centre,
        child=residence.child,
        dwelling=carer.dwelling,
        setting="on_duty_carer",
        bed=bed,
        carer=carer.family.first,
        during=during,
        origin=origin,
        destination=destination,
        municipality_of_origin=world.tree[residence.municipality],
    )
