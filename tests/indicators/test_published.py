"""Every printed row has a figure that answers it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.indicators.catalogue import CATALOGUE
from globa.indicators.published import UnknownReport, rows


def test_every_row_is_answered_by_a_figure_and_a_part_of_it() -> None:
    for row in rows("alytus-2023"):
        assert set(row.where) <= set(CATALOGUE[row.indicator].card.dimensions), row.id
    assert len(rows("alytus-2023")) == 111


def test_a_row_that_is_a_part_says_which() -> None:
    answered = {row.id: (row.indicator, row.where) for row in rows("alytus-2023")}
    assert answered["B18"] == ("homes.at-school", {"school": "alytus-school-4"})
    assert answered["H16"] == ("budget.spending", {})


def test_what_is_true_is_a_number() -> None:
    told = {row.id: row.true_number for row in rows("alytus-2023")}
    assert (told["C7a"], told["E10"], told["H16"]) == (Decimal(35), Decimal(100), Decimal("1356326.61"))


def test_units_of_the_rows_are_those_of_the_figures() -> None:
    words = {"consultations": "times", "persons": "persons"}
    for row in rows("alytus-2023"):
        unit = CATALOGUE[row.indicator].unit.code
        assert unit == words.get(row.unit, row.unit) or (row.id, unit) in {("D10", "times"), ("D12", "times")}, row.id


def test_an_unknown_report_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UnknownReport) as refused:
        rows("alytus-2022")
    assert "Known are: alytus-2023." in str(refused.value)
