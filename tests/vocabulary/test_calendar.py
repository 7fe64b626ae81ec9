"""Working days in Lithuania, legal days, ages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.vocabulary import calendar
from globa.vocabulary.calendar import after_working_days, age_on, is_working_day

DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2023, 2, 16),
        date(2023, 3, 11),
        date(2023, 4, 9),
        date(2023, 4, 10),
        date(2023, 5, 1),
        date(2023, 6, 24),
        date(2023, 7, 6),
        date(2023, 8, 15),
        date(2023, 11, 1),
        date(2023, 11, 2),
        date(2023, 12, 24),
        date(2023, 12, 25),
        date(2023, 12, 26),
        date(2024, 1, 1),
    ],
)
def test_on_a_holiday_nobody_works(holiday: date) -> None:
    assert not is_working_day(holiday)


@pytest.mark.parametrize(
    ("start", "days", "ends"),
    [
        (date(2023, 5, 10), 1, date(2023, 5, 11)),
        (date(2023, 5, 12), 1, date(2023, 5, 15)),
        (date(2023, 12, 22), 1, date(2023, 12, 27)),
        (date(2023, 12, 22), 10, date(2024, 1, 10)),
        (date(2023, 4, 6), 2, date(2023, 4, 11)),
        (date(2023, 5, 13), 0, date(2023, 5, 13)),
    ],
)
def test_a_term_of_working_days_leaves_out_weekends_and_holidays(start: date, days: int, ends: date) -> None:
    assert after_working_days(start, days) == ends


@given(DAYS, st.integers(1, 60))
def test_a_term_ends_on_a_working_day_and_has_as_many_as_it_says(start: date, days: int) -> None:
    ends = after_working_days(start, days)
    assert is_working_day(ends)
    assert sum(is_working_day(start + timedelta(days=number)) for number in range(1, (ends - start).days + 1)) == days


def test_who_was_born_on_29_february_grows_older_on_1_march() -> None:
    born = date(2012, 2, 29)
    assert [age_on(born, day) for day in (date(2030, 2, 28), date(2030, 3, 1))] == [17, 18]
    assert [age_on(born, day) for day in (date(2028, 2, 28), date(2028, 2, 29))] == [15, 16]


@given(DAYS, st.integers(0, 20000))
def test_age_is_the_number_of_birthdays_that_have_come(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    birthdays = sum(_birthday(born, year) <= day for year in range(born.year + 1, day.year + 1))
    assert age_on(born, day) == birthdays


def _birthday(born: date, year: int) -> date:
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def test_the_day_begins_at_midnight_in_vilnius(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2023, 12, 31, 22, 30, tzinfo=UTC).astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr(calendar, "datetime", Late)
    assert calendar.today() == date(2024, 1, 1)
