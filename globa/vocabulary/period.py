"""A stretch of days, half-open: the day it ends is no longer one of its days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class UnknownPeriod(Refusal):
    def __init__(self, text: str) -> None:
        super().__init__(
            _(
                "“%(text)s” is not a period. Write a year (2023), a quarter (2023-Q1), a month (2023-04), a day (2023-04-15) or two "
                "days (2023-01-01..2023-04-01)."
            ),
            text=text,
        )


@dataclass(frozen=True, order=True)
class Period:
    """Days from `begins` up to, not including, `ends`."""

    begins: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends <= self.begins:
            raise UnknownPeriod(f"{self.begins}..{self.ends}")

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def day(cls, day: date) -> Period:
        return cls(day, day + timedelta(days=1))

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read 2023, 2023-Q1, 2023-04, 2023-04-15 or 2023-01-01..2023-04-01 (the last day excluded)."""
        text = text.strip()
        try:
            if re.fullmatch(r"\d{4}", text):
                return cls.year(int(text))
            if found := re.fullmatch(r"(\d{4})-Q([1-4])", text):
                return cls.months(int(found[1]), 3 * int(found[2]) - 2, 3)
            if found := re.fullmatch(r"(\d{4})-(\d{2})", text):
                return cls.months(int(found[1]), int(found[2]), 1)
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
                return cls.day(date.fromisoformat(text))
            if found := re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", text):
                return cls(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
        except (ValueError, OverflowError):
            pass
        raise UnknownPeriod(text)

    @classmethod
    def months(cls, year: int, month: int, count: int) -> Period:
        after = year * 12 + month - 1 + count
        return cls(date(year, month, 1), date(after // 12, after % 12 + 1, 1))

    @property
    def last_day(self) -> date:
        return self.ends - timedelta(days=1)

    @property
    def day_before(self) -> date:
        return self.begins - timedelta(days=1)

    @property
    def is_year(self) -> bool:
        return self == Period.year(self.begins.year)

    @property
    def is_day(self) -> bool:
        return self.ends - self.begins == timedelta(days=1)

    def years_before(self, years: int) -> Period:
        """The same days so many years earlier; 29 February is 28 February in a common year."""
        if self.is_day:
            return Period.day(_years_before(self.begins, years))
        return Period(_years_before(self.begins, years), _years_before(self.ends, years))

    def __contains__(self, day: date) -> bool:
        return self.begins <= day < self.ends

    def __str__(self) -> str:
        if self.is_year:
            return str(self.begins.year)
        if self == Period.months(self.begins.year, self.begins.month, 1):
            return f"{self.begins:%Y-%m}"
        if self.is_day:
            return f"{self.begins}"
        return f"{self.begins}..{self.ends}"


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
