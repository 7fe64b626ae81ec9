"""The centre, its units and home groups, what it may do and since when it records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from globa.demonstration.world import FIRST_DAY, World, keep
from globa.facts.tables import TABLES
from globa.journal.operations import Actor
from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Belonging, Organisation
from globa.registry.organisations import OrganisationKind as Kind
from globa.registry.papers import Paper
from globa.registry.payers import Payer
from globa.registry.premises import Address, Licence, LicensedAddress, Premises, Vehicle
from globa.registry.recording import Recording
from globa.registry.schools import School

CENTRE = "alytus-family-centre"
FOSTER_CENTRE = "alytus-foster-centre"
COMMUNITY_HOMES = "alytus-community-homes"
HOME_NAMES = ("Girios namai", "Rasos namai", "Upės namai", "Vėjo namai", "Saulės namai")
HOMES_SINCE = date(2019, 1, 2)
# The third home was empty when the year 2023 ended and works no longer since the next day.
HOME_CLOSED = {"alytus-home-3": date(2024, 1, 1)}

SCHOOLS = (
    ("Šilo progimnazija", "general"),
    ("Mėtos pagrindinė mokykla", "general"),
    ("Kranto progimnazija", "general"),
    ("Amatų profesinio mokymo centras", "vocational"),
    ("Molio ir drožybos mokykla", "general"),
    ("Sparnelio mokykla", "special"),
    ("Šviesos gimnazija", "general"),
    ("Kopų progimnazija", "general"),
    ("Pievų progimnazija", "general"),
    ("Lankos socializacijos centras", "socialisation_centre"),
)


def found(tree: dict[str, Organisation], by: Actor | None) -> dict[str, Organisation]:
    """Put the centre into the tree below its municipality."""
    made = [
        Organisation(code=CENTRE, kind=Kind.INSTITUTION, name="Alytaus miesto šeimos centras", name_en="Alytus family centre",
                     short_name="Alytaus šeimos centras", initials="AL", during=(date(2018, 1, 2), None)),
        Organisation(code=FOSTER_CENTRE, kind=Kind.FOSTER_CENTRE, name="Globos centras", name_en="Foster centre",
                     during=(date(2018, 7, 2), None)),
        Organisation(code=COMMUNITY_HOMES, kind=Kind.COMMUNITY_HOMES, name="Bendruomeniniai vaikų globos namai",
                     name_en="Community children's homes", during=(HOMES_SINCE, None)),
        *(_home_group(f"alytus-home-{number}", name) for number, name in enumerate(HOME_NAMES, 1)),
    ]  # fmt: skip
    parents = {CENTRE: "alytus-city", FOSTER_CENTRE: CENTRE, COMMUNITY_HOMES: CENTRE}
    return plant(made, {one.code: parents.get(one.code, COMMUNITY_HOMES) for one in made}, tree, by)


def plant(made: list[Organisation], parents: dict[str, str], tree: dict[str, Organisation], by: Actor | None) -> dict[str, Organisation]:
    keep("demonstration.organisations", made, by)
    tree = tree | {one.code: one for one in made}
    belongings = [Belonging(organisation=one, parent=tree[parents[one.code]], during=one.during) for one in made]
    keep("demonstration.organisations", belongings, by)
    return tree


def _home_group(code: str, name: str) -> Organisation:
    return Organisation(code=code, kind=Kind.HOME_GROUP, name=name, during=(HOMES_SINCE, HOME_CLOSED.get(code)))


def record_since(world: World, tables: Iterable[str] = tuple(TABLES), since: date = FIRST_DAY) -> None:
    rows = [Recording(organisation=world.centre, table=table, since=since) for table in tables]
    keep("demonstration.recording", rows, world.by)


def schools(world: World) -> dict[str, School]:
    made = [
        School(code=f"alytus-school-{number}", name=name, kind=kind, municipality=world.tree["alytus-city"])
        for number, (name, kind) in enumerate(SCHOOLS, 1)
    ]
    School.objects.bulk_create(made)
    return {school.code: school for school in made}


def payers(world: World) -> dict[str, Payer]:
    """The own budget, and the project of the Union that pays two posts since July 2023."""
    made = [
        Payer(
            organisation=world.centre,
            code="own-budget",
            name="Centro biudžetas",
            name_en="Budget of the centre",
            kind="own_budget",
            during=(date(2018, 1, 2), None),
        ),
        Payer(
            organisation=world.centre,
            code="foster-care-project",
            name="ES projektas „Pagalba globėjams arti namų“",
            name_en="EU project “Help for carers close to home”",
            kind="eu_project",
            during=(date(2023, 7, 1), None),
        ),
    ]
    keep("demonstration.payers", made, world.by)
    return {payer.code: payer for payer in made}


def vehicles(world: World) -> None:
    made = [
        Vehicle(organisation=world.centre, kind="car", name="Lengvasis automobilis", seats=5, during=(date(2019, 5, 6), None)),
        Vehicle(organisation=world.centre, kind="car", name="Septynvietis automobilis", seats=7, during=(date(2020, 9, 14), None)),
        Vehicle(organisation=world.centre, kind="minibus", name="Mikroautobusas", seats=9, during=(date(2021, 3, 22), None)),
        Vehicle(organisation=world.centre, kind="car", name="Senasis automobilis", seats=5, during=(date(2012, 2, 1), date(2022, 10, 3))),
    ]
    keep("demonstration.vehicles", made, world.by)


def licences(world: World, addresses: list[Address], places: list[int]) -> None:
    """One licence that names the five homes, and the accreditation of the foster centre."""
    licensed = Licence(
        organisation=world.centre,
        kind="licence",
        number="L-000000417",
        service=CatalogueService.objects.get(code="long_term_care"),
        amended_on=date(2021, 3, 29),
        during=(date(2021, 1, 11), None),
    )
    accredited = Licence(
        organisation=world.centre,
        kind="accreditation",
        number="A-2022-38",
        service=CatalogueService.objects.get(code="help_to_carers"),
        during=(date(2022, 1, 3), None),
    )
    keep("demonstration.licences", [licensed, accredited], world.by)
    rows = [
        LicensedAddress(organisation=world.centre, licence=licensed, address=address, places=number, during=(date(2021, 1, 11), None))
        for address, number in zip(addresses, places, strict=True)
    ]
    keep("demonstration.licences", rows, world.by)


def premises(world: World, addresses: list[Address]) -> None:
    """The second home is rented, the others are the centre's own."""
    rows = [
        Premises(
            organisation=world.centre,
            address=address,
            tenure="rented" if number == 2 else "own",
            during=(HOMES_SINCE, HOME_CLOSED.get(f"alytus-home-{number}")),
        )
        for number, address in enumerate(addresses, 1)
    ]
    keep("demonstration.premises", rows, world.by)


def paper(world: World, kind: str, number: str, on: date, issuer: str = "", **about: object) -> Paper:
    return Paper(organisation=world.centre, kind=kind, number=number, issued_on=on, issuer=issuer, **about)
