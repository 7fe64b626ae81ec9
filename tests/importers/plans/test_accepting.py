"""What a person accepted is the plan, to the cent; what was used is the ledger; and all of it may be taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum

from globa.importers.plans.accepting import accept, plan_of, undo
from globa.importers.plans.booking import amounts_of
from globa.importers.plans.decisions import Answer, Choice, Decisions
from globa.importers.plans.kept import ImportState, decide
from globa.importers.plans.refusals import DecidedAlready, NotDecided, RestsOn, WithoutSource
from globa.importers.plans.understood import Amount, Money
from globa.journal.keys import new_key
from globa.journal.operations import AlreadyDone, Operation
from globa.journal.refusals import Untrue
from globa.planning.ledger import Entry
from globa.planning.plans.amending import amend
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan, approve
from globa.planning.plans.results import AchievedResult, ExpectedResult
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.reports.implementation.group import begin
from globa.reports.keeping.reports import Report
from tests import plans
from tests.builders import Place
from tests.importers.plans.accepted import decide_all, kept, small

APPROVED: dict[str, Any] = {"approved_on": plans.APPROVED_ON, "decision_no": "TS-50"}


def total(rows: Any) -> Decimal:
    found: Decimal = rows.aggregate(total=Sum("amount"))["total"]
    return found


def line_of(no: str) -> PlanLine:
    return PlanLine.objects.filter(measure__no=no).order_by("position")[0]


def test_the_report_of_visaginas_becomes_its_plan_to_the_cent(municipality: Place) -> None:
    plan = accept(plan=decide_all(municipality, kept(municipality)), by=municipality.worker, **APPROVED)
    assert [model.objects.count() for model in (Goal, Objective, Measure, PlanLine)] == [2, 6, 22, 25]
    assert total(PlannedAmount.objects.wholes()) == Decimal("2127543.79")
    assert total(Entry.objects.filter(line__isnull=False)) == Decimal("1636341.93")
    assert (plan.is_draft, plan.state, plan.form) == (False, "approved", "2007")


def test_parts_stand_under_their_amount_and_missing_is_never_nothing(municipality: Place) -> None:
    accept(plan=decide_all(municipality, kept(municipality)), by=municipality.worker)
    whole = line_of("1.2.2").planned_amounts.get(parent__isnull=True)
    assert list(whole.parts.values_list("purpose", "amount")) == [
        ("tiesioginės išlaidos", Decimal("376270.27")),
        ("netiesioginės išlaidos", Decimal("112881.08")),
    ]
    assert line_of("1.2.6").planned_amounts.get().missing == "unknown"
    assert [(line_of(no).planned_missing, line_of(no).used_missing) for no in ("2.1.2", "2.2.1")] == [
        ("none", "none"),
        ("in_kind", "in_kind"),
    ]


def test_bodies_are_named_and_those_that_are_known_are_pointed_to(municipality: Place) -> None:
    plan = decide_all(municipality, kept(municipality))
    key = str(municipality.organisation.pk)
    decide(plan=plan, by=municipality.worker, change=lambda made: made.bodies.update({"Savivaldybės administracija": key}))
    accept(plan=plan, by=municipality.worker)
    assert LineBody.objects.filter(body=municipality.organisation).count() == 9
    assert line_of("1.2.1").bodies.count() == 4
    assert Entry.objects.filter(line=line_of("1.2.9")).get().body == municipality.organisation


def test_results_that_were_confirmed_are_numbers_with_the_document_as_their_proof(municipality: Place) -> None:
    accept(plan=decide_all(municipality, kept(municipality)), by=municipality.worker)
    assert ExpectedResult.objects.filter(quantity__isnull=False).exists()
    told = AchievedResult.objects.filter(quantity__isnull=False)
    assert {one.file.name for one in told.select_related("file") if one.file} == {"visaginas-goals-1-2.docx"}


def test_it_is_one_operation_that_names_the_import_and_keeps_the_original(municipality: Place) -> None:
    plan = decide_all(municipality, kept(municipality))
    made = accept(plan=plan, by=municipality.worker)
    assert Operation.objects.filter(imported_from=plan.pk).values_list("verb", flat=True).get() == "importers.accept_plan"
    assert (plan.state, plan.content(), plan_of(plan)) == (ImportState.ACCEPTED, None, made)
    assert made.file is not None
    assert made.file.sha256 == plan.sha256


def test_nothing_is_written_while_a_doubt_is_open(municipality: Place) -> None:
    plan = kept(municipality)
    with pytest.raises(NotDecided):
        accept(plan=plan, by=municipality.worker)
    assert not Plan.objects.exists()


def test_it_is_accepted_once(municipality: Place) -> None:
    plan, once = decide_all(municipality, kept(municipality)), new_key()
    accept(plan=plan, by=municipality.worker, once=once)
    with pytest.raises(AlreadyDone):
        accept(plan=plan, by=municipality.worker, once=once)
    with pytest.raises(DecidedAlready):
        accept(plan=plan, by=municipality.worker)


def test_a_year_that_has_a_plan_gets_no_other(municipality: Place) -> None:
    plans.plan(municipality)
    with pytest.raises(Untrue, match="already a plan of this year"):
        accept(plan=decide_all(municipality, kept(municipality)), by=municipality.worker)


def test_a_dash_that_was_answered_is_an_amount(municipality: Place) -> None:
    plan = decide_all(municipality, small(municipality))

    def typed(decisions: Decisions) -> None:
        read = plan.what_was_read()
        assert read is not None
        number = next(str(at) for at, one in enumerate(read.plan.problems) if one.doubt == "dash")
        decisions.doubts[number] = Answer(Choice.TYPE, amount=Decimal(5))

    decide(plan=plan, by=municipality.worker, change=typed)
    assert accept(plan=plan, by=municipality.worker).goals.count() == 1
    assert line_of("1.1.2").planned_amounts.get().amount == Decimal(5)


@pytest.mark.parametrize("money", [Money(stated=Decimal(5)), Money((Amount(Decimal(5), ""),))])
def test_an_amount_of_no_source_is_refused(money: Money) -> None:
    with pytest.raises(WithoutSource, match=r"Measure 1.1.2 has an amount of 5.00"):
        amounts_of(money, "1.1.2")


def test_the_whole_is_taken_back(municipality: Place) -> None:
    plan = decide_all(municipality, kept(municipality))
    made = accept(plan=plan, by=municipality.worker, **APPROVED)
    undo(plan=plan, reason="another file", by=municipality.worker)
    made.refresh_from_db()
    assert (plan.state, made.withdrawn_on is None) == (ImportState.UNDONE, False)
    assert not Entry.objects.standing().exists()
    accept(plan=decide_all(municipality, kept(municipality)), by=municipality.worker, **APPROVED)
    assert total(Entry.objects.standing()) == Decimal("1636341.93")


@pytest.mark.parametrize(
    ("what", "said"),
    [("approve", "was approved after"), ("sign", "A report on the plan"), ("amend", "A later version"), ("book", "Amounts were booked")],
)
def test_what_rests_on_it_keeps_it(what: str, said: str, municipality: Place) -> None:
    plan = decide_all(municipality, small(municipality))
    made = accept(plan=plan, by=municipality.worker, **({} if what == "approve" else APPROVED))
    if what == "approve":
        approve(plan=made, on=plans.APPROVED_ON, decision_no="TS-50", by=municipality.worker)
    elif what == "sign":
        begin(plan=made, by=municipality.worker)
        Report.objects.update(state="in_signing")
    elif what == "amend":
        amend(plan=made, by=municipality.worker)
    else:
        plans.used(municipality, line_of("1.1.1"))
    with pytest.raises(RestsOn, match=said):
        undo(plan=plan, reason="another file", by=municipality.worker)
