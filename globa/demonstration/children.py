"""The children in homes and with on-duty carers: read from their lists, given a name, parents, brothers and sisters."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from globa.demonstration.names import FamilyName
from globa.demonstration.world import World
from globa.registry.involvement import Purpose
from globa.registry.people import Person

FOLDER = Path(__file__).parent


@dataclass
class Residence:
    """One unbroken time in one kind of place; `places` are (number of the home or carer, first day there)."""

    key: str
    child: Person
    parents: list[Person]
    came: date
    left: date | None
    origin: str
    destination: str
    municipality: str
    places: list[tuple[str, date]]
    row: dict[str, str]

    def stays(self) -> Iterator[tuple[str, date, date | None, str, str]]:
        """Yield place, first day, first day away, origin and destination of each stay."""
        bounds = [*self.places, ("", self.left)]
        for number, ((place, since), (_next, until)) in enumerate(pairwise(bounds)):
            origin = self.origin if number == 0 else "same_institution"
            is_last = number == len(self.places) - 1
            yield place, since, until, origin, (self.destination if is_last else "same_institution")  # type: ignore[misc]


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def birthday(born: date, years: int) -> date:
    """Return the day on which somebody grows so old; who was born on 29 February does on 1 March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def of_age_on(person: Person) -> date:
    assert person.birth_date, "everybody here has a date of birth"
    return birthday(person.birth_date, 18)


def dated(text: str) -> list[tuple[str, date, date | None]]:
    """Read "7@2021-09-01 4@2023-09-01..2024-06-21": each lasts until the next one, or until its own end."""
    parts = [part.partition("@") for part in text.split()]
    spans = [(what, *[*days.split(".."), ""][:2]) for what, _at, days in parts]
    starts = [day(since) for _what, since, _until in spans] + [None]
    return [
        (what, date.fromisoformat(since), day(until) or following)
        for (what, since, until), following in zip(spans, starts[1:], strict=True)
    ]


def read(world: World, name: str) -> list[Residence]:
    """Make the children of a list with their parents; brothers and sisters have one family."""
    families: dict[str, list[dict[str, str]]] = {}
    for row in rows(name):
        families.setdefault(row["family"], []).append(row)
    made: list[Residence] = []
    for members in families.values():
        parents, surname = _parents(world, members)
        children = _children(world, members, surname, parents)
        made += [_residence(row, children[row["key"]], parents) for row in members]
    return made


def _parents(world: World, members: list[dict[str, str]]) -> tuple[list[Person], FamilyName]:
    """A mother mostly, a father often, nobody sometimes."""
    surname = world.names.family()
    came = min(_first_day(row) for row in members)
    oldest = min(date.fromisoformat(row["born"]) for row in members)
    if members[0]["origin"] == "unaccompanied":
        return [], surname
    chances = (("female", 0.9, True), ("male", 0.45, False))
    return [
        world.person(surname, sex, _years_before(world, oldest), since=came, purpose=Purpose.FAMILY, is_married=married)
        for sex, likely, married in chances
        if world.random.random() < likely
    ], surname


def _children(world: World, members: list[dict[str, str]], surname: FamilyName, parents: list[Person]) -> dict[str, Person]:
    children: dict[str, Person] = {}
    for row in members:
        if row["key"] not in children:
            children[row["key"]] = world.person(surname, row["sex"], date.fromisoformat(row["born"]), since=_first_day(row))
    for parent in parents:
        world.relate(parent, "parent", children.values())
    for one, other in pairwise(children.values()):
        world.relate(one, "sibling", [other])
    return children


def _residence(row: dict[str, str], child: Person, parents: list[Person]) -> Residence:
    places = [(place, since) for place, since, _until in dated(row["stays"])]
    return Residence(
        row["key"], child, parents, places[0][1], day(row["left"]), row["origin"], row["destination"], row["municipality"], places, row
    )


def _first_day(row: dict[str, str]) -> date:
    return dated(row["stays"])[0][1]


def _years_before(world: World, born: date) -> date:
    return born - timedelta(days=world.random.randint(19 * 365, 38 * 365))
