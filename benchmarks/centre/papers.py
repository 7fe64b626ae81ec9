"""Conclusions, recommendations, assessments with plans, other papers; cases of temporary supervision."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.centre.world import World, anyone, since
from globa.casework.cases import Case, CaseChild
from globa.casework.conclusions import Conclusion, Recommendation
from globa.casework.plans import AssessmentWithPlan
from globa.registry.papers import Paper
from globa.registry.people import Person

# How many a year in a centre with a hundred guardian families.
CONCLUSIONS, RECOMMENDATIONS, ASSESSMENTS, CASES = 60, 15, 110, 30
OTHERS = (("attestation", 5), ("municipal_act", 60), ("court_ruling", 25), ("council_decision", 2), ("contract", 10))
ABOUT = ("guardian", "guardian", "kin_guardian", "on_duty_carer", "adoption", "family_home")


def fill(world: World) -> None:
    for year in world.size.years:
        _conclusions(world, year)
        _recommendations(world, year)
        _assessments(world, year)
        _others(world, year)
        _cases(world, year)


def _times(world: World, in_hundred_families: int) -> range:
    return range(max(2, in_hundred_families * world.size.families // 100))


def _sheet(world: World, kind: str, year: int, person: Person | None = None) -> Paper:
    day = world.day(date(year, 1, 1), date(year + 1, 1, 1))
    return world.new(Paper, kind=kind, number=f"{kind}-{year}-{day:%j}", issued_on=day, person=person)


def _outcome(world: World) -> str:
    return "positive" if world.dice.random() < 0.85 else "negative"


def _conclusions(world: World, year: int) -> None:
    sheets = [_sheet(world, "conclusion", year) for _ in _times(world, CONCLUSIONS)]
    world.write(sheets)
    world.write(
        [
            world.new(
                Conclusion, paper=sheet, household=world.dice.choice(world.applicants)[1], about=world.dice.choice(ABOUT),
                outcome=_outcome(world), is_repeat=world.dice.random() < 0.3,
            )
            for sheet in sheets
        ]
    )  # fmt: skip


def _recommendations(world: World, year: int) -> None:
    sheets = [_sheet(world, "recommendation", year) for _ in _times(world, RECOMMENDATIONS)]
    world.write(sheets)
    world.write([world.new(Recommendation, paper=one, household=world.dice.choice(world.hosts), outcome=_outcome(world)) for one in sheets])


def _assessments(world: World, year: int) -> None:
    rows = []
    for _ in _times(world, ASSESSMENTS):
        child, home = world.dice.choice(world.wards)
        day = world.day(date(year, 1, 1), date(year + 1, 1, 1))
        if child.birth_date and child.birth_date > day:
            continue
        planned = min(day + timedelta(days=world.dice.randint(0, 20)), date(year, 12, 31))
        rows.append(world.new(AssessmentWithPlan, child=child, household=home, kind="support_plan", assessed_on=day, planned_on=planned))
    world.write(rows)


def _others(world: World, year: int) -> None:
    workers = [worker for held in world.workers.values() for worker in held]
    for kind, count in OTHERS:
        people = workers if kind == "attestation" else [person for person, _home in world.wards]
        world.write([_sheet(world, kind, year, world.as_recorded(world.dice.choice(people))) for _ in _times(world, count)])


def _cases(world: World, year: int) -> None:
    cases: list[Case] = []
    children: list[CaseChild] = []
    for number in _times(world, CASES):
        began = world.day(date(year, 1, 1), date(year + 1, 1, 1))
        ended = began + timedelta(days=world.dice.randint(5, 150)) if world.dice.random() < 0.9 else None
        case = world.new(
            Case, year=year, number=number + 1, kind="temporary_supervision_on_request", during=since(began, ended),
            ended_by="term" if ended else "",
        )  # fmt: skip
        cases.append(case)
        of = anyone(world.dice, world.wards, world.dice.choice([1, 1, 2]))
        children += [world.new(CaseChild, case=case, child=child) for child, _home in of]
    world.write(cases)
    world.write(children)
