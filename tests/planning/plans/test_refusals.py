"""What a plan refuses, each with its sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from globa.planning.plans.amending import amend
from globa.planning.plans.changing import change as change_part
from globa.planning.plans.changing import withdraw
from globa.planning.plans.lines import say_nothing_planned, set_bodies
from globa.planning.plans.plans import NothingPlanned, Plan, approve, start, withdraw_plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, expect, record_obstacle, record_result
from globa.planning.plans.tree import add_goal, add_measure
from globa.registry.organisations import Organisation
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.refusing import Case, again, change, is_refused


def frozen_line(at: Place) -> Any:
    return plans.approved(at, plans.line(at))


def frozen_plan(at: Place) -> Plan:
    return plans.plan_of(frozen_line(at))


def halved(at: Place, *parts: str) -> Any:
    on = plans.line(at)
    whole = plans.amount(at, on)
    return on, whole, [plans.amount(at, on, part, parent=whole) for part in parts]


def expected(at: Place, **target: Any) -> ExpectedResult:
    return expect(line=plans.line(at), text="39 children", by=at.worker, **target)


def answered(at: Place, **told: Any) -> AchievedResult:
    awaited = expected(at)
    return record_result(line=awaited.line, text="39 children", expected=awaited, by=at.worker, **told)


def with_no_part(at: Place) -> None:
    _on, _whole, parts = halved(at, "40", "30")
    change(parts[1], parent=parts[0])


def unlike_its_whole(at: Place, **other: Any) -> None:
    change(halved(at, "40")[2][0], **other)


def approved_with(at: Place, *parts: str) -> None:
    plans.approved(at, halved(at, *parts)[0])


def add_to_frozen(at: Place, what: str) -> None:
    on = frozen_line(at)
    if what == "goal":
        add_goal(plan=plans.plan_of(on), no="2", text="More", by=at.worker)
    elif what == "measure":
        add_measure(objective=on.measure.objective, no="1.1.9", text="More", by=at.worker)
    elif what == "line":
        plans.line(at, on.measure)
    elif what == "amount":
        plans.amount(at, on)
    elif what == "body":
        set_bodies(line=on, bodies=[(None, "Another")], by=at.worker)
    else:
        expect(line=on, text="More", by=at.worker)


def spent_and_withdrawn(at: Place) -> None:
    on = plans.line(at)
    plans.used(at, on)
    withdraw(part=on, reason="mistake", by=at.worker)


def planned_and_denied(at: Place) -> None:
    on = plans.line(at)
    plans.amount(at, on)
    say_nothing_planned(line=on, missing="none", by=at.worker)


def denied_and_planned(at: Place) -> None:
    on = plans.line(at)
    say_nothing_planned(line=on, missing="none", by=at.worker)
    plans.amount(at, on)


def amended_and_withdrawn(at: Place) -> None:
    plan = frozen_plan(at)
    amend(plan=plan, by=at.worker)
    withdraw_plan(plan=plan, reason="mistake", by=at.worker)


CASES: dict[str, Case] = {
    "plan_version_once": lambda at: (plans.plan(at), plans.plan(at)),
    "plan_is_of_a_year": lambda at: plans.plan(at, 23),
    "later_version_amends_one": lambda at: change(plans.plan(at), version=2),
    "approved_plan_names_its_decision": lambda at: approve(
        plan=plans.plan_of(plans.line(at)), on=date(2023, 3, 30), decision_no=" ", by=at.worker
    ),
    "plan_has_a_title": lambda at: plans.plan(at, title=" "),
    "version_amends_the_approved_one_before": lambda at: amend(plan=plans.plan_of(plans.line(at)), by=at.worker),
    "approved_plan_stays": lambda at: change(frozen_plan(at), title="Another"),
    "plan_with_a_later_version_stays": amended_and_withdrawn,
    "parts_make_their_whole_when_approved": lambda at: approved_with(at, "40", "59.99"),
    "goal_number_once": lambda at: again(plans.measure(at).objective.goal),
    "goal_of_an_approved_plan_stays": lambda at: add_to_frozen(at, "goal"),
    "objective_number_once": lambda at: again(plans.measure(at).objective),
    "objective_of_an_approved_plan_stays": lambda at: change_part(part=frozen_line(at).measure.objective, text="Another", by=at.worker),
    "measure_number_once": lambda at: again(plans.measure(at)),
    "measure_of_an_approved_plan_stays": lambda at: add_to_frozen(at, "measure"),
    "line_of_an_approved_plan_stays": lambda at: add_to_frozen(at, "line"),
    "line_without_planned_money_has_none": planned_and_denied,
    "line_with_used_money_stays": spent_and_withdrawn,
    "body_once_on_a_line": lambda at: plans.line(at, None, "Centre", "Centre"),
    "body_has_a_name": lambda at: plans.line(at, None, " "),
    "body_of_an_approved_plan_stays": lambda at: add_to_frozen(at, "body"),
    "part_on_the_line_of_its_whole": lambda at: unlike_its_whole(at, line=plans.line(at, plans.measure(at, plans.plan(at, 2024)))),
    "part_from_the_source_of_its_whole": lambda at: unlike_its_whole(at, source=plans.PlanSource.objects.get(code="VB")),
    "planned_amount_or_why_not": lambda at: plans.amount(at, plans.line(at), None),
    "planned_amount_is_not_nothing": lambda at: plans.amount(at, plans.line(at), "0"),
    "amount_of_an_approved_plan_stays": lambda at: add_to_frozen(at, "amount"),
    "planned_amount_where_some_is_planned": denied_and_planned,
    "part_of_an_amount_has_no_parts": with_no_part,
    "parts_are_no_more_than_their_whole": lambda at: halved(at, "40", "60.01"),
    "expected_result_says_something": lambda at: expect(line=plans.line(at), text=" ", by=at.worker),
    "expected_number_says_how_it_is_meant": lambda at: expected(at, quantity=Decimal(39), unit="children"),
    "expected_number_is_of_something": lambda at: expected(at, quantity=Decimal(39), comparator="exactly"),
    "range_has_two_ends": lambda at: expected(at, quantity=Decimal(40), comparator="range", unit="children"),
    "expectation_of_an_approved_plan_stays": lambda at: add_to_frozen(at, "expectation"),
    "result_answers_an_expectation_of_its_line": lambda at: record_result(
        line=plans.line(at, plans.measure(at, plans.plan(at, 2024))), text="39", expected=expected(at), by=at.worker
    ),
    "expectation_is_answered_once_by_hand": lambda at: again(answered(at)),
    "achieved_result_says_something": lambda at: record_result(line=plans.line(at), text=" ", by=at.worker),
    "number_by_hand_has_reason_and_evidence": lambda at: answered(at, quantity=Decimal(39), unit="children", reason="counted"),
    "obstacle_says_something": lambda at: record_obstacle(line=plans.line(at), text=" ", by=at.worker),
}
BY_THE_OWNER: dict[str, Case] = {
    "plan_is_of_a_municipality": lambda at: start(
        municipality=Organisation.objects.get(code="national-service"), year=2023, title="Plan", by=at.worker
    ),
    "entry_on_a_line_of_its_municipality": lambda at: change(
        plans.used(at, plans.line(at)), organisation=Organisation.objects.get(code="alytus-city")
    ),
}
ALSO: list[tuple[str, Case]] = [
    ("planned_amount_or_why_not", lambda at: plans.amount(at, plans.line(at), missing="unknown")),
    ("range_has_two_ends", lambda at: expected(at, quantity=Decimal(40), until=Decimal(30), comparator="range", unit="children")),
    ("range_has_two_ends", lambda at: expected(at, quantity=Decimal(40), until=Decimal(50), comparator="exactly", unit="children")),
    ("parts_are_no_more_than_their_whole", lambda at: change(halved(at, "60")[1], amount=Decimal("59.99"))),
    ("amount_of_an_approved_plan_stays", lambda at: change(plans.amount(at, frozen_line(at)), amount=Decimal(1))),
    ("approved_plan_stays", lambda at: change(frozen_plan(at), approved_on=None, decision_no="")),
    ("number_by_hand_has_reason_and_evidence", lambda at: answered(
        at, quantity=Decimal(39), unit="children", paper=builders.paper(at)
    )),
]  # fmt: skip


@pytest.mark.parametrize(("name", "case"), [*CASES.items(), *ALSO])
def test_it_is_refused_with_its_sentence(name: str, case: Case, municipality: Place) -> None:
    is_refused(name, case, municipality)


@pytest.mark.parametrize("name", BY_THE_OWNER)
def test_the_owner_is_refused_too(name: str, municipality: Place, as_owner: Stepping) -> None:
    with as_owner():
        is_refused(name, BY_THE_OWNER[name], municipality)


def test_a_plan_without_a_measure_is_not_approved(municipality: Place) -> None:
    with pytest.raises(NothingPlanned):
        approve(plan=plans.plan(municipality), on=plans.APPROVED_ON, decision_no="T-1", by=municipality.worker)
