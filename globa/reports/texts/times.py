"""Of what time a sentence speaks: its days, the start or the end of the year, the year as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from globa.reports.texts.not_figures import DAY, EN_MONTHS, LT_MONTHS, YEAR
from globa.vocabulary.period import Period

MONTHS = ("saus", "vas", "kov", "bal", "geg", "bir", "liep", "rugp", "rugs", "spal", "lap", "gruod")
EN = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
ISO = re.compile(rf"\b({YEAR})-(\d\d)-(\d\d)\b")
LITHUANIAN = re.compile(rf"(?:\b({YEAR})\s*(?:m\.|met\w+)\s*)?\b({LT_MONTHS})\s+({DAY})\b", re.IGNORECASE)
ENGLISH = re.compile(rf"\b(?:({DAY})\s+({EN_MONTHS})|({EN_MONTHS})\s+({DAY}))(?:,?\s+({YEAR}))?", re.IGNORECASE)
OPENING = re.compile(r"\bmet(?:ų|us) (?:pradžio|pradž)|\bpradedant|\b(?:start|beginning) of (?:the )?(?:year|\d{4})", re.IGNORECASE)
CLOSING = re.compile(r"\bmet(?:ų|us) (?:pabaig|gal)|\bend of (?:the )?(?:year|\d{4})", re.IGNORECASE)
OVER = re.compile(
    r"\bper (?:visus )?(?:ataskaitinius )?(?:\d{4} )?met|\bper (?:ši?uos|visus)|\b(?:during|over|in the course of) the year", re.IGNORECASE
)
IN_A_YEAR = re.compile(
    rf"\b({YEAR})\s*(?:m\.|metais|metų|metus|-aisiais)(?!\s*{LT_MONTHS}\s*\d)|\b(?:in|of|during) ({YEAR})\b", re.IGNORECASE
)
LAST_YEAR = re.compile(r"\b(?:praėjusi\w+|pernai|ankstesni\w+) ?met\w*|\bpernai\b|\blast year|\bthe year before", re.IGNORECASE)
NEXT_YEAR = re.compile(r"\bkit\w+ met\w+|\bateinanči\w+ met\w+|\bnext year", re.IGNORECASE)


@dataclass(frozen=True)
class Times:
    """`days` as a figure's time says them; `years_back` is None of a year that is no year of the report or before it."""

    days: frozenset[str]
    over_the_year: bool
    years_back: int | None = 0

    @property
    def says_something(self) -> bool:
        return bool(self.days) or self.over_the_year


def times(sentence: str, period: Period) -> Times:
    year = period.begins.year
    days = _days(sentence, year)
    if OPENING.search(sentence):
        days.add(period.begins.isoformat())
    if CLOSING.search(sentence):
        days.add(period.last_day.isoformat())
    back = _years_back(sentence, year, days)
    if back:
        days = {day.replace(str(year - back), str(year), 1) if back > 0 else day for day in days}
    return Times(frozenset(days), bool(OVER.search(sentence)) and not days, back)


def _days(sentence: str, year: int) -> set[str]:
    """A day without its year is of the report's year, and a first of January of the next one too."""
    found = [(int(y), int(m), int(d)) for y, m, d in ISO.findall(sentence)]
    for y, month, d in LITHUANIAN.findall(sentence):
        found += [(one, _month(month.lower(), MONTHS), int(d)) for one in _possible(y, month.lower().startswith("saus") and d == "1", year)]
    for d1, m1, m2, d2, y in ENGLISH.findall(sentence):
        month, d = (m1 or m2).lower(), d1 or d2
        found += [(one, _month(month, EN), int(d)) for one in _possible(y, month == "january" and d == "1", year)]
    return {f"{y:04}-{m:02}-{d:02}" for y, m, d in found if _exists(y, m, d)}


def _possible(given: str, is_new_year: bool, year: int) -> list[int]:
    return [int(given)] if given else [year, year + 1] if is_new_year else [year]


def _month(name: str, names: tuple[str, ...]) -> int:
    return next((number for number, beginning in enumerate(names, 1) if name.startswith(beginning)), 0)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _years_back(sentence: str, year: int, days: set[str]) -> int | None:
    if LAST_YEAR.search(sentence):
        return 1
    named = {int(one or other) for one, other in IN_A_YEAR.findall(sentence)}
    if NEXT_YEAR.search(sentence) and not days:
        return None
    if year in named or not named:
        return _of_days(days, year) if not named else 0
    back = year - max(named)
    return back if 0 < back < 10 else None if not days else 0


def _of_days(days: set[str], year: int) -> int:
    """Days of an earlier year speak of that year; the first of January after the year is still the year's own."""
    years = {int(day[:4]) - (day[5:] == "01-01" and int(day[:4]) > year) for day in days}
    return max(year - max(years), 0) if years else 0
