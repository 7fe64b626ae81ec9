"""What a document tells beside its plan and of earlier years is taken over with it, and taken back with it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.importers.plans.accepting import accept, undo
from globa.importers.plans.beside import takings
from globa.importers.plans.decisions import BesideAnswer, Decisions, YearAnswer
from globa.importers.plans.earlier import Held, Known
from globa.importers.plans.earlier import takings as years
from globa.importers.plans.kept import PlanImport, decide
from globa.planning.plans.sources import PlanSource
from globa.reports.implementation.beside import BesidePlan, EarlierYear, add_earlier
from globa.reports.implementation.group import begin
from tests import plans
from tests.builders import Place
from tests.importers.plans.accepted import decide_all, kept
from tests.importers.plans.made import ROWS, read_plan, text

pytestmark = pytest.mark.django_db
AFTER = """
Papildoma informacija
Globos centras:
1. Surengta stovykla, panaudota 250,00 Eur savivaldybės biudžeto lėšų.
2. Surengta mugė už 50,00 Eur.

Panaudotos lėšos

Metai\tIš viso panaudota lėšų Eur\tValstybės biudžeto lėšos Eur\tSavivaldybės biudžeto lėšos Eur\tGlobos išmokos, alimentai Eur
2021\t100,00\t60,00\t-\t40,00
2022\t7,00\t-\t7,00\t-
2023\t711,00\t-\t711,00\t-
"""
CONTENT = text(*ROWS[:2]) + AFTER.encode()
READ = read_plan(CONTENT)


def brought(at: Place) -> PlanImport:
    return decide_all(at, kept(at, READ, CONTENT, "ataskaita.txt"))


def told() -> list[tuple[str, str, Decimal | None]]:
    return [(one.body, one.source.code if one.source else "", one.amount) for one in BesidePlan.objects.in_force().select_related("source")]


def earlier() -> list[tuple[int, str, Decimal]]:
    return list(EarlierYear.objects.in_force().values_list("year", "source__code", "amount"))


def test_an_activity_costs_what_its_sentence_says_of_one_source_and_else_stays_words() -> None:
    first, second = takings(READ.plan, Decisions())
    assert (first.body, first.amount, first.source) == ("Globos centras", Decimal(250), "SAV")
    assert (second.told.amounts, second.amount, second.is_taken) == ((Decimal(50),), None, True)


def test_only_years_before_the_plan_are_taken_and_never_what_is_counted_or_written_here() -> None:
    found = list(years(READ.plan, Decisions(), Known(frozenset([2022]), {(2021, "VB"): Decimal(9)})))
    assert [(one.key, one.source, one.held) for one in found] == [
        ("2021.0", "VB", Held.WRITTEN),
        ("2021.2", "GLOBOS_ISM", None),
        ("2022.1", "SAV", Held.COUNTED),
    ]
    assert found[1].sources == ("GLOBOS_ISM", "ALIM")


def test_a_person_says_otherwise() -> None:
    decisions = Decisions(
        beside={"1": BesideAnswer(is_taken=True, body="Namai", amount=Decimal(50), source="KITI")},
        years={"2021.0": YearAnswer(is_taken=False), "2021.2": YearAnswer(is_taken=True, amount=Decimal(41), source="ALIM")},
    )
    assert list(takings(READ.plan, decisions))[1].source == "KITI"
    assert [(one.is_taken, one.amount, one.source) for one in years(READ.plan, decisions, Known())][:2] == [
        (False, Decimal(60), "VB"),
        (True, Decimal(41), "ALIM"),
    ]


def test_accepted_they_wait_for_the_report_and_the_table_by_year_and_taken_back_they_are_gone(municipality: Place) -> None:
    document = brought(municipality)
    plan = accept(plan=document, by=municipality.worker, approved_on=plans.APPROVED_ON, decision_no="TS-50")
    assert told() == [("Globos centras", "SAV", Decimal(250)), ("Globos centras", "", None)]
    assert earlier() == [(2021, "VB", Decimal(60)), (2021, "GLOBOS_ISM", Decimal(40)), (2022, "SAV", Decimal(7))]
    begin(plan=plan, by=municipality.worker)
    assert BesidePlan.objects.in_force().filter(group__plan=plan).count() == 2
    undo(plan=document, reason="another file", by=municipality.worker)
    assert (told(), earlier()) == ([], [])


def test_what_was_written_by_hand_before_stays_when_the_document_is_taken_back(municipality: Place) -> None:
    source = PlanSource.objects.get(code="VB")
    here, by = municipality.organisation, municipality.worker
    add_earlier(organisation=here, year=2021, source=source, amount=Decimal(9), document="Kita", by=by)
    document = brought(municipality)
    decide(plan=document, by=municipality.worker, change=lambda made: made.beside.update({"0": BesideAnswer(is_taken=False)}))
    accept(plan=document, by=municipality.worker)
    undo(plan=document, reason="another file", by=municipality.worker)
    assert earlier() == [(2021, "VB", Decimal(9))]
