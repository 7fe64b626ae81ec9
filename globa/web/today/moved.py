"""Figures of the role week by week: what each is today, and by how much it moved since a week ago."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext, ngettext

from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.indicators.scope import Scope
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.reports.writing.numbers import Amount, number
from globa.vocabulary.period import Period
from globa.web.figures import living
from globa.web.figures.places import Place
from globa.web.numbers import Number
from globa.web.today.figures import codes_of

WEEKS = 8
SHOWN = 4


@dataclass(frozen=True)
class Moved:
    """`weeks` are the last eight, the present one last; None where nothing was recorded. `step` is None where it cannot be told."""

    title: str
    number: Number
    weeks: list[float | None]
    step: Amount | None
    said: str

    @property
    def by(self) -> str:
        """The step with its sign; a minus is the sign and not a hyphen."""
        if not self.step:
            return ""
        return f"+{number(self.step)}" if self.step > 0 else f"\N{MINUS SIGN}{number(-self.step)}"

    @property
    def address(self) -> str:
        return self.number.records


@dataclass(frozen=True)
class SinceLastWeek:
    """Of the figures that were compared: what stands as it stood a week ago is not listed, that nothing moved is said."""

    compared: list[Moved]

    @property
    def moved(self) -> list[Moved]:
        return [one for one in self.compared if one.step]

    @property
    def is_comparable(self) -> bool:
        return any(one.step is not None for one in self.compared)


def since_last_week(organisation: Organisation, role: str, on: date, known: Scope | None = None) -> SinceLastWeek:
    return SinceLastWeek(moved(organisation, role, on, known))


def moved(organisation: Organisation, role: str, on: date, known: Scope | None = None) -> list[Moved]:
    """
    The year up to each week's end, of this year alone; one statement a fact table.

    A flow is counted from the first of January, a stock on the day: both are the figure as a report of that day would say it.
    """
    codes = codes_of(role)[:SHOWN]
    ends = [end for back in range(WEEKS) if (end := on + timedelta(days=1 - 7 * back)) > date(on.year, 1, 1)][::-1]
    periods = [Period(date(on.year, 1, 1), end) for end in ends]
    scope = known or scope_of(organisation, periods[-1])
    counted = figures.compute([replace(scope, period=one) for one in periods], here(), codes)
    place = Place(organisation, periods[-1])
    found = [_moved([counted[at + week * len(codes)] for week in range(len(periods))], place) for at in range(len(codes))]
    return sorted(found, key=lambda one: not one.step)


def _moved(found: list[Figure], place: Place) -> Moved:
    numbers = [living.number(one, place) for one in found]
    weeks = [float(one.value) if one.is_known and one.value is not None else None for one in numbers]
    last, before = numbers[-1], numbers[-2] if len(numbers) > 1 else None
    step = last.value - before.value if before and last.is_known and before.is_known else None  # type: ignore[operator]
    title = gettext(found[-1].indicator.title)
    counted = ngettext("%(title)s, %(count)s week: %(values)s", "%(title)s, %(count)s weeks: %(values)s", len(numbers))
    said = counted % {"title": title, "count": len(numbers), "values": ", ".join(one.shown for one in numbers)}
    return Moved(title, last, weeks, step, said)
