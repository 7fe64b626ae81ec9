"""Plans of several years side by side: which measure is which, what was used of it, and the table that the report prints."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from globa.planning.plans.amending import amend
from globa.planning.plans.changing import withdraw
from globa.planning.plans.plans import approve
from globa.reports.document import FigureKey
from globa.reports.implementation.counting import rows_behind, value
from globa.reports.implementation.reading import told_of_plan
from globa.reports.implementation.told import Goal, Line, Measure, Objective, Side, Told
from globa.reports.implementation.years_apart import measures_before, through
from tests import plans
from tests.builders import Place
from tests.reports.implementation.drawing import drawn
from tests.reports.implementation.test_tables import cells, table
from tests.reports.implementation.told import TOLD, used
from tests.reports.implementation.world import approved_line

BEFORE = FigureKey("plan-money.used", "measure", "1.1.1", 1)


def measure(no: str, text: str, *sums: str) -> Measure:
    return Measure(no, text, (Line(f"{no}-1", (), used=Side(tuple(map(used, sums)))),))


def goal(*measures: Measure, no: str = "1", text: str = "Plėsti paslaugas") -> Goal:
    return Goal(no, text, (Objective("1.1", "", measures),))


def told(*earlier: tuple[int, list[Goal]]) -> Told:
    return replace(TOLD, before=measures_before(TOLD.goals, earlier))


def printed(of: Told) -> list[list[str]]:
    return cells(drawn(of), "years.measures")


def test_measures_of_two_years_stand_side_by_side_with_their_change() -> None:
    of = told((2022, [goal(measure("1.1.1", "Projektas", "90000.00"), measure("1.1.2", "stovykla"))]))
    assert printed(of) == [
        ["1. Plėsti paslaugas", "90 000,00", "97 390,00", "+7 390,00"],
        ["1.1.1. projektas", "90 000,00", "96 689,00", "+6 689,00"],
        ["1.1.2. stovykla", "–", "701,00", ""],
        ["Iš viso", "90 000,00", "97 390,00", "+7 390,00"],
    ]
    assert table(drawn(of), "years.measures").columns == ("2022 m.", "2023 m.", "Pokytis, palyginti su 2022 m.")


def test_a_measure_that_was_renumbered_is_known_by_its_words_and_one_reworded_by_its_number() -> None:
    of = told((2022, [goal(measure("1.1.2", "Projektas", "1.00"), measure("1.1.3", "ko nebėra", "2.00"))]))
    assert [row[:3] for row in printed(of)][1:4] == [
        ["1.1.1. projektas (2022: 1.1.2. Projektas)", "1,00", "96 689,00"],
        ["1.1.2. stovykla", "– (plane nėra)", "701,00"],
        ["1.1.3. ko nebėra", "2,00", "– (plane nėra)"],
    ]
    reworded = told((2022, [goal(measure("1.1.1", "Senas projektas", "1.00"))]))
    assert printed(reworded)[1][0] == "1.1.1. projektas (2022: 1.1.1. Senas projektas)"


def test_what_is_gone_shares_its_number_with_nothing() -> None:
    """The number 1.1.1 was another measure's, whose place is taken by the words of the present one."""
    of = told((2022, [goal(measure("1.1.1", "ko nebėra", "2.00"), measure("1.1.2", "projektas", "1.00"))]))
    rows = {one.text: (one.no, value(of, one.used(1)).value) for one in through(of, (2022,))}
    assert (rows["projektas"], rows["ko nebėra"]) == (("1.1.1", Decimal(1)), ("1.1.1", Decimal(2)))


def test_a_measure_that_left_two_years_ago_is_one_row_of_both_years() -> None:
    gone = [measure("3.1.1", "akcija", "5.00")]
    of = told((2021, [goal(*gone, no="2", text="Kita")]), (2022, [goal(*gone, no="3", text="Kita")]))
    assert printed(of)[-2:-1] == [["3.1.1. akcija", "5,00", "5,00", "– (plane nėra)", ""]]


def test_a_report_without_an_earlier_plan_has_no_such_table() -> None:
    assert "years.measures" not in [block.key for _section, block in drawn().blocks()]


@pytest.mark.django_db
def test_the_entries_behind_a_measure_of_an_earlier_year_open(municipality: Place) -> None:
    old = plans.line(municipality, plans.measure(municipality, plans.plan(municipality, 2022)))
    plans.approved(municipality, old)
    entry = plans.used(municipality, old, "70.00")
    of = told_of_plan(plans.plan_of(approved_line(municipality)), "lt")
    assert (value(of, BEFORE).value, value(of, BEFORE).title[-11:]) == (Decimal(70), "1.1.1, 2022")
    assert [row["record"] for row in rows_behind(of, BEFORE)] == [f"planning.entry:{entry.pk}"]


@pytest.mark.django_db
def test_money_of_a_line_that_an_amendment_took_out_stays_with_its_measure(municipality: Place) -> None:
    old = plans.line(municipality, plans.measure(municipality, plans.plan(municipality, 2022)))
    plans.approved(municipality, old)
    amended = amend(plan=plans.plan_of(old), by=municipality.worker)
    withdraw(part=amended.goals.get().objectives.get().measures.get(), reason="No longer", by=municipality.worker)
    plans.line(
        municipality,
        plans.tree.add_measure(objective=amended.goals.get().objectives.get(), no="1.1.2", text="Camps", by=municipality.worker),
    )
    approve(plan=amended, on=plans.APPROVED_ON, decision_no="T-2", by=municipality.worker)
    plans.used(municipality, old, "70.00")
    assert value(told_of_plan(plans.plan_of(approved_line(municipality)), "lt"), BEFORE).value == Decimal(70)
