"""A service is paid by one funder, and its page tells in which measures of plans it counts as help given."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest

from globa.casework.services import Service, withdraw
from globa.facts.tables import TABLES
from globa.planning.ledger import Entry, book
from globa.planning.plans.activities import feed
from globa.planning.plans.counted_in import measures_of
from globa.planning.plans.lines import PlanLine
from globa.registry.recording import Recording
from globa.reports.plan_results.counting import results_of
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping

Acting = Callable[[Place], AbstractContextManager[None]]


@pytest.fixture
def clerk(db: None, as_owner: Stepping) -> Place:
    """Of the municipality where `here` is."""
    with as_owner():
        return plans.clerk_of("alytus-city")


@pytest.fixture
def lines(clerk: Place, here: Place, elsewhere: Place, in_the_name_of: Acting) -> list[PlanLine]:
    """The first takes what the project pays for, the second every consultation, the third of another institution."""
    with in_the_name_of(clerk):
        first = plans.line(clerk)
        others = [plans.line(clerk, first.measure, name) for name in ("Any", "Elsewhere")]
        feed(line=first, name="Of the project", what="service", payer="project", institution=here.organisation, by=clerk.worker)
        feed(line=others[0], name="Consultations", what="service", codes=["consultation"], by=clerk.worker)
        feed(line=others[1], name="Of another", what="service", institution=elsewhere.organisation, by=clerk.worker)
        plans.approved(clerk, first)
    return [first, *others]


def given(here: Place) -> Service:
    return builders.service(here, payer=builders.payer(here))


def test_it_names_each_activity_that_takes_the_service_and_why(here: Place, lines: list[PlanLine]) -> None:
    assert [(one.no, one.activity, one.by_payer, one.year) for one in measures_of(given(here).pk)] == [
        ("1.1.1", "Of the project", True, 2023), ("1.1.1", "Consultations", False, 2023),
    ]  # fmt: skip
    assert [one.activity for one in measures_of(builders.service(here).pk)] == ["Consultations"]


def test_withdrawn_it_counts_nowhere_and_of_another_institution_nothing_is_told(
    here: Place,
    elsewhere: Place,
    lines: list[PlanLine],
    in_the_name_of: Acting,
) -> None:
    service = given(here)
    with in_the_name_of(elsewhere):
        assert measures_of(service.pk) == []
    withdraw(service=service, by=here.worker, reason="Another child")
    assert measures_of(service.pk) == []


def test_a_service_of_a_project_and_of_a_plan_is_one_act_and_its_payment_stands_once(
    here: Place,
    clerk: Place,
    lines: list[PlanLine],
    as_owner: Stepping,
    in_the_name_of: Acting,
) -> None:
    with as_owner():
        Recording.objects.bulk_create(
            Recording(organisation=here.organisation, table=name, since=builders.SINCE) for name in sorted(TABLES)
        )
    service = given(here)
    book(organisation=here.organisation, entries=[builders.entry(here, "30.00", source="eu-project", payer=service.payer)], by=here.worker)
    with in_the_name_of(clerk):
        plans.used(clerk, lines[0], "30.00", "plan-es", body=here.organisation)
        together = results_of(plans.plan_of(lines[0]))[lines[0].measure_id].together
        used = [Entry.objects.used().on_lines([line.lineage]).count() for line in lines]
        assert together
        assert (together.acts, together.people.count if together.people else 0, used) == (1, 1, [1, 0, 0])
    assert [(one.amount, one.line) for one in Entry.objects.filter(payer=service.payer)] == [(Decimal("30.00"), None)]
