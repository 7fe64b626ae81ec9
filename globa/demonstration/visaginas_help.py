"""The year 2023 at Visaginas: consultations, groups and outreach, as many as the report on the municipality's plan tells of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from globa.casework.groups import Course, hold
from globa.casework.services import Help, record_many
from globa.demonstration.representation import Bond
from globa.demonstration.services import written_down
from globa.demonstration.world import World, chance, keep
from globa.registry.catalogue import CatalogueService
from globa.registry.households import Household
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.calendar import is_working_day

YEAR = 2023
NEW_PROJECT_SINCE = date(2023, 7, 1)
# The new project: 832 times in 900 hours for 50 children.
CHILDREN, HOURS = 50, 900
SHORT, LONG = 60, 75
Who = tuple[Person, str, Household | None]


@dataclass(frozen=True)
class Share:
    """So many services of one kind by one role; `of_project` of them are the new project's."""

    role: str
    service: str
    times: int
    of_project: int = 0


# 2151 by coordinators, 401 by psychologists, 74 consultations and 29 times information by an attested person.
SHARES = (
    Share("foster_coordinator", "consultation", 1511, 432),
    Share("foster_coordinator", "home_visit", 640, 200),
    Share("psychologist", "psychologist_consultation", 401, 200),
    Share("attested_person", "attested_consultation", 74),
    Share("attested_person", "attested_information", 29),
)
OF_PROJECT = sum(share.of_project for share in SHARES)
# Kind, name of the group, how many come, on which days.
GROUPS = (
    ("gimk_basic", "GIMK pagrindinė grupė I", 3, "02-07 02-14 02-21 02-28 03-07 03-14 03-21"),
    ("gimk_basic", "GIMK pagrindinė grupė II", 4, "09-12 09-19 09-26 10-03 10-10 10-17 10-24"),
    ("gimk_close_relatives", "GIMK artimųjų giminaičių grupė I", 3, "04-05 04-12 04-19"),
    ("gimk_close_relatives", "GIMK artimųjų giminaičių grupė II", 3, "11-08 11-15 11-22"),
    ("gimk_continuing", "GIMK tęstinė grupė I", 3, "05-10 05-17"),
    ("gimk_continuing", "GIMK tęstinė grupė II", 3, "10-11 10-18"),
    ("self_help_group", "Savitarpio paramos grupė", 6,
     "01-19 02-16 03-16 04-20 05-18 06-15 07-20 08-17 09-21 10-19 11-16 12-07 12-21"),
)  # fmt: skip
OUTREACH = "01-25 02-22 03-15 04-12 05-05 05-15 06-01 06-28 08-30 09-27 10-25 11-20 12-13"


def give(world: World, bonds: Sequence[Bond], workers: Mapping[str, Sequence[Person]], payers: Mapping[str, Payer]) -> None:
    random, kinds = chance("help at visaginas"), {one.code: one for one in CatalogueService.objects.all()}
    lasting = _helped(bonds)
    minutes = _minutes()
    turns = iter([*lasting, *(random.choice(lasting) for _more in range(OF_PROJECT - CHILDREN))])
    given = []
    for share in SHARES:
        for number in range(share.times):
            is_project = number < share.of_project
            on = _day(random, NEW_PROJECT_SINCE if is_project else date(YEAR, 1, 2))
            whom = _child(next(turns)) if is_project else _somebody(random, bonds, lasting, on)
            payer = payers["foster-care-project" if is_project else "children-welfare-project"]
            lasted = next(minutes) if is_project else random.choice((15, 30, 45, 60))
            setting = "home" if share.service == "home_visit" else random.choice(("centre", "phone", "centre"))
            given.append(
                Help(kinds[share.service], on, lasted, setting, random.choice(workers[share.role]), share.role, [whom],
                     payer=payer if payer.during[1] is None or on < payer.during[1] else None, recorded_on=written_down(on))
            )  # fmt: skip
    record_many(organisation=world.centre, given=sorted(given, key=lambda one: one.happened_on), by=world.by)


def _helped(bonds: Sequence[Bond]) -> list[Bond]:
    """Fifty children who were in care all the second half of the year: those with on-duty carers first."""
    last = date(YEAR, 12, 31)
    there = [bond for bond in bonds if bond.holds_on(NEW_PROJECT_SINCE) and bond.holds_on(last)]
    return sorted(there, key=lambda bond: bond.role != "on_duty_carer")[:CHILDREN]


def _minutes() -> Iterator[int]:
    """So that all of them make the hours exactly."""
    longer = (HOURS * 60 - OF_PROJECT * SHORT) // (LONG - SHORT)
    yield from [LONG] * longer + [SHORT] * (OF_PROJECT - longer)


def _day(random: Random, since: date) -> date:
    days = (date(YEAR, 12, 31) - since).days
    while not is_working_day(on := since + timedelta(days=random.randint(0, days))):
        pass
    return on


def _child(bond: Bond) -> Who:
    return bond.child, "child", bond.family.household


def _somebody(random: Random, bonds: Sequence[Bond], lasting: Sequence[Bond], on: date) -> Who:
    """Most often whoever cares for a child, else one of the children of the project."""
    if random.random() < 0.25 and (there := [bond for bond in lasting if bond.holds_on(on)]):
        return _child(random.choice(there))
    bond = random.choice([bond for bond in bonds if bond.holds_on(on)])
    return bond.family.first, bond.role, bond.family.household


def meet(world: World, bonds: Sequence[Bond]) -> None:
    """Groups keep their people; nobody is named who came to hear of fostering."""
    families = {bond.family.household.pk: bond for bond in bonds if bond.role == "guardian"}
    courses = [Course(organisation=world.centre, code=f"visaginas-{n}", name=one[1], kind=one[0]) for n, one in enumerate(GROUPS)]
    keep("demonstration.courses", courses, world.by)
    guardians = list(families.values())
    edges = [sum(many for _kind, _name, many, _days in GROUPS[:n]) for n in range(len(GROUPS) + 1)]
    for course, (kind, name, _many, days), (begins, ends) in zip(courses, GROUPS, pairwise(edges), strict=True):
        came = [(bond.family.first, "guardian", bond.family.household) for bond in guardians[begins:ends]]
        for on in days.split():
            hold(
                organisation=world.centre, kind=kind, title=name, on=date.fromisoformat(f"{YEAR}-{on}"), minutes=120, course=course,
                attended=came, by=world.by,
            )  # fmt: skip
    for number, on in enumerate(OUTREACH.split(), 1):
        hold(
            organisation=world.centre, kind="outreach", title="Viešinimas", on=date.fromisoformat(f"{YEAR}-{on}"), minutes=60,
            unnamed_heads=10 + 3 * number, by=world.by,
        )  # fmt: skip
