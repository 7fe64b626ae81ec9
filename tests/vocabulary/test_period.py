"""Periods are half-open, and read as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.vocabulary.period import Period, UnknownPeriod

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2023", date(2023, 1, 1), date(2024, 1, 1)),
        ("2023-Q1", date(2023, 1, 1), date(2023, 4, 1)),
        ("2023-Q4", date(2023, 10, 1), date(2024, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2023-12", date(2023, 12, 1), date(2024, 1, 1)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        (" 2023-01-01..2023-04-01 ", date(2023, 1, 1), date(2023, 4, 1)),
    ],
)
def test_a_period_is_read_from_text(text: str, begins: date, ends: date) -> None:
    assert Period.parse(text) == Period(begins, ends)


@pytest.mark.parametrize(
    "text", ["", "23", "2023-13", "2023-Q5", "2023-02-30", "2023-02-30..2023-03-01", "2023-04-01..2023-04-01", "9999-12", "last year"]
)
def test_what_is_no_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnknownPeriod, match="2023-Q1"):
        Period.parse(text)


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_is_refused(text: str) -> None:
    try:
        period = Period.parse(text)
    except UnknownPeriod:
        return
    assert period.begins < period.ends


@given(st.integers(1, 9998), st.integers(1, 12))
def test_twelve_months_make_the_year(year: int, month: int) -> None:
    months = [Period.months(year, number, 1) for number in range(1, 13)]
    assert [one.ends for one in months[:-1]] == [one.begins for one in months[1:]]
    assert Period(months[0].begins, months[-1].ends) == Period.year(year)
    assert Period.parse(str(Period.months(year, month, 1)).zfill(7)) == Period.months(year, month, 1)


@given(DAYS, st.integers(1, 5000))
def test_what_is_written_is_read_again(begins: date, days: int) -> None:
    period = Period(begins, begins + timedelta(days=days))
    assert Period.parse(str(period)) == period


@given(DAYS, st.integers(1, 5000))
def test_the_end_is_not_a_day_of_the_period(begins: date, days: int) -> None:
    period = Period(begins, begins + timedelta(days=days))
    assert period.begins in period
    assert period.last_day in period
    assert period.ends not in period
    assert period.day_before not in period


@given(DAYS, st.integers(0, 5000))
def test_a_period_without_a_day_is_none(begins: date, days: int) -> None:
    with pytest.raises(UnknownPeriod):
        Period(begins, begins - timedelta(days=days))


def test_a_year_is_known_as_one() -> None:
    assert Period.year(2023).is_year
    assert not Period.parse("2023-Q1").is_year
    assert [str(Period.parse(text)) for text in ("2023", "2023-04", "2023-Q1")] == ["2023", "2023-04", "2023-01-01..2023-04-01"]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("2024", "2023"),
        ("2024-02", "2023-02"),
        ("2024-03-15", "2023-03-15"),
        ("2024-02-28", "2023-02-28"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),
    ],
)
def test_a_year_earlier_are_the_same_days(text: str, earlier: str) -> None:
    assert str(Period.parse(text).years_before(1)) == earlier
