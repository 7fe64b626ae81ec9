"""What is true of the children: the municipality they come from, their schools, needs and disabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from globa.care.statuses import Status, state_many
from globa.demonstration.children import Residence, dated
from globa.demonstration.representation import Bond
from globa.demonstration.world import World
from globa.registry.people import Person
from globa.registry.schools import School


def state(world: World, residences: Sequence[Residence], bonds: Sequence[Bond], schools: Mapping[str, School]) -> None:
    """Each child comes from one municipality; a status ends when the child leaves, that one does not."""
    origins: set[object] = set()
    stated = [*_of_residents(world, residences, schools), *_of_wards(world, bonds)]
    kept = [status for status in stated if status.kind != "municipality_of_origin" or _first_time(origins, status.child_id)]
    state_many(statuses=kept, by=world.by)


def _first_time(seen: set[object], child: object) -> bool:
    is_new = child not in seen
    seen.add(child)
    return is_new


def _of_residents(world: World, residences: Sequence[Residence], schools: Mapping[str, School]) -> Iterator[Status]:
    for one in residences:
        yield _origin(world, one.child, one.came, one.municipality)
        for number, since, until in dated(one.row.get("schools", "")):
            yield Status(
                organisation=world.centre, child=one.child, kind="school", school=schools[f"alytus-school-{number}"],
                during=(since, until if until else one.left),
            )  # fmt: skip
        for kind, said in (("special_needs", one.row.get("needs")), ("disability", one.row.get("disability"))):
            if said:
                yield _condition(world, one, kind, said)


def _condition(world: World, residence: Residence, kind: str, said: str) -> Status:
    condition, _colon, level = said.partition(":")
    return Status(
        organisation=world.centre,
        child=residence.child,
        kind=kind,
        condition=condition,
        level=level,
        during=(residence.came, residence.left),
    )


def _of_wards(world: World, bonds: Sequence[Bond]) -> Iterator[Status]:
    for bond in bonds:
        municipality = bond.family.household.municipality
        yield _origin(world, bond.child, bond.since, municipality.code if municipality else "")


def _origin(world: World, child: Person, since: date, municipality: str) -> Status:
    return Status(
        organisation=world.centre, child=child, kind="municipality_of_origin", municipality=world.tree[municipality], during=(since, None)
    )
