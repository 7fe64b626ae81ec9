"""Groups, courses, staff meetings and trainings, outreach: who came by name, and how many nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.centre.world import World, anyone
from globa.casework.groups import Attendance, Course, Event
from globa.registry.households import Household
from globa.registry.people import Person

# Kind, groups of it a year.
COURSES = (("self_help_group", 4), ("gimk_basic", 4), ("gimk_specialised", 1), ("gimk_close_relatives", 1), ("gimk_continuing", 1))
# Kind, times a year, of a staff's hundred who come.
AT_WORK = (
    ("staff_council", 4, 10), ("staff_meeting", 12, 60), ("methodical_group", 10, 20), ("staff_training", 25, 15),
    ("supervision_session", 20, 15),
)  # fmt: skip
OUTREACH = 30
CAMPAIGNS = ("foster_week", "guardians_day", "", "", "")
Came = Sequence[tuple[Person, str, Household | None]]


@dataclass
class _Year:
    """The events of a year get their numbers in the order in which they are made."""

    world: World
    year: int
    events: list[Event] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)

    def hold(self, kind: str, came: Came, **details: Any) -> None:
        day = self.world.day(date(self.year, 1, 1), date(self.year + 1, 1, 1))
        event = self.world.new(
            Event, year=self.year, number=len(self.events) + 1, kind=kind, title=kind, happened_on=day,
            minutes=self.world.dice.choice([60, 90, 120, 180]), recorded_on=day,
            withdrawn_on=day if self.world.dice.random() < 0.02 else None, **details,
        )  # fmt: skip
        self.events.append(event)
        named = {person.pk: (person, role, home) for one, role, home in came if (person := self.world.as_recorded(one))}
        self.attendances += [
            self.world.new(Attendance, event=event, person=person, role=role, household=home) for person, role, home in named.values()
        ]


def fill(world: World) -> None:
    for number in world.size.years:
        year = _Year(world, number)
        _courses(year)
        _at_work(year)
        _outreach(year)
        world.write(year.events)
        world.write(year.attendances)


def _courses(year: _Year) -> None:
    world = year.world
    courses = [
        world.new(Course, code=f"{kind}-{year.year}-{number}".replace("_", "-"), name=kind, kind=kind)
        for kind, groups in COURSES
        for number in range(groups)
    ]
    world.write(courses)
    for course in courses:
        role, people = ("guardian", world.guardians) if course.kind == "self_help_group" else ("applicant", world.applicants)
        members = anyone(world.dice, people, 12)
        for _ in range(world.size.meetings_a_course):
            came = [(person, role, home) for person, home in members if world.dice.random() < 0.8]
            year.hold(course.kind, came, course=course, unnamed_heads=world.dice.choice([0, 0, 2]))


def _at_work(year: _Year) -> None:
    workers = [worker for held in year.world.workers.values() for worker in held]
    for kind, times, of_hundred in AT_WORK:
        for _ in range(times):
            came = anyone(year.world.dice, workers, max(1, len(workers) * of_hundred // 100))
            year.hold(kind, [(worker, "worker", None) for worker in came])


def _outreach(year: _Year) -> None:
    for _ in range(OUTREACH):
        dice = year.world.dice
        year.hold("outreach", (), campaign=dice.choice(CAMPAIGNS), unnamed_heads=dice.randint(5, 80))
