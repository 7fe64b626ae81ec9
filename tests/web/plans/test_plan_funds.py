"""Used money by source and year, in the columns of the form; two years compared."""

from __future__ import annotations

from decimal import Decimal

from django.test import Client

from globa.planning.plans.sources import PlanSource
from globa.reports.implementation import beside
from globa.web.plans.funds import table
from tests import plans
from tests.builders import Place

FOUND: dict[int, dict[int | None, Decimal]] = {
    2021: {4: Decimal(100), 3: Decimal(50)},
    2022: {4: Decimal(80)},
    2023: {4: Decimal(120), None: Decimal(5)},
}


def test_years_stand_side_by_side_and_a_column_without_money_is_left_out() -> None:
    made = table(FOUND, (2021, 2023))
    assert made.years == [2021, 2022, 2023]
    assert [row.amounts for row in made.rows] == [
        [Decimal(50), None, None], [Decimal(100), Decimal(80), Decimal(120)], [None, None, Decimal(5)],
    ]  # fmt: skip
    assert made.totals.amounts == [Decimal(150), Decimal(80), Decimal(125)]


def test_two_years_are_compared_and_a_missing_one_is_no_share() -> None:
    made = table(FOUND, (2021, 2023))
    assert [row.compared.percent if row.compared else None for row in made.rows] == [None, Decimal(120), None]


def test_the_page_counts_what_the_ledger_says_of_the_plan(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    plans.used(municipality, line, "90.00")
    plans.used(municipality, line, "10.00", source="plan-vb-std")
    page = clerk.get("/plans/funds/")
    assert [(str(row.title), row.amounts) for row in page.context["table"].rows] == [
        ("State budget", [Decimal("10.00")]), ("Municipal budget", [Decimal("90.00")]),
    ]  # fmt: skip


def test_nothing_booked_is_said(clerk: Client) -> None:
    assert "Nothing was booked for a plan yet" in clerk.get("/plans/funds/").content.decode()


def told(at: Place, year: int, euros: str, source: str = "VB") -> None:
    of = PlanSource.objects.get(code=source)
    beside.add_earlier(organisation=at.organisation, year=year, source=of, amount=Decimal(euros), document="Report 2023", by=at.worker)


def test_an_earlier_year_out_of_a_document_stands_beside_what_is_counted(clerk: Client, municipality: Place) -> None:
    plans.used(municipality, plans.line(municipality), "90.00")
    told(municipality, 2022, "60.00")
    told(municipality, 2022, "30.00", "SAV")
    told(municipality, 2023, "7.00")
    page = clerk.get("/plans/funds/")
    table = page.context["table"]
    assert [(year, total) for year, total in zip(table.years, table.totals.amounts, strict=True)] == [
        (2022, Decimal("90.00")), (2023, Decimal("90.00")),
    ]  # fmt: skip
    assert page.context["told"] == [(2022, ["Report 2023"])]
