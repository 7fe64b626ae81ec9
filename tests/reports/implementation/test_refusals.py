"""What the group and the rows beside a plan refuse, each with its sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from globa.planning.plans.sources import PlanSource
from globa.reports.implementation.beside import BesidePlan, EarlierYear, add_beside, add_earlier
from globa.reports.implementation.group import GroupPart, Named, appoint, sit
from tests.architecture.declarations import refusable
from tests.builders import Place
from tests.refusing import Case, change, is_refused
from tests.reports.implementation.test_signing import signed
from tests.reports.implementation.world import SAT_ON, begun

pytestmark = pytest.mark.django_db


def named(at: Place, *members: Named) -> None:
    appoint(group=begun(at).group, order_number="IV-2", ordered_on=None, members=members, by=at.worker)


def beside(at: Place, **given: Any) -> BesidePlan:
    told: dict[str, Any] = {"body": "Library", "text": "A feast"} | given
    return add_beside(group=begun(at).group, by=at.worker, **told)


def earlier(at: Place, **given: Any) -> EarlierYear:
    source = PlanSource.objects.get(code="SAV")
    told: dict[str, Any] = {"year": 2022, "source": source, "amount": Decimal(1), "document": "Report"} | given
    return add_earlier(organisation=at.organisation, by=at.worker, **told)


def twice(at: Place) -> None:
    earlier(at)
    earlier(at)


def after_signing(at: Place, what: str) -> None:
    found = begun(at)
    signed(found.report, at)
    if what == "group":
        sit(group=found.group, day=SAT_ON, place="Elsewhere", absent={}, by=at.worker)
    elif what == "member":
        found.group.members.in_force().update(name="Another")
    else:
        add_beside(group=found.group, body="Library", text="A feast", by=at.worker)


CASES: dict[str, Case] = {
    "sitting_is_not_before_the_order": lambda at: sit(group=begun(at).group, day=date(2024, 1, 1), place="", absent={}, by=at.worker),
    "group_member_has_a_name": lambda at: named(at, Named(" ")),
    "account_signs_once_in_a_group": lambda at: named(at, Named("Ona", user=at.worker), Named("Rasa", user=at.worker)),
    "group_has_one_chair": lambda at: named(at, Named("Ona", part=GroupPart.CHAIR), Named("Rasa", part=GroupPart.CHAIR)),
    "activity_beside_names_its_body": lambda at: beside(at, body=" "),
    "activity_beside_says_what": lambda at: beside(at, text=" "),
    "cost_beside_names_its_source": lambda at: beside(at, amount=Decimal(1)),
    "activity_stands_in_a_report_or_waits": lambda at: change(beside(at), group=None),
    "source_of_an_earlier_year_once": twice,
    "earlier_year_has_an_amount": lambda at: earlier(at, amount=Decimal(0)),
    "earlier_year_names_its_document": lambda at: earlier(at, document=" "),
    "group_of_a_report_being_written": lambda at: after_signing(at, "group"),
    "member_of_a_report_being_written": lambda at: after_signing(at, "member"),
    "activity_of_a_report_being_written": lambda at: after_signing(at, "beside"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_true_is_refused(municipality: Place, name: str) -> None:
    is_refused(name, CASES[name], municipality)


def test_every_row_beside_a_plan_has_its_cases() -> None:
    assert set(refusable(BesidePlan)) | set(refusable(EarlierYear)) <= set(CASES) | {"activity_of_own_group", "activity_beside_own_plan"}
