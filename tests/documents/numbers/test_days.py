"""A day in every way of writing it."""

from __future__ import annotations

from datetime import date

import pytest

from globa.documents.numbers.days import day


@pytest.mark.parametrize("text", ["2023-06-05", "2023.06.05", "05.06.2023", "2023 m. birželio 5 d.", "2023 m. birželio 05 d."])
def test_a_day_is_one_day_however_it_is_written(text: str) -> None:
    assert day(text) == date(2023, 6, 5)


@pytest.mark.parametrize("text", ["birželio 5 d.", "2023-02-30", "2023 m.", "2023 m. birželio 5–7 d.", ""])
def test_what_is_no_one_day_is_none(text: str) -> None:
    assert day(text) is None
