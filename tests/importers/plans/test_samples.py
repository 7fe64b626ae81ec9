"""The report on Visaginas' plan of 2023, goals 1 and 2, in its six forms."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from globa.documents.reading import read
from globa.importers.plans import telling
from globa.importers.plans.understanding import understand
from globa.importers.plans.understood import Plan
from tests import documents

SAMPLES = Path(documents.__file__).with_name("samples")
FORMS = [".docx", "-split.docx", ".xlsx", ".odt", ".pdf", ".txt"]
BARE = str.maketrans("", "", " –;")


def _plan(form: str) -> Plan:
    return understand(read(SAMPLES / f"visaginas-goals-1-2{form}"), code="visaginas", year=2023)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return _plan(".docx")


def _lines(plan: Plan, number: str) -> list[dict[str, Any]]:
    goals = telling.as_json(plan)["goals"]
    measures = [measure for goal in goals for task in goal["tasks"] for measure in task["measures"]]
    return next(measure["lines"] for measure in measures if measure["no"] == number)


def _squeezed(value: Any) -> Any:
    """Dashes of lists and spaces are of the format, not of the plan."""
    if isinstance(value, dict):
        return {name: _squeezed(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_squeezed(part) for part in value]
    return value.translate(BARE) if isinstance(value, str) else value


@pytest.mark.parametrize("form", FORMS[1:])
def test_each_form_gives_the_same_goals_measures_and_amounts(plan: Plan, form: str) -> None:
    assert _squeezed(telling.as_json(_plan(form))["goals"]) == _squeezed(telling.as_json(plan)["goals"])


def test_there_are_22_measures_with_25_lines_in_six_tasks(plan: Plan) -> None:
    assert [len(goal.tasks) for goal in plan.goals] == [3, 3]
    assert len(list(plan.measures())) == 22
    assert sum(len(measure.lines) for measure in plan.measures()) == 25


def test_all_amounts_add_up_to_the_cent(plan: Plan) -> None:
    lines = [line for measure in plan.measures() for line in measure.lines]
    assert sum((line.planned.total or Decimal(0) for line in lines), Decimal(0)) == Decimal("2127543.79")
    assert sum((line.used.total or Decimal(0) for line in lines), Decimal(0)) == Decimal("1636341.93")


def test_an_amount_stands_by_its_sources(plan: Plan) -> None:
    (line,) = _lines(plan, "1.1.2")
    assert [(amount["amount"], amount["source"]) for amount in line["used"]] == [
        ("73755.00", "SAV"),
        ("22934.00", "ES"),
        ("14045.00", "GLOBOS_ISM"),
        ("255.00", "KITI"),
    ]
    assert (line["used_total"], line["used_stated_total"]) == ("110989.00", "110989.00")


def test_nested_parts_stand_under_their_amount_and_are_not_added_to_it(plan: Plan) -> None:
    (line,) = _lines(plan, "1.2.2")
    assert line["planned_total"] == "489151.35"
    (amount,) = line["planned"]
    assert amount["source"] == "VB"
    assert [(part["amount"], part["note"]) for part in amount["parts"]] == [
        ("376270.27", "tiesioginės išlaidos"),
        ("112881.08", "netiesioginės išlaidos"),
    ]


def test_bodies_with_amounts_of_their_own_are_lines_of_their_own(plan: Plan) -> None:
    first, second = _lines(plan, "1.2.7")
    assert (first["responsible"], first["planned_total"]) == (["Visagino socialinių paslaugų centras"], "39806.00")
    assert (second["responsible"], second["planned_total"]) == (["Visagino šeimos ir vaiko gerovės centras"], "62868.00")
    assert first["expected"] == "Bus organizuota vaikų dienos socialinė priežiūra ne mažiau nei 50 vaikų."
    assert second["achieved"].startswith("Organizuotas užimtumas 70 vaikų")


def test_bodies_that_act_jointly_share_one_line(plan: Plan) -> None:
    (line,) = _lines(plan, "1.2.1")
    assert line["responsible"] == [
        "Savivaldybės administracija",
        "Visagino šeimos ir vaiko gerovės centras",
        "Lietuvos Raudonojo Kryžiaus draugija",
        "Visagino šeimos krizių centras",
    ]


def test_a_dash_beside_a_source_is_an_unknown_amount_of_it(plan: Plan) -> None:
    first, second = _lines(plan, "1.2.6")
    assert first["planned"] == [{"amount": None, "source": "SAV", "note": "iš Vaikų socializacijos programos", "parts": []}]
    assert (first["planned_total"], first["missing"]) == (None, {"planned": "unknown", "used": None})
    assert second["responsible"] == ["Visagino šeimos ir vaiko gerovės centras"]


def test_a_dash_alone_is_nothing_and_support_in_kind_is_told_apart(plan: Plan) -> None:
    assert _lines(plan, "1.2.3")[0]["missing"] == {"planned": "none", "used": "none"}
    assert _lines(plan, "2.2.1")[0]["missing"] == {"planned": "in_kind", "used": "in_kind"}


def test_a_misprinted_total_is_shown_with_its_likely_reading(plan: Plan) -> None:
    (line,) = _lines(plan, "2.3.1")
    assert (line["planned_total"], line["planned_stated_total"]) == ("123000.00", None)
    (problem,) = [problem for problem in telling.as_json(plan)["problems"] if "123 00,00" in problem["message"]]
    assert problem["suggestion"] == "123000.00"
    assert problem["place"] == {"table": 2, "row": 8, "column": 3}


def test_two_used_amounts_beside_one_planned_are_for_a_person_to_decide(plan: Plan) -> None:
    lines = _lines(plan, "1.3.1")
    assert [(line["planned_total"], line["used_total"], line["missing"]["planned"]) for line in lines] == [
        ("182045.00", "93866.00", None),
        (None, "120457.00", "elsewhere"),
    ]
    assert [problem.values for problem in plan.problems if "stand side by side" in problem.sentence] == [{"planned": "1", "used": "2"}]


def test_rows_that_a_conversion_shifted_are_shown_to_a_person() -> None:
    moved = [problem.place.row for problem in _plan(".txt").problems if "other columns" in problem.sentence]
    assert moved == [13, 14, 15, 16, 17, 20, 21, 22]
