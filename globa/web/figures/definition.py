"""One figure opened: what it means, its numbers in other units, its parts, its years, and what it must agree with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counting
from globa.indicators.card import Card
from globa.indicators.disclosure import Disclosure
from globa.indicators.figures import Breakdown, Figure
from globa.indicators.scope import Scope
from globa.indicators.sections import SECTIONS
from globa.registry.organisations import Organisation
from globa.reports.writing.units import counted
from globa.vocabulary.period import Period
from globa.web.figures.agreement import Balanced, balanced, codes_of, equations_with
from globa.web.figures.breaking import MONTH, Broken, all_dimensions, by_month, capital
from globa.web.figures.living import InWords, finding, number, of_when, to_records
from globa.web.figures.places import Place
from globa.web.figures.siblings import siblings
from globa.web.figures.wording import lines_said, source_said
from globa.web.numbers import Number
from globa.web.pictures.bars import Column

DISCLOSURE: dict[Disclosure, str | Promise] = {
    Disclosure.OPEN: gettext_lazy("open to everybody"),
    Disclosure.SMALL_HIDDEN: gettext_lazy("outside the institution numbers from 1 to 4 are hidden"),
    Disclosure.INTERNAL: gettext_lazy("for the institution only"),
}


@dataclass(frozen=True)
class Chip:
    """The same rows in another unit."""

    words: str
    address: str
    is_this: bool = False


@dataclass
class Opened(InWords):
    """`others` are figures of the same rows; everything is counted when it is first asked for."""

    place: Place
    scope: Scope
    engine: Engine
    card: Card
    others: list[Card] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.others = siblings(self.card)

    @cached_property
    def _near(self) -> dict[str, Figure]:
        """The figure, its siblings, and those that stand with it in an equation: one statement a fact table."""
        codes = [self.card.code, *(card.code for card in self.others)]
        codes += [code for equation in equations_with(self.card.code) for code in codes_of(equation)]
        return {figure.code: figure for figure in counting.compute([self.scope], self.engine, list(dict.fromkeys(codes)))}

    @cached_property
    def figure(self) -> Figure:
        return self._near[self.card.code]

    @cached_property
    def number(self) -> Number:
        return to_records(self.figure, self.place)

    @property
    def finding(self) -> str:
        return finding(self.figure)

    @property
    def same_rows(self) -> list[tuple[str, Number]]:
        """The rows of the small table of the definition: titles and numbers."""
        return [(_(card.title), number(self._near[card.code], self.place)) for card in self.others]

    @property
    def chips(self) -> list[Chip]:
        if not self.others or not self.number.is_known:
            return []
        return [self._chip(self.card), *(self._chip(card) for card in self.others if self._near[card.code].value is not None)]

    def _chip(self, card: Card) -> Chip:
        figure = self._near[card.code]
        said = counted(card.unit, figure.value if figure.value is not None else 0)
        return Chip(self._in_words(card, figure, said), self.place.figure(card.code), card.code == self.card.code)

    def _in_words(self, card: Card, figure: Figure, said: str) -> str:
        """The number is enough where only the unit differs; else its day, or what it counts."""
        same_time = card.lines[0].when == self.card.lines[0].when
        if card.code == self.card.code or (same_time and card.unit is not self.card.unit):
            return said
        return f"{_(card.title)}: {said}" if card.lines[0].when.is_flow else f"{said}, {of_when(figure)}"

    @property
    def address(self) -> str:
        return self.place.figure(self.card.code)

    @property
    def refusal(self) -> str:
        return self.figure.refusal.said(_) if self.figure.refusal else ""

    @property
    def missing(self) -> list[str]:
        return [str(one) for one in Organisation.objects.filter(pk__in=self.figure.not_recorded_by)]

    @property
    def section(self) -> str:
        return _(SECTIONS[self.card.section])

    @property
    def source(self) -> str:
        return source_said(self.card.source)

    @property
    def can_be_compared(self) -> bool:
        return bool(equations_with(self.card.code)) or any(broken.cuts for broken in self.parts)

    @property
    def lines(self) -> list[dict[str, object]]:
        return lines_said(self.card, self.place.period)

    @property
    def disclosure(self) -> str:
        return str(DISCLOSURE[self.card.disclosure])

    @property
    def unit(self) -> str:
        return _(self.card.unit.title)

    @property
    def unit_title(self) -> str:
        return capital(self.unit)

    @property
    def fingerprint(self) -> str:
        shown = self.card.fingerprint[:16].upper()
        return "-".join(shown[place : place + 4] for place in range(0, len(shown), 4))

    @cached_property
    def _found(self) -> dict[str, list[Breakdown]]:
        """By dimension the parts, in one statement; of nothing none are asked."""
        return counting.breakdowns(self.scope, self.card, self.engine) if self.number.is_known else {}

    @cached_property
    def parts(self) -> list[Broken]:
        return all_dimensions(self.place, self.figure, self._found)

    @property
    def balances(self) -> list[Balanced]:
        return [balanced(self.place, equation, self._near) for equation in equations_with(self.card.code)]

    @property
    def months(self) -> list[Column]:
        if MONTH not in self._found or not self.place.period.is_year or not self.figure.value:
            return []
        return by_month(self.place, self.figure, self._found[MONTH])

    def years(self, periods: Sequence[Period]) -> list[Column]:
        """The same stretch of each year; one that is not recorded is a gap, and nothing but gaps is no picture."""
        stretches = [stretch for year in periods if (stretch := _in_year(self.place.period, year.begins.year))]
        if len(stretches) < 2:
            return []
        figures = counting.trend(self.scope, self.card, stretches, self.engine)
        if not any(figure.value is not None for figure in figures):
            return []
        return [
            Column(str(stretch.begins.year), number(figure, self.place.at(stretch)))
            for stretch, figure in zip(stretches, figures, strict=True)
        ]


def _in_year(period: Period, year: int) -> Period | None:
    """Move a period to another year; None where it has no such day there."""
    try:
        ahead = period.ends.year - period.begins.year
        return Period(period.begins.replace(year=year), period.ends.replace(year=year + ahead))
    except ValueError:
        return None
