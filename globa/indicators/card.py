"""Everything about an indicator except its expression: what the running system needs, without Ibis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from globa.indicators.disclosure import Disclosure
from globa.indicators.value import Measure
from globa.indicators.when import When
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.source import Source
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _


class PeriodAcrossAChange(Refusal):
    """The figure was counted differently before a day that lies inside the period."""

    def __init__(self, title: str, changed_on: date) -> None:
        super().__init__(
            _(
                "What “%(title)s” counts changed on %(day)s, inside the period asked for. "
                "One number would mix two meanings. Ask for a period that ends before that day or begins on it."
            ),
            title=title,
            day=changed_on,
        )


@dataclass(frozen=True)
class Line:
    """One value of one set of rows; `rows` says in words which."""

    table: str
    value: Measure
    when: When
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """`lines` is one, or the two sides of a ratio: of, to."""

    code: str
    title: str
    means: str
    section: str
    unit: Unit
    disclosure: Disclosure
    source: Source
    since: date
    until: date | None
    dimensions: tuple[str, ...]
    lines: tuple[Line, ...]
    fingerprint: str = ""

    @property
    def is_ratio(self) -> bool:
        return len(self.lines) > 1

    @property
    def line_names(self) -> tuple[str, ...]:
        return ("of", "to") if self.is_ratio else ("value",)

    def label(self, period: Period) -> str:
        """Of what time the figure is: 2023, 2023-12-31."""
        return self.lines[0].when.label(period)

    def is_defined(self, period: Period) -> bool:
        """Whether the declaration holds for the period; raises PeriodAcrossAChange when only for a part of it."""
        firsts, lasts = zip(*(line.when.days(period) for line in self.lines), strict=True)
        first, last = min(firsts), max(lasts)
        if last < self.since or (self.until and first >= self.until):
            return False
        if first < self.since:
            raise PeriodAcrossAChange(self.title, self.since)
        if self.until and last >= self.until:
            raise PeriodAcrossAChange(self.title, self.until)
        return True
