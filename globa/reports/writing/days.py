"""Days, spans and the clock as the reader's language writes them."""

from __future__ import annotations

from datetime import date, datetime, time

from babel.dates import format_date
from django.utils.translation import gettext as _

from globa.reports.writing.numbers import NO_BREAK, language, locale
from globa.vocabulary.period import Period

QUARTERS = ("I", "II", "III", "IV")


def iso(day: date) -> str:
    return f"{day:%Y-%m-%d}"


def in_a_sentence(day: date, weekday: bool = False) -> str:
    """Write “2024 m. sausio 15 d.” or “15 January 2024”; the parts of the day do not break apart."""
    if language() == "lt":
        return format_date(day, "y'\u00a0m.' MMMM d'\u00a0d.'" + (", EEEE" if weekday else ""), locale=locale())
    return format_date(day, ("EEEE " if weekday else "") + "d\u00a0MMMM y", locale=locale())


def clock(moment: time | datetime) -> str:
    if language() == "lt":
        return f"{moment.hour}.{moment:%M}{NO_BREAK}val."
    return f"{moment:%H:%M}"


def month(day: date, width: str = "short") -> str:
    """Name the month: `narrow` S, `short` saus., `long` sausis."""
    return format_date(day, {"narrow": "LLLLL", "short": "LLL", "long": "LLLL"}[width], locale=locale())


def period(stretch: Period) -> str:
    """Write “2023 m.”, “2023 m. II ketvirtis”, “2023 m. balandis”, “2023 m. balandžio 15 d.”, or its first and last day."""
    first = stretch.begins
    if stretch.is_year:
        return f"{first.year}{NO_BREAK}m." if language() == "lt" else str(first.year)
    if stretch == Period.months(first.year, first.month, 1):
        return f"{first.year}{NO_BREAK}m. {month(first, 'long')}" if language() == "lt" else f"{month(first, 'long')} {first.year}"
    if stretch.is_day:
        return in_a_sentence(first)
    if first.month % 3 == 1 and stretch == Period.months(first.year, first.month, 3):
        quarter = QUARTERS[first.month // 3]
        return f"{first.year}{NO_BREAK}m. {quarter}{NO_BREAK}ketvirtis" if language() == "lt" else f"quarter {quarter} of {first.year}"
    return _("%(first)s to %(last)s") % {"first": iso(first), "last": iso(stretch.last_day)}


def figure_day(when: str) -> str:
    """Write what a figure's `when` says: a year as a period, a day as a day, anything else as it is."""
    return period(Period.parse(when)) if len(when) in (4, 7) else when


def age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
