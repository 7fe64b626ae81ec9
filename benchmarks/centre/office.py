"""The institution: its units, licence, vehicles, posts and workers, and the directions of its years."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from benchmarks.centre.world import OPENED, World, since
from globa.planning.directions import Direction
from globa.registry.involvement import Purpose
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.payers import Payer, PayerKind
from globa.registry.people import Person
from globa.registry.premises import Address, Licence, LicensedAddress, Vehicle
from globa.registry.staff import Post, PostAllowance, PostHolding, PostLimit

# Title, group, how many of a hundred workers.
POSTS = (
    ("director", "administration_and_maintenance", 2),
    ("deputy_director", "administration_and_maintenance", 4),
    ("accountant", "administration_and_maintenance", 4),
    ("driver", "administration_and_maintenance", 6),
    ("maintenance_manager", "administration_and_maintenance", 4),
    ("foster_coordinator", "social_work", 16),
    ("attested_person", "social_work", 8),
    ("psychologist", "social_work", 8),
    ("social_worker", "social_work", 28),
    ("care_assistant", "social_work", 20),
)


def fill(world: World) -> None:
    centre = _unit(world, "foster-centre", OrganisationKind.FOSTER_CENTRE)
    _unit(world, "homes", OrganisationKind.COMMUNITY_HOMES)
    _payers(world)
    _premises(world)
    _posts(world, centre)
    _directions(world)


def _unit(world: World, code: str, kind: str) -> Organisation:
    unit = Organisation(id=world.key(), code=f"generated-{code}", kind=kind, name=code)
    world.place(unit, below=world.institution)
    return unit


def _payers(world: World) -> None:
    kinds = (PayerKind.EU_PROJECT, PayerKind.OTHER_PROJECT, PayerKind.PLAN_LINE)
    world.payers = [world.new(Payer, code=kind, name=kind, kind=kind, during=since(OPENED)) for kind in kinds]
    world.write(world.payers)


def _premises(world: World) -> None:
    licence = world.new(Licence, kind="licence", number="L-1", during=since(OPENED))
    accreditation = world.new(Licence, kind="accreditation", number="A-1", during=since(date(2020, 3, 1)))
    addresses = [world.new(Address, street="Pavyzdžio g.", house=str(number + 1), place="Alytus") for number in range(world.size.homes)]
    world.write([licence, accreditation])
    world.write(addresses)
    world.write([world.new(LicensedAddress, licence=licence, address=one, places=8, during=since(OPENED)) for one in addresses])
    vehicles = (("car", 5, None), ("minibus", 9, None), ("minibus", 9, world.size.ends - timedelta(days=200)), ("other", 1, None))
    world.write([world.new(Vehicle, kind=kind, name=kind, seats=seats, during=since(OPENED, until)) for kind, seats, until in vehicles])


def _posts(world: World, centre: Organisation) -> None:
    lines: list[Post] = []
    holdings: list[PostHolding] = []
    for title, group, of_hundred in POSTS:
        unit = centre if title in ("foster_coordinator", "attested_person") else None
        line = world.new(Post, title=title, group=group, levels=["A"], unit=unit, during=since(OPENED))
        lines.append(line)
        world.workers[title] = [world.adult(Purpose.WORK) for _ in range(max(1, world.size.workers * of_hundred // 100))]
        for worker in world.workers[title]:
            holdings += _holdings(world, line, worker)
    world.write(lines)
    world.write([world.new(PostAllowance, post=line, fte=Decimal("4.50"), during=since(OPENED)) for line in lines])
    world.write(holdings)
    years = zip(world.size.years, [*world.size.years[1:], None], strict=True)
    world.write(
        [
            world.new(PostLimit, fte=Decimal(40 + year % 10), during=since(date(year, 1, 1), date(after, 1, 1) if after else None))
            for year, after in years
        ]
    )


def _holdings(world: World, line: Post, worker: Person) -> list[PostHolding]:
    """Most stay all the time, some change how much of a post they hold, some leave and a few come later."""
    begins, fate = OPENED, world.dice.random()
    changed = world.day(world.size.begins, world.size.ends)
    payer = world.dice.choice(world.payers) if world.dice.random() < 0.2 else None
    share = Decimal(world.dice.choice(["0.50", "1.00", "1.00"]))
    if fate < 0.15:
        begins = changed
    times = [since(begins, changed if 0.15 <= fate < 0.45 else None)]
    if 0.15 <= fate < 0.3:
        times.append(since(changed))
    return [
        world.new(PostHolding, post=line, worker=worker, fte=share + number * Decimal("0.25"), payer=payer, during=during)
        for number, during in enumerate(times)
    ]


def _directions(world: World) -> None:
    comparators = ("exactly", "at_least", "at_most", "about")
    rows = []
    for year in world.size.years:
        for number in range(12):
            target = number % 4 != 3
            rows.append(
                world.new(
                    Direction, year=year, code=f"1.{number}", text=f"{number}", indicator="foster-centre.services" if target else "",
                    comparator=comparators[number % 4] if target else "", target=Decimal(10 * number) if target else None,
                )
            )  # fmt: skip
    world.write(rows)
