"""The way of the whole load: the centre and its people, then where children lived and who helped them, then money and aims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db import models, transaction

from globa.care.stays import Stay
from globa.demonstration import (
    carers,
    carers_page,
    cases,
    children,
    directions,
    guardians,
    homes,
    meetings,
    money,
    organisations,
    outside,
    second,
    services,
    staff,
    statuses,
    users,
    visaginas,
    visaginas_before,
    visaginas_plan,
    written,
)
from globa.demonstration.accounts import NAMES
from globa.demonstration.names import Names
from globa.demonstration.representation import Bond, Register, represent
from globa.demonstration.world import Family, World, chance, measure
from globa.journal.operations import Actor
from globa.planning import reference as money_lists
from globa.registry import reference
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Organisation
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

LIVE = {"alytus-city": 86, "alytus-district": 11, "lazdijai": 3}
# Guardian families with a guardianship in force at any time of 2023, and their wards.
FAMILIES, WARDS = 72, 98


class PeopleAreHere(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "There are people in this database, so the demonstration was not loaded: invented ones would be counted among "
                "the real. Load it into an empty database."
            )
        )


@dataclass(frozen=True)
class Loaded:
    """How many records of each kind there are now."""

    counts: dict[str, int]


@dataclass
class Care:
    """Who was in whose care: gathered once, read by everything that follows."""

    homes: list[children.Residence]
    placed: list[children.Residence]
    families: dict[str, Family]
    carers: dict[str, carers.Carer]
    known: list[Bond]
    bonds: list[Bond]

    @property
    def children(self) -> dict[str, Person]:
        return {one.key: one.child for one in (*self.homes, *self.placed)}


def load(by: Actor | None = None) -> Loaded:
    """Fill a database without people: whole or not at all. Runs as the owner of the tables."""
    if Person.objects.exists():
        raise PeopleAreHere
    with transaction.atomic():
        centre, other, third, accounts = _found(by)
        workers = _centre(centre)
        workers |= second.fill(other)
        plan = visaginas_plan.write(visaginas.fill(third), accounts["ramune@globa.example"])
        visaginas_before.write(plan, accounts["ramune@globa.example"])
        users.belong(accounts, workers)
        outside.speak([centre.centre, other.centre], accounts["ausra@globa.example"])
        outside.ask(centre.centre, accounts["migle@globa.example"])
        measure(*_recorded())
        users.assign(accounts)  # asks of what was just recorded: with the plans of empty tables it takes an hour
        measure(Assignment)
        carers_page.open_for(centre.centre, accounts["migle@globa.example"], accounts["ausra@globa.example"])
    return Loaded(_counts())


def _found(by: Actor | None) -> tuple[World, World, World, dict[str, User]]:
    """Put the centres into the tree and make the accounts; the coordinator is said to have recorded what follows."""
    reference.load()
    money_lists.load()
    tree = organisations.found({one.code: one for one in Organisation.objects.all()}, by)
    world = World(tree[organisations.CENTRE], tree, Names(chance("names"), NAMES), by, chance("centre"), LIVE)
    other = second.found(world)
    third = visaginas.found(other)
    accounts = users.make(third.tree)
    world.by = other.by = by or accounts["migle@globa.example"]
    third.by = by or accounts["ramune@globa.example"]
    return world, other, third, accounts


def _centre(world: World) -> dict[str, Person]:
    organisations.record_since(world)
    payers = organisations.payers(world)
    organisations.vehicles(world)
    workers = staff.employ(world, payers)
    staff.attest(world, workers)
    care = _care(world, _attested(workers))
    applicants = meetings.applicants(world)
    world.settle()
    candidates = written.Candidates(care.families, care.carers.values(), care.known, applicants)
    written.conclusions(world, candidates, _attested(workers))
    written.assessments(world, care.bonds, workers)
    _help(world, care, workers, payers, applicants)
    cases.handle(world, workers)
    money.spend(world, payers)
    directions.set_out(world)
    return {worker.person.name: worker.person for worker in workers}


def _care(world: World, author: Person) -> Care:
    """Where each child lived, and who represented it."""
    houses = homes.build(world)
    contracted = carers.sign(world, "contracts.csv", "alytus-carer")
    residents, placed = children.read(world, "homes.csv"), children.read(world, "placements.csv")
    register = Register(world)
    ended = {one.key: until for one in residents if (until := represent(register, one, "institution"))}
    ended |= {one.key: until for one in placed if (until := represent(register, one, "foster_centre"))}
    everyone = {one.key: one.child for one in (*residents, *placed)}
    families, taken_over = guardians.take_over(register, everyone, ended)
    known = guardians.settle(register, *_missing(taken_over))
    world.settle()
    stays = homes.live(world, houses, residents) + carers.place(world, contracted, placed)
    world.settle()
    register.save()
    bonds = [bond for one in placed for bond in carers.bonds(contracted, one)] + taken_over + known
    statuses.state(world, [*residents, *placed], bonds, organisations.schools(world))
    care = Care(residents, placed, families, contracted, known, bonds)
    _away(world, care, stays, author)
    return care


def _missing(taken_over: list[Bond]) -> tuple[int, int]:
    """How many families and wards of 2023 are still to be made."""
    there = [bond for bond in taken_over if bond.since.year <= 2023 and (bond.until is None or bond.until.year >= 2023)]
    return FAMILIES - len({bond.family.household.pk for bond in there}), WARDS - len({bond.child.pk for bond in there})


def _away(world: World, care: Care, stays: list[Stay], author: Person) -> None:
    """Hosts are families of their own, but for two: a child's later guardians abroad, and a carer who lets another rest."""
    hosts = written.hosts(world, author)
    households = {key: family.household for key, family in (hosts | care.families).items()}
    households |= {f"c{int(number):02}": carer.family.household for number, carer in care.carers.items()}
    written.away(world, stays, care.children, households)


def _attested(workers: list[staff.Worker]) -> Person:
    return next(worker.person for worker in workers if worker.title == "attested_person")


def _help(world: World, care: Care, workers: list[staff.Worker], payers: dict[str, Payer], applicants: Mapping[int, list[Family]]) -> None:
    """Services and meetings; the families that became guardians sat in the group of their year too."""
    trained = {year: list(families) for year, families in applicants.items()}
    for row in children.rows("new_families.csv"):
        if row["concluded_on"]:
            trained[int(row["concluded_on"][:4])].append(care.families[row["key"]])
    meetings.meet(world, meetings.Circle(workers, care.bonds, list(care.carers.values()), trained))
    kinds = {kind.code: kind for kind in CatalogueService.objects.all()}
    services.give(world, services.Field(workers, care.bonds, care.homes, kinds, payers["foster-care-project"]))


def _counts() -> dict[str, int]:
    """Records by the name of their kind, without the history."""
    return {model._meta.label_lower: model._default_manager.count() for model in _recorded()}


def _recorded() -> list[type[models.Model]]:
    rooms = ("registry", "care", "casework", "planning")
    return [model for model in apps.get_models() if model._meta.app_label in rooms and not hasattr(model, "pgh_tracked_model")]
