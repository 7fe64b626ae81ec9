"""A municipality with a plan, and the centre that answers for half of it: what its report of 2023 counts follows from records here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from globa.care.dwellings import Bed, Capacity, Dwelling
from globa.care.stays import Stay, record_many
from globa.demonstration import carers, children, guardians, organisations, visaginas_help
from globa.demonstration.accounts import VISAGINAS
from globa.demonstration.organisations import plant
from globa.demonstration.representation import Bond, Register, represent
from globa.demonstration.world import World, chance, keep
from globa.registry.involvement import Purpose
from globa.registry.organisations import Organisation
from globa.registry.organisations import OrganisationKind as Kind
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.registry.recording import Recording

CENTRE, SERVICES_CENTRE = "visaginas-family-centre", "visaginas-social-services"
FOSTER_CENTRE, HOMES, HOME = "visaginas-foster-centre", "visaginas-community-homes", "visaginas-home-1"
SINCE = date(2018, 7, 2)
HOME_SINCE = date(2023, 7, 20)
RECORDS_SINCE = date(2023, 1, 1)
# 40 children with relatives and 11 with others, in 34 families.
KIN, NOT_KIN = (3, 3, 2, 2, 2, 2, 2, 2, 2, 2, *([1] * 18)), (3, 2, 2, 1, 1, 1, 1)
PROJECTS = (
    ("children-welfare-project", "Projektas „Vaikų gerovės ir saugumo didinimas“", "Project “Children's welfare and safety”",
     date(2018, 12, 31), date(2023, 7, 1)),
    ("foster-care-project", "Projektas „Paslaugų, skatinančių globą šeimos aplinkoje, vystymas“",
     "Project “Services that help foster care in families”", date(2023, 7, 1), None),
)  # fmt: skip


@dataclass
class Filled:
    """What the plan's report counts."""

    centre: Organisation
    bonds: list[Bond]


def found(world: World) -> World:
    """Put the two institutions of the municipality into the tree; return the world in which the first is filled."""
    made = [
        Organisation(code=CENTRE, kind=Kind.INSTITUTION, name="Visagino šeimos ir vaiko gerovės centras",
                     name_en="Visaginas family and child welfare centre", short_name="Visagino šeimos centras", initials="VI",
                     during=(SINCE, None)),
        Organisation(code=SERVICES_CENTRE, kind=Kind.INSTITUTION, name="Visagino socialinių paslaugų centras",
                     name_en="Visaginas social services centre", short_name="Visagino paslaugų centras", initials="VS",
                     during=(SINCE, None)),
        Organisation(code=FOSTER_CENTRE, kind=Kind.FOSTER_CENTRE, name="Globos centras", name_en="Foster centre", during=(SINCE, None)),
        Organisation(code=HOMES, kind=Kind.COMMUNITY_HOMES, name="Bendruomeniniai vaikų globos namai",
                     name_en="Community children's homes", during=(HOME_SINCE, None)),
        Organisation(code=HOME, kind=Kind.HOME_GROUP, name="Ežero namai", during=(HOME_SINCE, None)),
    ]  # fmt: skip
    parents = {CENTRE: VISAGINAS, SERVICES_CENTRE: VISAGINAS, FOSTER_CENTRE: CENTRE, HOMES: CENTRE, HOME: HOMES}
    tree = plant(made, parents, world.tree, world.by)
    return World(tree[CENTRE], tree, world.names, world.by, chance("visaginas"), {VISAGINAS: 100}, world.codes)


def fill(world: World) -> Filled:
    organisations.record_since(world, since=RECORDS_SINCE)
    keep("demonstration.recording", _recorded_by_the_other(world), world.by)
    contracted = carers.sign(world, "visaginas_contracts.csv", "visaginas-carer")
    placed, living = children.read(world, "visaginas_placements.csv"), children.read(world, "visaginas_home.csv")
    world.settle()
    carers.place(world, contracted, placed)
    _live(world, living)
    register = Register(world)
    for residence in placed:
        represent(register, residence, "foster_centre")
    for residence in living:
        represent(register, residence, "institution")
    bonds = [bond for residence in placed for bond in carers.bonds(contracted, residence)]
    bonds += guardians.related(register, "kin", KIN) + guardians.related(register, "non_kin", NOT_KIN)
    workers = _workers(world)
    world.settle()
    register.save()
    visaginas_help.give(world, bonds, workers, _payers(world))
    visaginas_help.meet(world, bonds)
    return Filled(world.centre, bonds)


def _recorded_by_the_other(world: World) -> list[Recording]:
    """The social services centre has no carers and no groups, and says so: of these nothing is missing."""
    other = world.tree[SERVICES_CENTRE]
    return [Recording(organisation=other, table=table, since=RECORDS_SINCE) for table in ("contracts", "places", "events")]


def _live(world: World, living: list[children.Residence]) -> None:
    """The home that was opened in July, with six places and five children."""
    own = {"organisation": world.centre, "during": (HOME_SINCE, None)}
    home = Dwelling(**own, code=HOME, kind="community_home", name="Ežero namai", unit=world.tree[HOME])
    keep("demonstration.homes", [home], world.by)
    beds = [Bed(**own, dwelling=home, name=str(number)) for number in range(1, 7)]
    keep("demonstration.homes", beds, world.by)
    keep("demonstration.homes", [Capacity(**own, dwelling=home, places=len(beds))], world.by)
    stays = [
        Stay(
            organisation=world.centre, child=one.child, dwelling=home, setting="community_home", bed=bed, during=(one.came, one.left),
            origin=one.origin, municipality_of_origin=world.tree[one.municipality],
        )
        for one, bed in zip(living, beds, strict=False)
    ]  # fmt: skip
    record_many(stays=stays, by=world.by)


def _workers(world: World) -> dict[str, list[Person]]:
    """By the role in which they help."""
    numbers = {"foster_coordinator": 4, "psychologist": 1, "attested_person": 1}
    return {
        role: [
            world.person(world.names.family(), "female", date(1975 + 4 * number, 5, 6), since=SINCE, purpose=Purpose.WORK)
            for number in range(many)
        ]
        for role, many in numbers.items()
    }


def _payers(world: World) -> dict[str, Payer]:
    made = [
        Payer(organisation=world.centre, code=code, name=name, name_en=name_en, kind="eu_project", during=(since, until))
        for code, name, name_en, since, until in PROJECTS
    ]
    keep("demonstration.payers", made, world.by)
    return {payer.code: payer for payer in made}
