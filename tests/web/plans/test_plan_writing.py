"""A plan written by hand: begun, filled part by part, approved, amended; what is refused keeps what was typed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult
from globa.planning.plans.sources import PlanSource
from globa.planning.plans.tree import Goal, Measure, Objective
from tests import plans
from tests.builders import Place


def send(clerk: Client, address: str, do: str, **given: Any) -> Any:
    return clerk.post(address, {"do": do, **{f"{do}-{name}": value for name, value in given.items()}})


def test_a_plan_is_written_from_nothing_to_the_line(clerk: Client) -> None:
    begun = send(clerk, "/plans/new/", "begin", year="2025", title="Plan of 2025", form="2024")
    plan = Plan.objects.get()
    assert begun["Location"] == f"/plans/{plan.pk}/tree/"
    send(clerk, f"/plans/{plan.pk}/tree/", "goal", no="1", text="Care at home")
    send(clerk, f"/plans/{plan.pk}/tree/{Goal.objects.get().pk}/", "add", no="1.1", text="Help carers")
    send(clerk, f"/plans/{plan.pk}/tree/{Objective.objects.get().pk}/", "add", no="1.1.1", text="Keep a centre", kind="service")
    added = send(clerk, f"/plans/{plan.pk}/tree/{Measure.objects.get().pk}/", "add", bodies="Centre\nVisaginas")
    line = PlanLine.objects.get()
    assert added["Location"] == f"/plans/{plan.pk}/lines/{line.pk}/"
    assert list(line.bodies.values_list("name", flat=True)) == ["Centre", "Visaginas"]


def line_page(line: PlanLine) -> str:
    return f"/plans/{plans.plan_of(line).pk}/lines/{line.pk}/"


def test_an_amount_is_planned_as_it_is_written(clerk: Client, municipality: Place) -> None:
    line, source = plans.line(municipality), PlanSource.objects.get(code="ES")
    assert send(clerk, line_page(line), "amount", source=source.pk, amount="139 177,44", purpose="Wages").status_code == 302
    assert PlannedAmount.objects.values_list("amount", "purpose").get() == (Decimal("139177.44"), "Wages")


def test_neither_an_amount_nor_why_there_is_none_is_refused_and_what_was_typed_stays(clerk: Client, municipality: Place) -> None:
    line, source = plans.line(municipality), PlanSource.objects.get(code="ES")
    page = send(clerk, line_page(line), "amount", source=source.pk, purpose="Wages")
    assert page.status_code == 422
    assert "Write the amount, or say why there is none" in page.content.decode()
    assert 'value="Wages"' in page.content.decode()


def test_a_target_or_words_alone_are_expected(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    send(clerk, line_page(line), "expect", text="Children", comparator="about", quantity="48", unit="children")
    send(clerk, line_page(line), "expect", text="Better care")
    assert list(ExpectedResult.objects.values_list("text", "comparator", "quantity")) == [
        ("Children", "about", Decimal(48)), ("Better care", "", None),
    ]  # fmt: skip


def test_a_number_by_hand_needs_a_reason_and_a_paper(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    given = {"text": "50 children", "quantity": "50", "unit": "children"}
    assert send(clerk, line_page(line), "result", **given).status_code == 422
    paper = {"paper_number": "S-12", "paper_on_year": "2024", "paper_on_month": "2", "paper_on_day": "1"}
    assert send(clerk, line_page(line), "result", reason="From the centre's letter", **given, **paper).status_code == 302
    result = AchievedResult.objects.get()
    assert (result.quantity, str(result.paper)) == (Decimal(50), "other S-12")


def test_a_paper_of_a_refused_result_is_not_kept(clerk: Client, municipality: Place) -> None:
    from globa.registry.papers import Paper

    paper = {"paper_number": "S-12", "paper_on_year": "2024", "paper_on_month": "2", "paper_on_day": "1"}
    assert send(clerk, line_page(plans.line(municipality)), "result", text="50", quantity="50", unit="", **paper).status_code == 422
    assert not Paper.objects.exists()


def test_an_approved_plan_is_not_written_in_and_its_results_are(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    plan = plans.plan_of(line)
    decided = {"on_year": "2023", "on_month": "3", "on_day": "30", "decision_no": "TS-50"}
    assert send(clerk, f"/plans/{plan.pk}/approve/", "approve", **decided)["Location"] == f"/plans/{plan.pk}/"
    assert clerk.get(f"/plans/{plan.pk}/tree/").status_code == 404
    assert send(clerk, line_page(line), "amount", source="x").status_code == 404
    assert send(clerk, line_page(line), "result", text="Done").status_code == 302


def test_the_next_version_is_a_copy_and_the_page_says_what_it_changes(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    plans.amount(municipality, line, "100.00")
    plans.used(municipality, line, "90.00")
    plans.approved(municipality, line)
    send(clerk, f"/plans/{plans.plan_of(line).pk}/amend/", "amend", title="Amended")
    later = Plan.objects.get(version=2)
    copied = PlanLine.objects.get(measure__objective__goal__plan=later)
    plans.amount(municipality, copied, "20.00", source="VB")
    page = clerk.get(f"/plans/{later.pk}/differences/")
    assert "Difference: EUR 20.00." in re.sub(r"<[^>]+>", "", page.content.decode()).replace("\xa0", " ")
    assert [(one.no, one.source.code, one.before, one.after) for one in page.context["amounts"]] == [("1.1.1", "VB", None, Decimal(20))]
    assert clerk.get(f"/plans/{later.pk}/").context["drawn"].money.used == {"SAV": Decimal("90.00")}


def test_two_versions_without_amounts_say_nothing_of_money(clerk: Client, municipality: Place) -> None:
    line = plans.approved(municipality, plans.line(municipality))
    send(clerk, f"/plans/{plans.plan_of(line).pk}/amend/", "amend", title="Amended")
    later = Plan.objects.get(version=2)
    page = clerk.get(f"/plans/{later.pk}/differences/").content.decode()
    assert ("0.00" in page, "Planned before" in page, "No planned amount differs." in page) == (False, False, True)
    plans.amount(municipality, PlanLine.objects.get(measure__objective__goal__plan=later), "20.00")
    page = clerk.get(f"/plans/{later.pk}/differences/").content.decode()
    assert ("Before no amount was planned, now" in page, "Difference:" in page) == (True, False)


def test_a_draft_is_taken_back_whole(clerk: Client, municipality: Place) -> None:
    plan = plans.plan(municipality)
    assert send(clerk, f"/plans/{plan.pk}/tree/", "withdraw", reason="By mistake")["Location"] == "/plans/"
    assert not Plan.objects.in_force().exists()


@pytest.mark.parametrize("page", ["tree", "approve", "amend"])
def test_who_only_reads_plans_does_not_come_to_where_they_are_written(page: str, clerk: Client, municipality: Place, as_owner: Any) -> None:
    line = plans.line(municipality)
    if page == "amend":
        plans.approved(municipality, line)
    with as_owner():
        municipality.worker.appointments.update(role="auditor")
    assert clerk.get(f"/plans/{plans.plan_of(line).pk}/").status_code == 200
    assert clerk.get(f"/plans/{plans.plan_of(line).pk}/{page}/").status_code == 404
