"""Groups that met, trainings, meetings of the staff and outreach: who came by name, and how many nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from globa.casework.groups import Course, hold
from globa.demonstration.carers import Carer
from globa.demonstration.children import rows
from globa.demonstration.representation import Bond
from globa.demonstration.staff import Worker
from globa.demonstration.world import Family, World, chance, keep
from globa.registry.households import Household
from globa.registry.involvement import Purpose
from globa.registry.people import Person

Who = tuple[Person, str, Household | None]
SELF_HELP = "self-help"
COURSES = (
    (SELF_HELP, "Globėjų savipagalbos grupė", "self_help_group"),
    ("gimk-2022", "GIMK grupė 2022 m.", "gimk_basic"),
    ("gimk-2023", "GIMK grupė 2023 m.", "gimk_basic"),
    ("gimk-2024", "GIMK grupė 2024 m.", "gimk_basic"),
    ("gimk-kin-2024", "GIMK artimųjų giminaičių grupė 2024 m.", "gimk_close_relatives"),
    ("gimk-continuing-2023", "GIMK tęstinė grupė 2023 m.", "gimk_continuing"),
)


@dataclass
class Circle:
    """Everybody who may come to something."""

    workers: Sequence[Worker]
    bonds: Sequence[Bond]
    carers: Sequence[Carer]
    applicants: dict[int, list[Family]]
    trained: dict[int, set[object]] = field(default_factory=dict)
    regulars: dict[str, list[Who]] = field(default_factory=dict)


def meet(world: World, circle: Circle) -> None:
    """Hold every event of the list, in the order of their days."""
    courses = {code: Course(organisation=world.centre, code=code, name=name, kind=kind) for code, name, kind in COURSES}
    keep("demonstration.courses", list(courses.values()), world.by)
    listed = sorted(((date.fromisoformat(on), row) for row in rows("events.csv") for on in row["dates"].split()), key=lambda one: one[0])
    for on, row in listed:
        few, many = (int(edge) for edge in row["unnamed"].split("-"))
        random = chance(f"{row['title']} {on}")
        hold(
            organisation=world.centre,
            kind=row["kind"],
            title=row["title"],
            on=on,
            minutes=int(row["minutes"]),
            attended=_who_came(circle, row, on, random),
            unnamed_heads=random.randint(few, many),
            place=row["place"],
            campaign=row["campaign"],
            course=courses.get(row["course"]),
            by=world.by,
        )


def applicants(world: World) -> dict[int, list[Family]]:
    """Couples who began the basic programme and did not become guardians, by year."""
    return {year: [_couple(world, year) for _family in range(number)] for year, number in ((2022, 2), (2023, 1), (2024, 2))}


def _couple(world: World, year: int) -> Family:
    surname, since = world.names.family(), date(year, 1, 8)
    born = since - timedelta(days=world.random.randint(30 * 365, 48 * 365))
    adults = [
        world.person(surname, "female", born, since=since, purpose=Purpose.TRAINING, is_married=True),
        world.person(surname, "male", born - timedelta(days=500), since=since, purpose=Purpose.TRAINING),
    ]
    return world.family(surname, adults, since, world.somewhere())


def _who_came(circle: Circle, row: dict[str, str], on: date, random: Random) -> list[Who]:
    who, _space, count = row["who"].rpartition(" ") if row["who"][-1].isdigit() else (row["who"], "", "")
    choices = _choices(circle, who, on)
    if count:
        few, many = (int(edge) for edge in count.split("-"))
        choices = _regulars(circle, row["course"], choices, 2 * many) if row["course"] else choices
        choices = random.sample(choices, min(random.randint(few, many), len(choices)))
    if row["kind"] == "staff_training":
        circle.trained.setdefault(on.year, set()).update(person.pk for person, _role, _household in choices)
    return choices


def _regulars(circle: Circle, course: str, choices: list[Who], many: int) -> list[Who]:
    """A group keeps its people: those who may come are chosen at its first meeting."""
    if course not in circle.regulars:
        size = many if course == SELF_HELP else many // 2
        circle.regulars[course] = chance(course).sample(choices, min(size, len(choices)))
    return circle.regulars[course]


def _choices(circle: Circle, who: str, on: date) -> list[Who]:
    if who == "nobody":
        return []
    if who == "applicants":
        return [(adult, "applicant", family.household) for family in circle.applicants[on.year] for adult in family.adults]
    if who == "carers":
        return [(carer.family.first, "on_duty_carer", carer.family.household) for carer in circle.carers if carer.row["since"] <= str(on)]
    if who in ("guardians", "kin"):
        return _guardians(circle, on)
    return _staff(circle, who, on)


def _guardians(circle: Circle, on: date) -> list[Who]:
    families = {bond.family.household.pk: bond.family for bond in circle.bonds if bond.role == "guardian" and bond.holds_on(on)}
    return [(family.first, "guardian", family.household) for family in families.values()]


def _staff(circle: Circle, who: str, on: date) -> list[Who]:
    homes = ("social_worker", "care_assistant")
    titles = {
        "homes staff": homes,
        "social workers": ("social_worker", "foster_coordinator"),
        "foster centre staff": ("foster_coordinator", "attested_person", "psychologist", "programme_coordinator"),
    }.get(who)
    there = {worker.person.pk: worker for worker in circle.workers if worker.works_on(on) and (titles is None or worker.title in titles)}
    if who == "all untrained":
        trained = circle.trained.get(on.year, set())
        there = {key: worker for key, worker in there.items() if worker.group == "social_work" and key not in trained}
    return [(worker.person, "worker", None) for worker in there.values()]
