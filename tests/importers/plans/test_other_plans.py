"""Plans of other shapes, and documents that are not the plan that was asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.documents.reading import read
from globa.importers.plans.refusals import AnotherMunicipality, AnotherYear, NoMeasures, UnknownMunicipality
from globa.importers.plans.understanding import understand
from globa.importers.plans.understood import Line, Missing, Plan
from tests.documents.made import lines, word, workbook

TITLE = "Utenos rajono savivaldybės 2024 m. socialinių paslaugų planas"
HEAD = ["Uždaviniai", "Priemonės", "Lėšos eurais", "Atsakingi vykdytojai", "Laukiamas rezultatas"]
ROW = ["1.1. globoti vaikus", "1.1.1. ieškoti globėjų", "100,00 savivaldybės biudžeto lėšos", "Globos centras", "Bus 5 globėjai."]


def _plan(content: bytes, code: str = "utena", year: int = 2024) -> Plan:
    return understand(read(content), code=code, year=year)


def _line(plan: Plan) -> Line:
    return next(plan.measures()).lines[0]


def _said(plan: Plan) -> list[str]:
    return [problem.sentence % problem.values for problem in plan.problems]


def test_a_plan_without_a_report_knows_nothing_of_what_was_used() -> None:
    line = _line(_plan(word(TITLE, [HEAD, ROW])))
    assert line.planned.total == Decimal("100.00")
    assert line.used.missing == Missing.UNKNOWN


def test_a_plan_of_another_year_is_refused() -> None:
    with pytest.raises(AnotherYear, match="2024"):
        _plan(word(TITLE, [HEAD, ROW]), year=2023)


def test_the_day_of_a_report_is_not_its_year() -> None:
    plan = _plan(word(TITLE, "2025 m. kovo 28 d. Utena", [HEAD, ROW]))
    assert not plan.problems


def test_a_plan_of_another_municipality_is_refused() -> None:
    with pytest.raises(AnotherMunicipality, match="Utenos rajono savivaldybė"):
        _plan(word(TITLE, [HEAD, ROW]), code="visaginas")


def test_a_city_is_not_its_district() -> None:
    with pytest.raises(AnotherMunicipality):
        _plan(word(TITLE.replace("Utenos", "Alytaus"), [HEAD, ROW]), code="alytus-city")


@pytest.mark.parametrize("code", ["utena", "LT-54", "54"])
def test_a_municipality_is_named_by_its_code_or_number(code: str) -> None:
    assert _plan(word(TITLE, [HEAD, ROW]), code=code).municipality == "utena"


def test_an_unknown_municipality_is_refused() -> None:
    with pytest.raises(UnknownMunicipality):
        _plan(word(TITLE, [HEAD, ROW]), code="atlantida")


def test_a_document_that_says_neither_year_nor_municipality_is_asked_about() -> None:
    said = _said(_plan(word([HEAD, ROW])))
    assert len(said) == 2
    assert "Utenos rajono savivaldybė" in said[0]


def test_a_document_without_measures_is_refused() -> None:
    with pytest.raises(NoMeasures):
        _plan(word(TITLE, [["Straipsnio pavadinimas", "Suma"], ["Alga", "5,00"]]))


def test_a_table_without_a_heading_is_understood_by_content_and_shown() -> None:
    report = [*ROW, "90,00 ES fondų lėšos", "Surasti 4 globėjai."]
    other = ["1.2. remti šeimas", "1.2.1. mokyti", "-", "Šeimos centras", "Bus 7 mokymai.", "-", "Vyko 7 mokymai."]
    plan = _plan(word(TITLE, [report, other]))
    line = _line(plan)
    assert (line.planned.total, line.used.total, line.achieved) == (Decimal("100.00"), Decimal("90.00"), "Surasti 4 globėjai.")
    assert any("has no heading" in said for said in _said(plan))


def test_columns_are_known_by_their_heads_in_any_order() -> None:
    order = [3, 4, 2, 1, 0]
    line = _line(_plan(word(TITLE, [[HEAD[number] for number in order], [ROW[number] for number in order]])))
    assert (line.responsible, line.expected, line.planned.total) == (("Globos centras",), "Bus 5 globėjai.", Decimal("100.00"))


def test_a_column_for_each_source_is_one_line_with_its_printed_total() -> None:
    head = ["Priemonės", "Savivaldybės biudžeto lėšos", "Valstybės biudžeto lėšos", "Iš viso lėšų", "Vykdytojas"]
    line = _line(_plan(word(TITLE, [head, ["1.1.1. globoti", "60,00", "40,00", "100,00", "Centras"]])))
    assert [(amount.source, amount.amount) for amount in line.planned.amounts] == [("SAV", Decimal(60)), ("VB", Decimal(40))]
    assert line.planned.stated == Decimal(100)


def test_a_column_of_sources_tells_whose_the_amount_is() -> None:
    head = ["Priemonės", "Lėšos tūkst. Eur", "Finansavimo šaltinis", "Vykdytojas"]
    line = _line(_plan(word(TITLE, [head, ["1.1.1. globoti", "5,5", "ES fondų lėšos", "Centras"]])))
    assert (line.planned.amounts[0].source, line.planned.total) == ("ES", Decimal("5500.00"))


def test_rows_of_further_sources_belong_to_the_measure_above() -> None:
    head = ["Priemonės", "Finansavimo šaltinis", "Lėšos", "Vykdytojas"]
    rows = [["1.1.1. globoti", "SB", "5,00", "Centras"], ["", "VB", "7,00", ""], ["1.1.2. remti", "ES", "1,00", "Centras"]]
    first, second = (measure.lines for measure in _plan(word(TITLE, [head, *rows])).measures())
    assert [[(amount.source, amount.amount) for amount in line.planned.amounts] for line in first] == [
        [("SAV", Decimal(5)), ("VB", Decimal(7))]
    ]
    assert len(second) == 1


def test_of_money_for_several_years_only_that_of_the_year_is_taken() -> None:
    head = [
        "Priemonės",
        "Lėšos 2023 m., tūkst. Eur",
        "Lėšos 2024 m., tūkst. Eur",
        "Lėšos 2025 m., tūkst. Eur",
        "Finansavimo šaltinis",
        "Vykdytojas",
    ]
    line = _line(_plan(word(TITLE, [head, ["1.1.1. globoti", "5 226", "5 833,3", "5 312", "VB", "Ministerija"]])))
    assert [(amount.source, amount.amount) for amount in line.planned.amounts] == [("VB", Decimal("5833300.00"))]


def test_numbers_may_stand_in_a_column_of_their_own() -> None:
    head = ["Eil. Nr.", "Priemonės pavadinimas", "Lėšos, tūkst. Eur", "Vykdytojas"]
    rows: list[list[object]] = [
        [1, "Tikslas. Globoti", "", ""],
        [1.1, "Uždavinys: ieškoti", "", ""],
        ["1.1.1", "Mokyti", 5.5, "Centras"],
        ["1.2", "Remti", "", ""],
    ]
    last: list[list[object]] = [["1.2.1", "Lankyti", 1, "Skyrius"], ["", "Iš viso", 6.5, ""]]
    (goal,) = _plan(workbook({"Planas": [[TITLE], [], head, *rows, *last]})).goals
    assert (goal.no, goal.text) == ("1", "Globoti")
    assert [(task.no, task.text, [measure.no for measure in task.measures]) for task in goal.tasks] == [
        ("1.1", "ieškoti", ["1.1.1"]),
        ("1.2", "Remti", ["1.2.1"]),
    ]
    assert goal.tasks[0].measures[0].lines[0].planned.total == Decimal("5500.00")


def test_parts_that_do_not_make_their_total_are_shown() -> None:
    cell = "100,00 (60,00 savivaldybės biudžeto lėšos, 30,00 ES lėšos)"
    plan = _plan(word(TITLE, [HEAD, [*ROW[:2], cell, *ROW[3:]]]))
    assert _line(plan).planned.total == Decimal("90.00")
    assert "The parts make 90.00, and the total is printed as 100.00." in _said(plan)


def test_two_sources_of_one_body_are_one_line() -> None:
    cell = "60,00 savivaldybės biudžeto lėšos; 40,00 ES fondų lėšos"
    (line,) = next(_plan(word(TITLE, [HEAD, [*ROW[:2], cell, *ROW[3:]]])).measures()).lines
    assert line.planned.total == Decimal(100)


def test_goals_and_tasks_may_be_rows_of_one_table() -> None:
    head = ["Priemonės", "Lėšos", "Vykdytojai"]
    rows = ["1 tikslas. Globoti||", "1.1. uždavinys. Ieškoti||", "1.1.1. mokyti|5,00 ES lėšos|Centras", "2 tikslas. Remti||"]
    content = lines(TITLE, "|".join(head), *rows, "2.1.1. lankyti|6,00 ES lėšos|Centras")
    goals = _plan(content).goals
    assert [(goal.no, goal.text) for goal in goals] == [("1", "Globoti"), ("2", "Remti")]
    assert [(task.no, task.text) for goal in goals for task in goal.tasks] == [("1.1", "Ieškoti"), ("2.1", "")]


def test_the_yearly_table_is_read_by_source() -> None:
    head = ["Metai", "Iš viso panaudota lėšų Eur", "Valstybės biudžeto lėšos Eur", "Globos išmokos, alimentai Eur"]
    plan = _plan(word(TITLE, [HEAD, ROW], "Panaudotos lėšos", [head, ["2023", "100,00", "60,00", "40,00"], ["2024", "9,00", "9,00", "-"]]))
    assert [(one.year, one.total) for one in plan.yearly] == [(2023, Decimal(100)), (2024, Decimal(9))]
    assert [(column.sources, column.amount) for column in plan.yearly[1].columns] == [(("VB",), Decimal(9)), (("GLOBOS_ISM", "ALIM"), None)]


def test_what_was_done_beside_the_plan_is_listed_by_institution() -> None:
    after = ["Papildoma informacija", "Globos centras:", "1. Surengta stovykla už 250,00 Eur.", "2. Vyko mugė.", "Išvados"]
    (first, second) = _plan(word(TITLE, [HEAD, ROW], *after)).additional
    assert (first.institution, first.no, first.text, first.amounts) == (
        "Globos centras",
        "1",
        "Surengta stovykla už 250,00 Eur.",
        (Decimal(250),),
    )
    assert second.text == "Vyko mugė."
