"""A day as it is written - 2023-06-05, 05.06.2023, 2023 m. birželio 5 d. - and the day that it is."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("saus", "vas", "kov", "bal", "geg", "bir", "liep", "rugp", "rugs", "spal", "lap", "gruod")
NUMBERS = re.compile(r"(\d{4})\s?[-./–]\s?(\d{1,2})\s?[-./–]\s?(\d{1,2})")
BACKWARDS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
WORDS = re.compile(r"(\d{4})\D*?([^\W\d_]{4,})\s*(\d{1,2})(?!\s*[-–]\s*\d)", re.IGNORECASE)


def day(text: str) -> date | None:
    """None for a day without its year, for several days, and for what no calendar has."""
    if found := NUMBERS.search(text):
        return _made(found[1], found[2], found[3])
    if found := BACKWARDS.search(text):
        return _made(found[3], found[2], found[1])
    if found := WORDS.search(text):
        name = found[2].lower()
        month = next((number for number, beginning in enumerate(MONTHS, 1) if name.startswith(beginning)), 0)
        return _made(found[1], str(month), found[3])
    return None


def _made(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None
