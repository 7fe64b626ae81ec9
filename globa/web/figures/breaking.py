"""Figures by their parts: named, each leading to its own records, with a check that the parts make the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from globa.indicators.dimensions import BY_NAME
from globa.indicators.figures import Breakdown, Figure
from globa.reports.part_names import names_of
from globa.reports.writing import days
from globa.reports.writing.numbers import Amount
from globa.reports.writing.units import amount
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.figures.living import number
from globa.web.figures.places import Place
from globa.web.numbers import Number
from globa.web.pictures.bars import Column
from globa.web.pictures.parts import Part

DRAWN = 5
MONTH = "month"
SOURCES = {"municipality": "1", "state": "2", "eu_project": "3", "special": "5"}
OTHER_SOURCE = "6"
OTHERS = "#c4cec9"
NOT_CUTTING = (Unit.PERCENT, Unit.YEARS)
"""Units whose parts are no pieces of a whole: a share, an age."""


@dataclass(frozen=True)
class NamedPart:
    code: str
    name: str
    number: Number

    @property
    def is_known(self) -> bool:
        return self.number.is_known


@dataclass(frozen=True)
class Broken:
    """A figure by one dimension."""

    dimension: str
    title: str
    whole: Figure
    parts: tuple[NamedPart, ...]

    @property
    def total(self) -> Amount:
        return sum((part.number.value for part in self.parts if part.number.value is not None), start=0)

    @property
    def cuts(self) -> bool:
        """Whether the parts are pieces of the whole, to be drawn as one bar and added."""
        return self.whole.indicator.unit not in NOT_CUTTING and not self.whole.indicator.is_ratio and self.whole.value is not None

    @property
    def agrees(self) -> bool:
        return self.total == self.whole.value

    @property
    def overlaps(self) -> bool:
        """One person in several parts: no contradiction, and never a sum."""
        return self.cuts and not self.agrees and not self.whole.indicator.unit.adds_up and self.total > (self.whole.value or 0)

    @property
    def is_long(self) -> bool:
        """More parts than the picture tells apart."""
        return not self.cuts or len(self.parts) > DRAWN + 1

    @property
    def verdict(self) -> str:
        return f"{'=' if self.agrees else '≠'}\N{NO-BREAK SPACE}{amount(self.whole.indicator.unit, self.total)}"

    @property
    def drawn(self) -> list[Part]:
        """The largest parts, for the picture; the others together as its last piece."""
        largest = sorted((part for part in self.parts if part.number.value), key=lambda part: -float(part.number.value or 0))
        if len(largest) <= DRAWN + 1:
            return [Part(part.name, part.number, self._fill(part)) for part in self.parts if part.number.value or not part.is_known]
        rest = largest[DRAWN:]
        others = Number(sum((part.number.value for part in rest if part.number.value is not None), start=0), rest[0].number.unit)
        name = ngettext("%(count)s other", "%(count)s others", len(rest)) % {"count": len(rest)}
        return [*(Part(part.name, part.number, self._fill(part)) for part in largest[:DRAWN]), Part(name, others, self._others_fill)]

    @property
    def _others_fill(self) -> str:
        return f"url(#src-{OTHER_SOURCE})" if self.dimension == "source_kind" else OTHERS

    def _fill(self, part: NamedPart) -> str:
        return f"url(#src-{SOURCES.get(part.code, OTHER_SOURCE)})" if self.dimension == "source_kind" else ""


def broken_down(place: Place, whole: Figure, dimension: str, found: Sequence[Breakdown]) -> Broken:
    names = names_of(dimension, [part.code for part in found])
    parts = tuple(NamedPart(part.code, names[part.code], number(part.figure, place, {dimension: part.code})) for part in found)
    return Broken(dimension, capital(_(BY_NAME[dimension].title)), whole, parts)


def all_dimensions(place: Place, whole: Figure, found: Mapping[str, Sequence[Breakdown]]) -> list[Broken]:
    """Every dimension that has parts, except months; at most one query of names each."""
    return [broken_down(place, whole, name, parts) for name, parts in found.items() if parts and name != MONTH]


def by_month(place: Place, whole: Figure, found: Sequence[Breakdown]) -> list[Column]:
    """A column a month of the period; a month in which nothing happened is 0."""
    known = {part.code: part.figure for part in found}
    unit = whole.indicator.unit
    return [
        Column(
            days.month(month.begins, "short"),
            number(known[str(month)], place, {"month": str(month)}) if str(month) in known else Number(0, unit),
            days.month(month.begins, "narrow"),
        )
        for month in months_of(place.period)
    ]


def months_of(period: Period) -> list[Period]:
    first, last = period.begins, period.last_day
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [Period.months(first.year + (first.month - 1 + ahead) // 12, (first.month - 1 + ahead) % 12 + 1, 1) for ahead in range(count)]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
