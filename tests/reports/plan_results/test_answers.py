"""Whether an expectation was reached: by the records, or by a number that somebody wrote with a reason."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from globa.planning.plans.amending import amend
from globa.planning.plans.results import ExpectedResult, expect, record_result
from globa.reports.plan_results.counting import results_of
from globa.reports.plan_results.results import Answer, Opened, Outcome
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping

Naming = Callable[[Place], AbstractContextManager[None]]
SERVICES = "foster-centre.services"


def expected(
    at: Place, quantity: int | None = 2, comparator: str = "at_least", indicator: str = SERVICES, **details: Any
) -> ExpectedResult:
    target = {"quantity": Decimal(quantity), "comparator": comparator, "unit": "services"} if quantity is not None else {}
    return expect(line=plans.line(at), text="Services", indicator=indicator, by=at.worker, **target, **details)


def answer(to: ExpectedResult) -> Answer:
    (found,) = results_of(plans.plan_of(to.line))[to.line.measure_id].answers
    return found


@pytest.mark.parametrize(
    ("comparator", "quantity", "until", "outcome"),
    [
        ("exactly", 2, None, Outcome.REACHED), ("exactly", 3, None, Outcome.SHORT),
        ("at_least", 2, None, Outcome.REACHED), ("at_least", 3, None, Outcome.SHORT),
        ("at_most", 2, None, Outcome.REACHED), ("at_most", 1, None, Outcome.SHORT),
        ("more_than", 1, None, Outcome.REACHED), ("more_than", 2, None, Outcome.SHORT),
        ("less_than", 3, None, Outcome.REACHED), ("less_than", 2, None, Outcome.SHORT),
        ("range", 2, 3, Outcome.REACHED), ("range", 3, 4, Outcome.SHORT), ("range", 1, 2, Outcome.REACHED),
    ],
)  # fmt: skip
def test_two_services_reach_or_not(
    comparator: str, quantity: int, until: int | None, outcome: Outcome, municipality: Place, centre: Place, in_the_name_of: Naming
) -> None:
    with in_the_name_of(centre):
        builders.service(centre), builders.service(centre)
    found = answer(expected(municipality, quantity, comparator, until=until))
    assert (found.outcome, found.value) == (outcome, 2)
    assert found.opened == (Opened("centre", SERVICES),)


@pytest.mark.parametrize(("given", "outcome"), [(9, Outcome.REACHED), (11, Outcome.REACHED), (8, Outcome.SHORT), (12, Outcome.SHORT)])
def test_about_ten_is_within_a_tenth(given: int, outcome: Outcome, municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        child = builders.child(centre)
        worker = builders.person(centre)
        for _time in range(given):
            builders.service(centre, child, provider=worker)
    assert answer(expected(municipality, 10, "about")).outcome is outcome


def test_nothing_recorded_is_neither_reached_nor_short(municipality: Place, as_owner: Stepping) -> None:
    with as_owner():
        builders.place("silent", under="visaginas")
    found = answer(expected(municipality, 0, "at_least"))
    assert (found.outcome, found.value) == (Outcome.NOT_RECORDED, None)


@pytest.mark.parametrize(
    ("comparator", "quantity", "outcome"),
    [
        ("at_least", 2, Outcome.REACHED), ("at_least", 3, Outcome.NOT_RECORDED), ("exactly", 2, Outcome.NOT_RECORDED),
        ("at_most", 1, Outcome.SHORT), ("at_most", 2, Outcome.NOT_RECORDED),
    ],
)  # fmt: skip
def test_who_does_not_record_could_only_add(
    comparator: str, quantity: int, outcome: Outcome, municipality: Place, centre: Place, as_owner: Stepping, in_the_name_of: Naming
) -> None:
    with as_owner():
        silent = builders.place("silent", under="visaginas")
    with in_the_name_of(centre):
        builders.service(centre), builders.service(centre)
    found = answer(expected(municipality, quantity, comparator))
    assert (found.outcome, found.figure and found.figure.not_recorded_by) == (outcome, (str(silent.organisation.pk),))


def test_a_number_by_hand_takes_the_place_of_the_computed_one(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        builders.service(centre)
    awaited = expected(municipality, 2)
    paper = builders.paper(municipality)
    record_result(
        line=awaited.line, text="2 services", expected=awaited, quantity=Decimal(2), unit="services", reason="One is on paper", paper=paper,
        by=municipality.worker,
    )  # fmt: skip
    found = answer(awaited)
    assert (found.outcome, found.is_by_hand, found.value) == (Outcome.REACHED, True, 2)
    assert found.figure is not None
    assert (found.figure.value, found.differs) == (1, Decimal(1))


def test_what_no_figure_answers_is_told_in_words(municipality: Place) -> None:
    assert answer(expected(municipality, 2, indicator="")).outcome is Outcome.IN_WORDS


def test_a_figure_that_is_gone_answers_nothing(municipality: Place) -> None:
    assert answer(expected(municipality, 2, indicator="foster-centre.no-such")).outcome is Outcome.IN_WORDS


def test_a_number_without_a_target_is_only_shown(municipality: Place, centre: Place) -> None:
    found = answer(expected(municipality, None))
    assert (found.outcome, found.value) == (Outcome.NO_TARGET, 0)


def test_a_part_of_a_figure_answers_too(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        builders.service(centre), builders.service(centre, kind="psychologist_consultation")
    found = answer(expected(municipality, 1, "exactly", f"{SERVICES}[service=consultation]"))
    assert (found.outcome, found.opened) == (Outcome.REACHED, (Opened("centre", SERVICES, "service", "consultation"),))


def test_the_answer_follows_the_expectation_into_the_next_version(municipality: Place, centre: Place) -> None:
    awaited = expected(municipality, 2, indicator="")
    paper = builders.paper(municipality)
    record_result(
        line=awaited.line, text="2", expected=awaited, quantity=Decimal(2), unit="services", reason="On paper", paper=paper,
        by=municipality.worker,
    )  # fmt: skip
    later = amend(plan=plans.plan_of(plans.approved(municipality, awaited.line)), by=municipality.worker)
    ((found,),) = [one.answers for one in results_of(later).values()]
    assert (found.outcome, found.value) == (Outcome.REACHED, 2)
