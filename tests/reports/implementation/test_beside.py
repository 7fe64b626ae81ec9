"""What a document tells beside a plan waits for the report on it, and goes with it when the document is taken back."""

from __future__ import annotations

import pytest

from globa.planning.plans.plans import Plan
from globa.reports.implementation.beside import BesidePlan, forget_beside, keep_beside
from globa.reports.implementation.group import WorkingGroup, begin
from tests import plans
from tests.builders import Place

pytestmark = pytest.mark.django_db


def approved(at: Place) -> Plan:
    return plans.plan_of(plans.approved(at, plans.line(at)))


def kept(at: Place, plan: Plan) -> BesidePlan:
    return keep_beside(plan=plan, body="Library", text="A feast", by=at.worker)


def in_report(plan: Plan) -> list[str]:
    return [one.text for one in BesidePlan.objects.in_force().filter(group__plan=plan)]


def test_it_waits_and_stands_in_the_report_that_is_begun(municipality: Place) -> None:
    plan = approved(municipality)
    row = kept(municipality, plan)
    assert in_report(plan) == []
    begin(plan=plan, by=municipality.worker)
    assert in_report(plan) == ["A feast"]
    assert set(BesidePlan.objects.values_list("lineage", flat=True)) == {row.lineage}


def test_it_comes_into_the_report_that_is_being_written_and_is_taken_back_from_both(municipality: Place) -> None:
    plan = approved(municipality)
    begin(plan=plan, by=municipality.worker)
    row = kept(municipality, plan)
    assert WorkingGroup.objects.get().beside.count() == 1
    forget_beside(rows=[row], reason="another file", by=municipality.worker)
    assert not BesidePlan.objects.in_force().exists()
