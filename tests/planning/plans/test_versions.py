"""A plan is written, approved, amended: what was approved stays, and what was used and achieved follows its line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.planning.ledger import Entry
from globa.planning.plans.amending import amend
from globa.planning.plans.changing import change, withdraw
from globa.planning.plans.lines import LineBody, PlanLine, recognise, say_nothing_used, set_bodies
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan, PlanState, approve, withdraw_plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, answer, expect, name_indicator, record_obstacle, record_result
from globa.planning.plans.tree import Measure, Objective
from tests import plans
from tests.builders import Place


def written(at: Place) -> PlanLine:
    on = plans.line(at)
    whole = plans.amount(at, on)
    for part in ("40", "60"):
        plans.amount(at, on, part, parent=whole)
    expect(line=on, text="39 children", comparator="exactly", quantity=Decimal(39), unit="children", by=at.worker)
    return on


def test_a_new_version_is_a_copy_with_lines_of_the_same_lineage(municipality: Place) -> None:
    before = plans.approved(municipality, written(municipality))
    made = amend(plan=plans.plan_of(before), by=municipality.worker)
    line = PlanLine.objects.get(measure__objective__goal__plan=made)
    assert (made.version, made.is_draft, line.pk == before.pk, line.lineage) == (2, True, False, before.lineage)
    assert [str(part.amount) for part in line.planned_amounts.get(parent=None).parts.all()] == ["40.00", "60.00"]
    assert line.expected_results.get().lineage == before.expected_results.get().lineage
    assert [body.name for body in line.bodies.all()] == ["Family centre"]


def test_money_used_is_found_from_every_version(municipality: Place) -> None:
    before = plans.approved(municipality, written(municipality))
    plans.used(municipality, before, "90.00")
    made = amend(plan=plans.plan_of(before), by=municipality.worker)
    line = PlanLine.objects.get(measure__objective__goal__plan=made)
    assert Entry.objects.get(line__lineage=line.lineage).amount == Decimal(90)


def test_one_version_is_valid_and_the_one_before_says_it_was_amended(municipality: Place) -> None:
    first = plans.plan_of(plans.approved(municipality, written(municipality)))
    second = amend(plan=first, by=municipality.worker)
    assert list(Plan.objects.valid()) == [first]
    approve(plan=second, on=plans.APPROVED_ON, decision_no="T-9", by=municipality.worker)
    assert list(Plan.objects.valid()) == [second]
    assert (first.state, second.state) == (PlanState.AMENDED, PlanState.APPROVED)


def test_a_withdrawn_plan_makes_room_for_another(municipality: Place) -> None:
    plan = plans.plan(municipality)
    withdraw_plan(plan=plan, reason="another year", by=municipality.worker)
    assert plan.state == PlanState.WITHDRAWN
    assert plans.plan(municipality).version == 1


def test_what_is_no_part_of_the_approved_plan_may_change(municipality: Place) -> None:
    on = plans.approved(municipality, written(municipality))
    by = municipality.worker
    say_nothing_used(line=on, missing="elsewhere", by=by)
    recognise(body=on.bodies.get(), organisation=municipality.organisation, by=by)
    name_indicator(expected=on.expected_results.get(), indicator="foster-centre.children-helped", by=by)
    answer(result=record_result(line=on, text="38 children", by=by), expected=on.expected_results.get(), by=by)
    record_obstacle(line=on, text="No carers", by=by)
    assert AchievedResult.objects.get().expected == ExpectedResult.objects.get()


def test_a_goal_is_withdrawn_with_all_that_stands_below_it(municipality: Place) -> None:
    goal = written(municipality).measure.objective.goal
    withdraw(part=goal, reason="twice", by=municipality.worker)
    assert [model.objects.in_force().count() for model in (Objective, Measure, PlanLine, LineBody, PlannedAmount, ExpectedResult)] == [
        0
    ] * 6


def test_an_amount_is_withdrawn_with_its_parts(municipality: Place) -> None:
    withdraw(part=written(municipality).planned_amounts.get(parent=None), reason="twice", by=municipality.worker)
    assert not PlannedAmount.objects.in_force().exists()


def test_other_bodies_take_the_place_of_those_before(municipality: Place) -> None:
    on = plans.line(municipality)
    set_bodies(line=on, bodies=[(municipality.organisation, ""), (None, "Red Cross ")], by=municipality.worker)
    assert [body.name for body in on.bodies.filter(withdrawn_on=None)] == [str(municipality.organisation), "Red Cross"]


def test_a_changed_text_is_kept_without_the_space_around_it(municipality: Place) -> None:
    measure = plans.measure(municipality)
    change(part=measure, text=" Keep two centres ", kind="service", by=municipality.worker)
    measure.refresh_from_db()
    assert (measure.text, measure.kind) == ("Keep two centres", "service")


@pytest.mark.parametrize(
    ("meant", "until", "result", "met"),
    [
        ("exactly", None, "39", True), ("exactly", None, "40", False),
        ("about", None, "36", True), ("about", None, "35", False),
        ("at_least", None, "39", True), ("at_least", None, "38", False),
        ("at_most", None, "39", True), ("at_most", None, "40", False),
        ("more_than", None, "39", False), ("less_than", None, "39", False),
        ("range", "50", "50", True), ("range", "50", "51", False), ("range", "50", "38", False),
    ],
)  # fmt: skip
def test_an_expectation_is_met_as_it_is_meant(meant: str, until: str | None, result: str, met: bool) -> None:
    expected = ExpectedResult(comparator=meant, quantity=Decimal(39), until=Decimal(until) if until else None)
    assert expected.met_by(Decimal(result)) is met


def test_without_a_number_or_a_result_nothing_is_said() -> None:
    assert ExpectedResult(text="Documents").met_by(Decimal(1)) is None
    assert ExpectedResult(comparator="exactly", quantity=Decimal(1)).met_by(None) is None
