"""Legal days: deadlines in Lithuanian working days, and what day it is in Lithuania."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

VILNIUS = ZoneInfo("Europe/Vilnius")


def today() -> date:
    """Return the legal day: an instant is UTC, a day is what the calendar in Vilnius says."""
    return datetime.now(VILNIUS).date()


@cache
def _holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("LT")


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays()


def after_working_days(start: date, days: int) -> date:
    """Return the day on which a term of so many working days ends; the day of the start does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for back in range(4):
        try:
            return date(year, month + 1, day.day - back)
        except ValueError:
            continue
    raise ValueError(day)


def age_on(birth_date: date, day: date) -> int:
    """Full years of age on a day; who was born on 29 February grows older on 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
