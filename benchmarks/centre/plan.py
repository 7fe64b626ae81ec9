"""A municipality's plan of 70 measures, all fed by the centre's records and expecting what figures answer; and its clerk."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.centre.services import KINDS
from benchmarks.centre.world import OPENED, World, since
from globa.planning.plans.activities import Activity
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import ExpectedResult
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User

CLERK = "clerk@globa.example"
GOALS, OBJECTIVES, MEASURES = 2, 5, 7
SERVED = [("service", kind) for kind in KINDS] + [("event", "self_help_group"), ("event", "gimk_basic"), ("event", "outreach")]
LASTED = [("stay", "community_home"), ("stay", "on_duty_carer"), ("guardianship", "family"), ("contract", "on_duty_carer")]
FIGURES = (
    "foster-centre.services", "foster-centre.people-helped", "foster-centre.service-hours", "foster-centre.children-helped",
    "foster-centre.families-helped", "foster-centre.events", "homes.children-served", "foster-centre.children-with-on-duty-carers",
    "foster-centre.guardianships-at-closing", "foster-centre.contracts-at-closing",
)  # fmt: skip


def fill(world: World) -> None:
    municipality = world.municipalities[0]
    user, _new = User.objects.get_or_create(email=CLERK, defaults={"name": "Clerk"})
    Appointment.objects.create(user=user, organisation=municipality, role=Role.MUNICIPAL_CLERK, during=since(OPENED))
    own = {"organisation": municipality}
    plan = Plan(id=world.key(), **own, year=world.size.years[-1], title="Generated plan")
    goals = [Goal(id=world.key(), **own, plan=plan, no=f"{number + 1}", text="Goal") for number in range(GOALS)]
    objectives = [
        Objective(id=world.key(), **own, goal=goal, no=f"{goal.no}.{number + 1}", text="Objective")
        for goal in goals
        for number in range(OBJECTIVES)
    ]
    measures = [
        Measure(id=world.key(), **own, objective=above, no=f"{above.no}.{number + 1}", text="Measure")
        for above in objectives
        for number in range(MEASURES)
    ]
    lines = [PlanLine(id=world.key(), **own, measure=measure) for measure in measures]
    for rows in ([plan], goals, objectives, measures, lines):
        world.write(rows)
    world.write([LineBody(id=world.key(), **own, line=line, body=world.institution, name="Centre") for line in lines[::2]])
    world.write([activity for place, line in enumerate(lines) for activity in _activities(world, place, line)])
    world.write([_expected(world, place, line) for place, line in enumerate(lines)])


def _activities(world: World, place: int, line: PlanLine) -> list[Activity]:
    """Two that happened and one that lasted: people come from several fact tables."""
    taken = [SERVED[place % len(SERVED)], SERVED[(place + 3) % len(SERVED)], LASTED[place % len(LASTED)]]
    return [
        Activity(id=world.key(), organisation_id=line.organisation_id, line=line, position=number, name="Activity", what=what, codes=[code])
        for number, (what, code) in enumerate(taken)
    ]


def _expected(world: World, place: int, line: PlanLine) -> ExpectedResult:
    return ExpectedResult(
        id=world.key(), organisation_id=line.organisation_id, line=line, text="Expected", indicator=FIGURES[place % len(FIGURES)],
        comparator="at_least", quantity=Decimal(100), unit="people",
    )  # fmt: skip
