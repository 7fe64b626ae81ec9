"""Figures of a plan over plain rows, and the rows behind them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.reports.document import FigureKey
from globa.reports.implementation.counting import rows_behind, value, values
from globa.reports.texts.references import checked, is_known
from globa.vocabulary.refusal import Refusal
from tests.reports.implementation.told import TOLD


def counted(written: str) -> Decimal | int | None:
    key = FigureKey.parse(written)
    assert key is not None
    return value(TOLD, key).value


@pytest.mark.parametrize(
    ("key", "amount"),
    [
        ("plan-money.planned", "183377.44"),
        ("plan-money.used", "97390.00"),
        ("plan-money.used[line=1.1.1-1]", "96689.00"),
        ("plan-money.used[line=1.1.1-1,source=ES]", "22934.00"),
        ("plan-money.used[goal=1,column=4]", "74456.00"),
        ("plan-money.of-year", "97690.00"),
        ("plan-money.of-year[column=4]@1", "90000.00"),
    ],
)
def test_money_is_added_by_where_it_stands_and_who_pays(key: str, amount: str) -> None:
    assert counted(key) == Decimal(amount)


@pytest.mark.parametrize("key", ["plan-money.planned[measure=1.1.2]", "plan-money.used[line=1.1.2-2]", "plan-money.of-year[column=7]@1"])
def test_no_sum_is_never_a_zero(key: str) -> None:
    assert counted(key) is None


def test_the_rows_behind_a_number_make_it() -> None:
    for written in ("plan-money.used", "plan-money.used[measure=1.1.1]", "plan-money.of-year"):
        key = FigureKey.parse(written)
        assert key is not None
        assert sum(Decimal(row["amount"]) for row in rows_behind(TOLD, key)) == value(TOLD, key).value


def test_a_place_that_the_plan_does_not_have_is_not_recorded() -> None:
    assert not value(TOLD, FigureKey("plan-money.used", "goal", "9")).recorded
    assert value(TOLD, FigureKey("plan-money.used", "line", "1.1.2-2")).recorded


def test_a_result_is_what_the_records_say() -> None:
    key = FigureKey("plan-result.reached", "expected", "1.1.1-1-1")
    assert (value(TOLD, key).value, value(TOLD, key).unit) == (50, "children")
    assert value(TOLD, key).evidence_count == 50


def test_a_text_may_name_a_figure_of_a_plan_and_no_part_that_there_is_not() -> None:
    assert checked("{plan-money.used[source=SAV]:unit}, {sitting}")
    assert not is_known(FigureKey("plan-money.used"))
    with pytest.raises(Refusal):
        checked("{plan-money.used[dwelling=home]}")


def test_keys_of_other_figures_are_passed_over() -> None:
    assert list(values(TOLD, [FigureKey("homes.children"), FigureKey("plan-money.used")])) == ["plan-money.used"]
