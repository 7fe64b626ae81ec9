"""A plan's rows as they are told, and what a report on it is begun with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from globa.planning.plans.amending import amend
from globa.planning.plans.plans import approve
from globa.planning.plans.sources import PlanSource
from globa.reports.document import FigureKey
from globa.reports.exports.reported import current
from globa.reports.implementation import beside
from globa.reports.implementation.counting import rows_behind, value
from globa.reports.implementation.group import NotInForce, begin
from globa.reports.implementation.reading import told_of, told_of_plan
from globa.vocabulary.period import Period
from tests import plans
from tests.builders import Place
from tests.reports.implementation.world import approved_line, begun

pytestmark = pytest.mark.django_db
USED = FigureKey("plan-money.used", "line", "1.1.1-1")


def test_used_money_is_the_ledger_and_opens_to_its_entries(municipality: Place) -> None:
    line = approved_line(municipality)
    told = told_of_plan(plans.plan_of(line), "lt")
    (row,) = rows_behind(told, USED)
    assert value(told, USED).value == Decimal("90.00")
    assert row["record"].startswith("planning.entry:")
    assert told.goals[0].objectives[0].measures[0].lines[0].obstacles == ("Carers were few",)


def test_money_and_results_follow_a_line_into_the_next_version(municipality: Place) -> None:
    line = approved_line(municipality)
    amended = amend(plan=plans.plan_of(line), by=municipality.worker)
    approve(plan=amended, on=plans.APPROVED_ON, decision_no="T-2", by=municipality.worker)
    told = told_of_plan(amended, "lt")
    assert value(told, USED).value == Decimal("90.00")
    assert told.goals[0].objectives[0].measures[0].lines[0].achieved[0].text == "The centre worked"


def test_a_report_is_begun_on_the_version_in_force_only(municipality: Place) -> None:
    draft = plans.plan(municipality)
    with pytest.raises(NotInForce):
        begin(plan=draft, by=municipality.worker)


def test_what_a_document_says_of_a_year_counts_where_there_is_no_plan(municipality: Place) -> None:
    found = begun(municipality)
    source = PlanSource.objects.get(code="SAV")
    said: dict[str, Any] = {"year": 2022, "source": source, "amount": Decimal(70), "document": "Report 2022"}
    beside.add_earlier(organisation=municipality.organisation, **said, by=municipality.worker)
    key = FigureKey("plan-money.of-year", "column", "4", 1)
    assert value(told_of(found.report, "lt"), key).value == Decimal(70)
    assert rows_behind(told_of(found.report, "lt"), key)[0]["document"] == "Report 2022"


def test_an_activity_beside_the_plan_counts_in_the_year_until_it_is_withdrawn(municipality: Place) -> None:
    found = begun(municipality)
    source = PlanSource.objects.get(code="SAV")
    row = beside.add_beside(
        group=found.group, body="Library", text="A feast", amount=Decimal(5), source=source, document="No 1", by=municipality.worker
    )
    year = FigureKey("plan-money.of-year")
    assert value(told_of(found.report, "lt"), year).value == Decimal(95)
    beside.withdraw(row=row, reason="Counted twice", by=municipality.worker)
    assert value(told_of(found.report, "lt"), year).value == Decimal(90)
    with pytest.raises(beside.WithdrawnAlready):
        beside.withdraw(row=row, reason="Again", by=municipality.worker)


def test_a_plan_is_read_by_as_many_questions_whatever_its_size(municipality: Place) -> None:
    line = plans.line(municipality)
    with CaptureQueriesContext(
        connection,
    ) as few:
        told_of_plan(plans.plan_of(line), "lt")
    for _each in range(4):
        plans.line(municipality, line.measure)
    with CaptureQueriesContext(connection) as many:
        told_of_plan(plans.plan_of(line), "lt")
    assert len(many) == len(few) < 30


def test_a_plan_whose_report_nobody_began_leaves_as_a_draft(municipality: Place) -> None:
    approved_line(municipality)
    found = current("plan-implementation", municipality.organisation, Period.year(2023))
    assert not found.seal.is_signed
    assert found.document.values["plan-money.used"].value == Decimal("90.00")
