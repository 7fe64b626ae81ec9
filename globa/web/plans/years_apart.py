"""Two years of a municipality measure by measure, as the report's own table sets them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.reports.implementation.counting import value
from globa.reports.implementation.told import Told
from globa.reports.implementation.years_apart import Through, through, years_known


@dataclass(frozen=True)
class Apart:
    """A goal or a measure; `otherwise` is what the earlier year called it, where it had other words."""

    part: Through
    before: Decimal | None
    now: Decimal | None
    in_before: bool
    in_now: bool
    otherwise: str

    @property
    def no(self) -> str:
        return self.part.no

    @property
    def text(self) -> str:
        return self.part.text

    @property
    def is_goal(self) -> bool:
        return not self.part.measure

    @property
    def change(self) -> Decimal | None:
        return None if self.before is None or self.now is None else self.now - self.before


def apart(told: Told, year: int) -> list[Apart]:
    """Where the earlier year has a plan here; of a year that only a document tells there are sources alone."""
    return list(_rows(told, year)) if year in years_known(told) else []


def _rows(told: Told, year: int) -> Iterator[Apart]:
    for one in through(told, (year,)):
        was, now = (_used(told, one, back) for back in (told.year - year, 0))
        yield Apart(one, was, now, year in one.years, told.year in one.years, dict(one.otherwise).get(year, ""))


def _used(told: Told, one: Through, back: int) -> Decimal | None:
    found = value(told, one.used(back)).value
    return None if found is None else Decimal(found)
