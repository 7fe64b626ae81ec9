"""Temporary supervision at the parents' request: the papers that the foster centre handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from globa.casework.cases import close_case, open_case
from globa.demonstration.organisations import paper
from globa.demonstration.representation import MAYOR_SIGNS
from globa.demonstration.staff import Worker, in_role
from globa.demonstration.world import LAST_DAY, Family, World, keep
from globa.registry.involvement import Purpose
from globa.registry.papers import Paper
from globa.registry.people import Person
from globa.vocabulary.calendar import is_working_day

OPENED = {2022: 22, 2023: 30, 2024: 26}
LONGEST = 182


@dataclass(frozen=True)
class Request:
    """Parents who ask that somebody else looks after their children while they are away."""

    family: Family
    children: list[Person]
    on: date


def handle(world: World, workers: Sequence[Worker]) -> None:
    requests = sorted((_request(world, year) for year, many in OPENED.items() for _case in range(many)), key=lambda one: one.on)
    world.settle()
    acts = [_act(world, number, request.on) for number, request in enumerate(requests, 1)]
    keep("demonstration.papers", list(acts), world.by)
    for request, act in zip(requests, acts, strict=True):
        _handle(world, request, act, world.random.choice(in_role(list(workers), "foster_coordinator", request.on)).person)


def _request(world: World, year: int) -> Request:
    on = date(year, 1, 9) + timedelta(days=world.random.randint(0, 340))
    while not is_working_day(on):
        on += timedelta(days=1)
    surname = world.names.family()
    births = [on - timedelta(days=world.random.randint(400, 15 * 365)) for _child in range(world.random.choice((1, 1, 1, 2, 2, 3)))]
    mother = _parent(world, "female", min(births), on)
    parents = [mother] + ([_parent(world, "male", min(births), on)] if world.random.random() < 0.35 else [])
    grown = [world.person(surname, sex, born, since=on, purpose=Purpose.FAMILY, is_married=sex == "female") for sex, born in parents]
    children = [world.person(surname, world.random.choice(("female", "male")), born, since=on, purpose=Purpose.HELP) for born in births]
    for parent in grown:
        world.relate(parent, "parent", children)
    return Request(world.family(surname, grown, on, world.somewhere()), children, on)


def _parent(world: World, sex: str, eldest: date, on: date) -> tuple[str, date]:
    return sex, eldest - timedelta(days=world.random.randint(20 * 365, 36 * 365))


def _act(world: World, number: int, on: date) -> Paper:
    issuer = "Savivaldybės meras" if on >= MAYOR_SIGNS else "Savivaldybės administracijos direktorius"
    return paper(world, "municipal_act", f"LP-{number}", on + timedelta(days=8), issuer)


def _handle(world: World, request: Request, act: Paper, worker: Person) -> None:
    case = open_case(
        organisation=world.centre,
        kind="temporary_supervision_on_request",
        since=request.on,
        children=request.children,
        household=request.family.household,
        act=act,
        handled_by=worker,
        by=world.by,
    )
    term = world.random.choice((30, 45, 61, 92, 122, LONGEST))
    is_early = world.random.random() < 0.2
    ends = request.on + timedelta(days=term // 2 if is_early else term)
    if ends <= LAST_DAY:
        close_case(case=case, on=ends, because="early" if is_early else "term", by=world.by)
