"""The five homes, their rooms and beds, and who lives in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from globa.care.dwellings import Bed, Capacity, Dwelling, Room
from globa.care.stays import Stay, add_extra_bed, record_many, remove_extra_bed
from globa.demonstration import organisations
from globa.demonstration.children import Residence
from globa.demonstration.organisations import HOME_CLOSED, HOME_NAMES, HOMES_SINCE
from globa.demonstration.world import World, keep
from globa.registry.premises import Address

TWO_BEDS_A_ROOM = {"1": 2, "2": 2, "3": 2, "4": 2}
BEDS = {"alytus-home-4": {"1": 2, "2": 3}}
# Rooms where girls sleep when there is a choice; the fourth home is a boys' home.
GIRLS = {"alytus-home-1": "4", "alytus-home-2": "1", "alytus-home-3": "1 2", "alytus-home-5": "1 2"}
# In the summer of 2024 a boy came at night to the fourth home, whose five beds were taken.
EXTRA = ("alytus-home-4", date(2024, 7, 12), date(2024, 7, 24), "Skubus apgyvendinimas naktį, visos penkios vietos užimtos.")


@dataclass
class Homes:
    """The houses by code, with their rooms, beds and addresses."""

    dwellings: dict[str, Dwelling]
    beds: dict[str, list[Bed]]
    rooms: dict[str, list[Room]]
    addresses: list[Address]


class Sleeper(NamedTuple):
    """Somebody in a bed; `until` is the first day away."""

    bed: Bed
    sex: str
    family: str
    since: date
    until: date | None


def build(world: World) -> Homes:
    addresses = [world.address("alytus-city", *where) for where in ADDRESSES]
    world.settle()
    dwellings = [_house(world, number, address) for number, address in enumerate(addresses, 1)]
    keep("demonstration.homes", dwellings, world.by)
    rooms = {one.code: [Room(organisation=world.centre, dwelling=one, name=name) for name in _rooms(one)] for one in dwellings}
    keep("demonstration.homes", [room for of_home in rooms.values() for room in of_home], world.by)
    beds = {one.code: [bed for room in rooms[one.code] for bed in _beds(world, one, room)] for one in dwellings}
    keep("demonstration.homes", [bed for of_home in beds.values() for bed in of_home], world.by)
    keep("demonstration.homes", [_capacity(world, one, len(beds[one.code])) for one in dwellings], world.by)
    organisations.licences(world, addresses, [len(beds[one.code]) for one in dwellings])
    organisations.premises(world, addresses)
    return Homes({one.code: one for one in dwellings}, beds, rooms, addresses)


def _house(world: World, number: int, address: Address) -> Dwelling:
    code = f"alytus-home-{number}"
    return Dwelling(
        organisation=world.centre,
        code=code,
        kind="community_home",
        name=HOME_NAMES[number - 1],
        unit=world.tree[code],
        address=address,
        during=(HOMES_SINCE, HOME_CLOSED.get(code)),
    )


def _rooms(dwelling: Dwelling) -> dict[str, int]:
    return BEDS.get(dwelling.code, TWO_BEDS_A_ROOM)


def _beds(world: World, dwelling: Dwelling, room: Room) -> list[Bed]:
    return [
        Bed(organisation=world.centre, dwelling=dwelling, room=room, name=f"{room.name}-{number}", during=dwelling.during)
        for number in range(1, _rooms(dwelling)[room.name] + 1)
    ]


def _capacity(world: World, dwelling: Dwelling, places: int) -> Capacity:
    return Capacity(organisation=world.centre, dwelling=dwelling, places=places, during=dwelling.during)


def live(world: World, homes: Homes, residences: list[Residence]) -> list[Stay]:
    """Give every child a bed for every stay, in the order in which they came."""
    extra = _extra_bed(world, homes)
    asleep: list[Sleeper] = []
    stays = []
    for residence, place, since, until, origin, destination in _in_order(residences):
        code = f"alytus-home-{place}"
        family, sex = residence.row["family"], residence.child.sex
        bed = _choose(homes.beds[code], asleep, sex, family, since, until) or (extra if (code, since) == EXTRA[:2] else None)
        if bed is None:
            raise ValueError(f"no bed for {residence.key} in {code} from {since}")
        asleep.append(Sleeper(bed, sex, family, since, until))
        stays.append(_stay(world, residence, bed, since, until, origin, destination))
    record_many(stays=stays, by=world.by)
    remove_extra_bed(bed=extra, on=EXTRA[2], by=world.by)
    return stays


def _extra_bed(world: World, homes: Homes) -> Bed:
    code, since, _until, reason = EXTRA
    return add_extra_bed(dwelling=homes.dwellings[code], room=homes.rooms[code][1], name="2-4", reason=reason, on=since, by=world.by)


def _in_order(residences: list[Residence]) -> list[tuple[Residence, str, date, date | None, str, str]]:
    stays = [(residence, *stay) for residence in residences for stay in residence.stays()]
    return sorted(stays, key=lambda stay: (stay[2], stay[0].key))


def _choose(beds: list[Bed], asleep: list[Sleeper], sex: str, family: str, since: date, until: date | None) -> Bed | None:
    """Prefer the room of a brother or sister, then one without the other sex, then one that is meant for the own."""

    def unfit(bed: Bed) -> tuple[bool, bool, bool, str]:
        mates = [one for one in asleep if one.bed.room_id == bed.room_id and _meet(one, since, until)]
        is_with_others, is_meant = any(mate.sex != sex for mate in mates), _is_for_girls(bed) == (sex == "female")
        return family not in {mate.family for mate in mates}, is_with_others, not is_meant, bed.name

    free = [bed for bed in beds if not any(one.bed is bed and _meet(one, since, until) for one in asleep)]
    return min(free, key=unfit, default=None)


def _is_for_girls(bed: Bed) -> bool:
    return bed.room is not None and bed.room.name in GIRLS.get(bed.dwelling.code, "")


def _meet(one: Sleeper, since: date, until: date | None) -> bool:
    return (until is None or one.since < until) and (one.until is None or since < one.until)


def _stay(world: World, residence: Residence, bed: Bed, since: date, until: date | None, origin: str, destination: str) -> Stay:
    return Stay(
        organisation=world.centre,
        child=residence.child,
        dwelling=bed.dwelling,
        setting="community_home",
        bed=bed,
        during=(since, until),
        origin=origin,
        destination=destination,
        municipality_of_origin=world.tree[residence.municipality],
    )


def residents_on(residences: Iterable[Residence], day: date) -> list[Residence]:
    return [one for one in residences if one.came <= day and (one.left is None or day < one.left)]


ADDRESSES = (("Girioniškės g.", "14"), ("Rasakalnio g.", "27", "2"), ("Dobilupės g.", "9", "18"), ("Vėjarodžio g.", "33", "48"),
             ("Saulėgrąžų g.", "6", "5"))  # fmt: skip
