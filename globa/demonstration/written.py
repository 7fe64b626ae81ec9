"""What the foster centre wrote: conclusions after training, recommendations about hosts, assessments with plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from globa.care.away import AwayTime, leave_many
from globa.care.stays import Stay
from globa.casework.conclusions import conclude, recommend
from globa.casework.plans import AssessmentWithPlan, assess_many
from globa.demonstration.carers import Carer
from globa.demonstration.children import day, rows
from globa.demonstration.representation import Bond
from globa.demonstration.staff import Worker, in_role
from globa.demonstration.world import FIRST_DAY, Family, World
from globa.registry.households import Household
from globa.registry.involvement import Purpose
from globa.registry.people import Person
from globa.vocabulary.calendar import is_working_day

# Families that host a child in Lithuania and are named in `away.csv`; the others only asked to be one.
HOSTS = (
    ("h01", date(2022, 12, 5)), ("", date(2022, 3, 7)), ("", date(2022, 6, 20)), ("", date(2022, 11, 14)),
    ("h02", date(2023, 3, 20)), ("", date(2023, 4, 27)), ("", date(2023, 6, 8)), ("", date(2023, 9, 25)), ("", date(2023, 11, 9)),
    ("h03", date(2023, 11, 27)),
    ("h04", date(2024, 3, 25)), ("", date(2024, 5, 16)), ("", date(2024, 9, 12)), ("", date(2024, 11, 28)),
)  # fmt: skip
NOT_RECOMMENDED = date(2023, 9, 25)
# Conclusions written anew for families that had one before.
REPEATED = (date(2022, 5, 19), date(2022, 10, 6), date(2024, 5, 23), date(2024, 10, 17))
# Couples who went through the training and were found not to be ready.
NOT_READY = (date(2022, 4, 21), date(2024, 3, 28))
ASSESSMENTS = {2022: 74, 2023: 92, 2024: 81}
NEEDS = ("Saugus ryšys su globėju, pagalba mokantis.", "Ryšys su tėvais, emocijų raiška.", "Kalbos ugdymas, sveikatos priežiūra.",
         "Savarankiškumo įgūdžiai, profesijos pasirinkimas.", "Dienos ritmas, bendravimas su bendraamžiais.")  # fmt: skip


class Concluded(NamedTuple):
    """One conclusion to be written."""

    on: date
    family: Family
    about: str
    outcome: str = "positive"
    is_repeat: bool = False


@dataclass(frozen=True)
class Candidates:
    """Whom conclusions are about: new guardians by the key of their list, carers, guardians known for years, and who only applied."""

    families: Mapping[str, Family]
    carers: Iterable[Carer]
    known: Sequence[Bond]
    applicants: Mapping[int, Sequence[Family]]


def conclusions(world: World, candidates: Candidates, author: Person) -> None:
    """Four in 2023: three families of guardians and one on-duty carer."""
    ordered = sorted(_concluded(candidates), key=lambda one: one.on)
    for number, (on, family, about, outcome, is_repeat) in enumerate(ordered, 1):
        if on >= FIRST_DAY:
            conclude(
                organisation=world.centre, household=family.household, about=about, outcome=outcome, on=on, number=f"I-{number}",
                is_repeat=is_repeat, person=family.first, signed_by=author, by=world.by,
            )  # fmt: skip


def _concluded(candidates: Candidates) -> Iterator[Concluded]:
    relations = {"non_kin": "guardian", "kin": "kin_guardian", "close_relative": "kin_guardian"}
    for row in rows("new_families.csv"):
        if on := day(row["concluded_on"]):
            yield Concluded(on, candidates.families[row["key"]], relations[row["relation"]])
    for carer in candidates.carers:
        yield Concluded(date.fromisoformat(carer.row["concluded_on"]), carer.family, "on_duty_carer")
    for on, bond in zip(REPEATED, candidates.known, strict=False):
        yield Concluded(on, bond.family, "guardian", is_repeat=True)
    for on in NOT_READY:
        yield Concluded(on, candidates.applicants[on.year][0], "guardian", "negative")


def hosts(world: World, author: Person) -> dict[str, Family]:
    """Families that wish to have a child as a guest, with the recommendation about each; and the hosts in Italy."""
    made = {}
    listed = [(key or f"r{number}", on, _host_family(world, on)) for number, (key, on) in enumerate(HOSTS, 1)]
    for number in range(1, 6):
        italian = made[f"i{number:02}"] = world.family(world.names.family(), [], FIRST_DAY, "", "IT")
        italian.household.name = "Šeima Italijoje"
    world.settle()
    for number, (key, on, family) in enumerate(listed, 1):
        made[key] = family
        outcome = "negative" if on == NOT_RECOMMENDED else "positive"
        recommend(
            organisation=world.centre, household=family.household, outcome=outcome, on=on, number=f"R-{number}",
            person=family.first, signed_by=author, by=world.by,
        )  # fmt: skip
    return made


def _host_family(world: World, on: date) -> Family:
    surname = world.names.family()
    born = on - timedelta(days=world.random.randint(33 * 365, 58 * 365))
    adults = [
        world.person(surname, "female", born, since=on, purpose=Purpose.TRAINING, is_married=True),
        world.person(surname, "male", born - timedelta(days=600), since=on, purpose=Purpose.TRAINING),
    ]
    return world.family(surname, adults, on, world.somewhere())


def away(world: World, stays: Sequence[Stay], children: Mapping[str, Person], households: Mapping[str, Household]) -> None:
    """Summers in Italy, holidays with hosts, respite, hospital, camps: the child's bed stays the child's."""
    of_child: dict[object, list[Stay]] = {}
    for stay in stays:
        of_child.setdefault(stay.child_id, []).append(stay)
    times = []
    for row in rows("away.csv"):
        child, since, until = children[row["child"]], date.fromisoformat(row["since"]), date.fromisoformat(row["until"])
        stay = next(one for one in of_child[child.pk] if _covers(one, since, until))
        times.append(_away(world, stay, row, (since, until), households.get(row["host"])))
    leave_many(times=times, by=world.by)


def _covers(stay: Stay, since: date, until: date) -> bool:
    began, ended = stay.during
    return began <= since and (ended is None or until <= ended)


def _away(world: World, stay: Stay, row: dict[str, str], during: tuple[date, date], host: Household | None) -> AwayTime:
    return AwayTime(
        organisation=world.centre,
        stay=stay,
        child_id=stay.child_id,
        kind=row["kind"],
        host_household=host,
        country=row["country"],
        place=row["place"],
        during=during,
    )


def assessments(world: World, bonds: Sequence[Bond], workers: Sequence[Worker]) -> None:
    """So many pairs of child and carer a year, each once: first those with on-duty carers, then wards of guardians."""
    plans = []
    for year, many in ASSESSMENTS.items():
        seen: set[object] = set()
        for bond in _first_carers(world, bonds, year):
            if bond.child.pk not in seen and len(seen) < many:
                seen.add(bond.child.pk)
                plans.append(_plan(world, bond, year, list(workers)))
    assess_many(plans=sorted(plans, key=lambda plan: plan.planned_on), by=world.by)


def _first_carers(world: World, bonds: Sequence[Bond], year: int) -> list[Bond]:
    """Only those who were there for two weeks of the year: an assessment takes time."""
    fitting = [bond for bond in bonds if _last_in(bond, year) - _first_in(bond, year) > timedelta(days=14)]
    world.random.shuffle(fitting)
    return sorted(fitting, key=lambda bond: bond.role != "on_duty_carer")


def _first_in(bond: Bond, year: int) -> date:
    return max(bond.since, date(year, 1, 2))


def _last_in(bond: Bond, year: int) -> date:
    return min(bond.until or date(year, 12, 20), date(year, 12, 20))


def _plan(world: World, bond: Bond, year: int, workers: list[Worker]) -> AssessmentWithPlan:
    first, last = _first_in(bond, year), _last_in(bond, year)
    soon = min(45, (last - first).days - 4) if bond.since.year == year else (last - first).days - 4
    assessed = first + timedelta(days=world.random.randint(1, max(soon, 1)))
    while not is_working_day(assessed):
        assessed -= timedelta(days=1)
    assessed = max(assessed, first)
    planned = min(assessed + timedelta(days=world.random.randint(0, 7)), date(year, 12, 31))
    return AssessmentWithPlan(
        organisation=world.centre,
        child=bond.child,
        household=bond.family.household,
        kind="support_plan",
        assessed_on=assessed,
        planned_on=planned,
        review_due=planned + timedelta(days=182),
        author=world.random.choice(in_role(workers, "foster_coordinator", assessed)).person,
        needs=world.random.choice(NEEDS),
    )
