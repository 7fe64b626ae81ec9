"""Three years of everyday help: who was helped with what, by whom, on which working day, for how long, where and who pays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from globa.casework.services import Help, Service, correct, record_many, withdraw
from globa.demonstration.children import Residence
from globa.demonstration.homes import residents_on
from globa.demonstration.representation import Bond
from globa.demonstration.staff import PROJECT_PAYS_SINCE, Worker, in_role
from globa.demonstration.world import World, chance
from globa.registry.catalogue import CatalogueService
from globa.registry.households import Household
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.calendar import is_working_day

Recipients = list[tuple[Person, str, Household | None]]

# Services of foster coordinators by month; 2023 adds up to 1834.
COORDINATORS = {
    2022: (118, 121, 139, 117, 128, 119, 92, 96, 141, 146, 142, 133),
    2023: (148, 151, 172, 140, 158, 149, 118, 122, 168, 176, 171, 161),
    2024: (139, 142, 151, 146, 144, 133, 109, 112, 152, 158, 149, 137),
}
# The others by year, spread over the months as the coordinators' are: 418 and 627 in 2023.
OTHERS = {
    "psychologist": {2022: 338, 2023: 418, 2024: 391},
    "attested_person": {2022: 492, 2023: 627, 2024: 566},
    "social_worker": {2022: 168, 2023: 204, 2024: 186},
}


@dataclass(frozen=True)
class Manner:
    """A kind of service in a role: how often, where, how long, and for whom of a family."""

    service: str
    often: int
    settings: tuple[tuple[str, int], ...]
    minutes: tuple[int, ...]
    whom: str = "either"


VISIT = (("home", 1),)
TALK = (("centre", 40), ("phone", 42), ("online", 10), ("home", 8))
MANNERS = {
    "foster_coordinator": (
        Manner("consultation", 47, TALK, (15, 30, 30, 45, 45, 60)),
        Manner("home_visit", 23, VISIT, (45, 60, 60, 90, 120), "family"),
        Manner("mediation", 12, (("school", 5), ("other", 3), ("phone", 2)), (30, 45, 60, 90), "child"),
        Manner("information", 10, (("phone", 6), ("online", 3), ("centre", 1)), (15, 15, 30), "adult"),
        Manner("parent_meeting", 4, (("centre", 8), ("other", 2)), (60, 90, 120), "child"),
        Manner("transport", 2, (("other", 1),), (45, 60, 90), "child"),
        Manner("review", 1, (("other", 1),), (60, 90), "adult"),
        Manner("intensive_support", 1, (("home", 3), ("phone", 1)), (60, 90, 120), "family"),
    ),
    "psychologist": (Manner("psychologist_consultation", 1, (("centre", 78), ("online", 12), ("home", 10)), (45, 50, 50, 60, 60)),),
    "attested_person": (
        Manner("attested_consultation", 62, TALK, (30, 45, 60, 60, 90), "adult"),
        Manner("attested_information", 23, (("phone", 6), ("centre", 3), ("online", 1)), (15, 20, 30), "adult"),
        Manner("attested_help", 15, (("centre", 5), ("home", 4), ("online", 1)), (45, 60, 90), "family"),
    ),
    "social_worker": (
        Manner("mediation", 55, (("school", 6), ("other", 4)), (30, 45, 60), "child"),
        Manner("transport", 30, (("other", 1),), (30, 60, 90), "child"),
        Manner("consultation", 15, (("home", 1),), (30, 45, 60), "child"),
    ),
}
NOTES = (
    "Sutarta susitikti po savaitės.", "Aptartas mokymosi grafikas.", "Padėta parengti prašymą dėl išmokos.",
    "Kalbėta apie ryšį su tėvais.", "Aptartos vasaros stovyklos galimybės.", "Globėja prašo pagalbos dėl paauglio elgesio.",
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """Who helps, and whom there is to help."""

    workers: Sequence[Worker]
    bonds: Sequence[Bond]
    residences: Sequence[Residence]
    kinds: dict[str, CatalogueService]
    project: Payer | None


def give(world: World, field: Field) -> None:
    """
    Record every year's services as one operation.

    A transaction within the transaction for each month would lock the same households again and again, each lock
    remembered by its own number: the last month then took five times as long as the first.
    """
    for year, months in COORDINATORS.items():
        shares = {role: _spread(years[year], months) for role, years in OTHERS.items()} | {"foster_coordinator": months}
        helps = [one for month in range(1, 13) for one in _of_month(field, year, month, shares)]
        recorded = record_many(organisation=world.centre, given=helps, by=world.by)
        _mend(world, recorded, helps)


def _mend(world: World, recorded: list[Service], helps: list[Help]) -> None:
    """Every December one service is found to be there twice, and another to have taken longer: the history keeps both."""
    (twice,) = record_many(organisation=world.centre, given=[helps[-1]], by=world.by)
    withdraw(service=twice, by=world.by, reason="Įrašyta du kartus.")
    correct(service=recorded[-2], by=world.by, reason="Nurodyta ne ta trukmė.", minutes=recorded[-2].minutes + 15)


def _spread(total: int, like: Sequence[int]) -> list[int]:
    """Share a total over months in the proportion of another series, to the last one."""
    edges = [total * sum(like[:month]) // sum(like) for month in range(len(like) + 1)]
    return [after - before for before, after in pairwise(edges)]


def _of_month(field: Field, year: int, month: int, shares: Mapping[str, Sequence[int]]) -> list[Help]:
    first = date(year, month, 1)
    days = [day for day in (first + timedelta(days=number) for number in range(31)) if day.month == month and is_working_day(day)]
    random = chance(f"services {year}-{month}")
    helps = [_help(field, role, random.choice(days), random) for role, share in shares.items() for _one in range(share[month - 1])]
    return sorted(helps, key=lambda one: one.happened_on)


def _help(field: Field, role: str, on: date, random: Random) -> Help:
    manner = random.choices(MANNERS[role], [one.often for one in MANNERS[role]])[0]
    worker = random.choice(in_role(list(field.workers), role, on))
    return Help(
        kind=field.kinds[manner.service],
        happened_on=on,
        minutes=random.choice(manner.minutes),
        setting=random.choices(*zip(*manner.settings, strict=True))[0],
        provider=worker.person,
        provider_role=role,
        recipients=_recipients(field, role, manner.whom, on, random),
        payer=_payer(field, worker, role, on, random),
        note=random.choice(NOTES) if random.random() < 0.12 else "",
        recorded_on=written_down(on),
    )


def written_down(on: date) -> date:
    """Most services are written down within three days, as in a centre that lives with the system."""
    return on + timedelta(days=on.day % 4)


def _payer(field: Field, worker: Worker, role: str, on: date, random: Random) -> Payer | None:
    """The project pays a part of the help by attested persons and psychologists; nothing said is the own budget."""
    if on < PROJECT_PAYS_SINCE or role not in ("attested_person", "psychologist"):
        return None
    return field.project if random.random() < 0.45 else None


def _recipients(field: Field, role: str, whom: str, on: date, random: Random) -> Recipients:
    """A family of the foster centre; a psychologist helps the children of the homes too, their social worker only them."""
    to_homes = role == "social_worker" or (role == "psychologist" and random.random() < 0.3)
    if to_homes:
        residents = residents_on(field.residences, on)
        return [(random.choice(residents).child, "child", None)]
    bonds = [bond for bond in field.bonds if bond.holds_on(on)]
    return CHOICES[whom](_of_one_family(bonds, random), random)


def _of_one_family(bonds: list[Bond], random: Random) -> list[Bond]:
    """Children with on-duty carers are helped oftener than those of a guardian known for years."""
    chosen = random.choices(bonds, [3 if bond.role == "on_duty_carer" else 1 for bond in bonds])[0]
    return [bond for bond in bonds if bond.family is chosen.family]


def _adult(bonds: list[Bond], random: Random) -> Recipients:
    family, role = bonds[0].family, bonds[0].role
    both = len(family.adults) > 1 and random.random() < 0.18
    return [
        (adult, role if adult is family.first or role == "guardian" else "other", family.household) for adult in family.adults[: 1 + both]
    ]


def _child(bonds: list[Bond], random: Random) -> Recipients:
    bond = random.choice(bonds)
    return [(bond.child, "child", bond.family.household)]


def _family(bonds: list[Bond], random: Random) -> Recipients:
    return _adult(bonds, random) + [(bond.child, "child", bond.family.household) for bond in bonds]


def _either(bonds: list[Bond], random: Random) -> Recipients:
    return random.choice((_adult, _child, _adult_with_child))(bonds, random)


def _adult_with_child(bonds: list[Bond], random: Random) -> Recipients:
    return _adult(bonds, random) + _child(bonds, random)


CHOICES: dict[str, Callable[[list[Bond], Random], Recipients]] = {
    "adult": _adult,
    "child": _child,
    "family": _family,
    "either": _either,
}
