"""Money for one person or case beside other years and other lines: asked about with both figures where it is far from them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from globa.reports.checks.finding import Finding
from globa.reports.checks.unit_values import find
from globa.reports.implementation.told import Told, UnitValue


def cost(year: int, used: int, count: int, *, line: str = "a", text: str = "globoti vaikus", unit: str = "vaikas") -> UnitValue:
    return UnitValue(year, "1.1.1", text, line, unit, Decimal(used), Decimal(count))


def found(*values: UnitValue) -> list[Finding]:
    with translation.override("en"):
        return list(find(Told(2023, unit_values=values)))


def test_far_from_the_other_years_it_is_asked_about_with_both_figures() -> None:
    (one,) = found(cost(2023, 10_000, 10), cost(2022, 4_000, 10), cost(2021, 3_000, 10))
    assert (one.asks, one.stated, one.true) == (True, "EUR\N{NO-BREAK SPACE}1,000.00", "EUR\N{NO-BREAK SPACE}350.00")
    assert "in other years (2021, 2022)" in one.message


def test_twice_as_much_is_not_far_yet() -> None:
    assert found(cost(2023, 6_000, 10), cost(2022, 3_000, 10)) == []


def test_far_below_is_far_too() -> None:
    assert len(found(cost(2023, 1_000, 10), cost(2022, 3_000, 10))) == 1


def test_among_many_that_differ_among_themselves_it_is_not_unusual() -> None:
    years = [cost(year, used, 1) for year, used in ((2018, 100), (2019, 900), (2020, 400), (2021, 1_500), (2022, 250))]
    assert found(cost(2023, 1_000, 1), *years) == []
    steady = [cost(year, used, 1) for year, used in ((2018, 390), (2019, 400), (2020, 410), (2021, 405), (2022, 395))]
    assert len(found(cost(2023, 1_000, 1), *steady)) == 1


def test_another_line_of_the_measure_is_compared_where_no_other_year_is() -> None:
    said = found(cost(2023, 1_000, 1), cost(2023, 100, 1, line="b"))
    assert ["on the other lines of the measure" in one.message for one in said] == [True, True]


@pytest.mark.parametrize("other", [cost(2022, 100, 1, unit="šeima"), cost(2022, 100, 1, text="rengti stovyklas")])
def test_another_unit_or_another_measure_is_not_compared(other: UnitValue) -> None:
    assert found(cost(2023, 1_000, 1), other) == []
