"""Guardian families with their wards, hosts abroad and people who prepare to become carers."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.centre.world import World, since
from globa.care.guardianships import GuardianRelation, Guardianship
from globa.registry.households import Household
from globa.registry.involvement import Purpose
from globa.registry.people import Person


def fill(world: World) -> None:
    guardianships: list[Guardianship] = []
    for number in range(world.size.families):
        home = world.household(f"Šeima {number}")
        guardian = world.adult(Purpose.GUARDIANSHIP)
        world.guardians.append((guardian, home))
        for _ in range(world.dice.choice([1, 1, 2, 3])):
            guardianships += _ward(world, guardian, home)
    for number in range(world.size.families // 2):
        world.applicants.append((world.adult(Purpose.TRAINING), world.household(f"Pasirengimas {number}")))
    world.hosts = [world.household(f"Svetinga šeima {number}", country="IT") for number in range(max(2, world.size.families // 10))]
    world.write(guardianships)


def _ward(world: World, guardian: Person, home: Household) -> list[Guardianship]:
    """A temporary guardianship, then mostly a permanent one; three of ten came to an end."""
    dice = world.dice
    began = world.day(world.size.begins - timedelta(days=900), world.size.ends - timedelta(days=60))
    ward = world.child(before=began)
    world.wards.append((ward, home))
    relation = dice.choice(GuardianRelation.values)
    turned = began + timedelta(days=dice.randint(60, 365))
    ended = turned + timedelta(days=dice.randint(90, 900)) if dice.random() < 0.3 else None
    if dice.random() < 0.2:
        return [_guardianship(world, ward, "temporary", guardian, home, relation, began, turned, "returned_to_parents")]
    permanent = dice.choice(["came_of_age", "adopted", "changed_guardian", "other"])
    return [
        _guardianship(world, ward, "temporary", guardian, home, relation, began, turned, "changed_guardian"),
        _guardianship(world, ward, "permanent", guardian, home, relation, turned, ended, permanent),
    ]


def _guardianship(
    world: World, ward: Person, kind: str, guardian: Person, home: Household, relation: str, began: date, ended: date | None, why: str
) -> Guardianship:
    return world.new(
        Guardianship, child=ward, kind=kind, form="family", household=home, guardian=guardian, relation=relation,
        during=since(began, ended), ended_by=why if ended else "",
    )  # fmt: skip
