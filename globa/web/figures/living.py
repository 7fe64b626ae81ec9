"""A counted figure as the page's living number: its state, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.indicators.card import Card
from globa.indicators.disclosure import Audience, Shown, seen_by
from globa.indicators.figures import Figure
from globa.indicators.figures import State as Counted
from globa.reports.writing import days
from globa.reports.writing.units import counted
from globa.web.figures.places import Place
from globa.web.numbers import Number, State

STATES = {
    Counted.NOT_RECORDED: State.NOT_RECORDED,
    Counted.NOT_DEFINED: State.NOT_DEFINED,
    Counted.REFUSED: State.NOT_DEFINED,
}
# Whoever sees an organisation's figures here also sees the records behind them.
READER = Audience.INSIDE

FINDINGS = {
    "homes.children-at-opening": _("%(number)s in community homes at the start"),
    "homes.children-at-closing": _("%(number)s in community homes at the end"),
    "homes.children-served": _("%(number)s lived in community homes"),
    "homes.arrivals": _("%(number)s: arrivals in community homes"),
    "homes.departures": _("%(number)s: departures from community homes"),
    "homes.came-from-parents": _("%(number)s came from parents"),
    "homes.returned-to-parents": _("%(number)s returned to parents"),
    "homes.at-school": _("%(number)s from community homes at school"),
    "occupancy.children": _("%(number)s in homes and with on-duty carers"),
    "occupancy.children-in-homes": _("%(number)s in community homes"),
    "occupancy.children-with-carers": _("%(number)s with on-duty carers"),
    "occupancy.places": _("%(number)s for children"),
    "foster-centre.children-with-on-duty-carers": _("%(number)s with on-duty carers"),
    "foster-centre.wards-in-families": _("%(number)s in guardian families"),
    "foster-centre.guardian-families": _("%(number)s supervised and consulted"),
    "foster-centre.people-helped": _("%(number)s helped"),
    "foster-centre.children-helped": _("%(number)s helped"),
    "foster-centre.families-helped": _("%(number)s helped"),
    "staff.filled-posts-at-opening": _("%(number)s filled at the start"),
    "staff.filled-posts-at-closing": _("%(number)s filled at the end"),
    "budget.spending": _("%(number)s spent"),
}


def number(figure: Figure, place: Place, where: Mapping[str, str] | None = None) -> Number:
    """
    Lead the figure to its page, and a part of it to the records of the part.

    On the page of the figure itself the whole leads to its records: see `to_records`.
    """
    if where:
        return _bare(figure).leading_to(place.records(figure.code, where))
    address = place.figure(figure.code)
    return _bare(figure).leading_to(address, address)


def to_records(figure: Figure, place: Place) -> Number:
    return _bare(figure).leading_to(place.records(figure.code))


def _bare(figure: Figure) -> Number:
    unit = figure.indicator.unit
    if figure.state is not Counted.COUNTED:
        return Number(None, unit, STATES[figure.state])
    if seen_by(READER, figure) is not Shown.SHOWN:
        return Number(None, unit, State.HIDDEN)
    if figure.value is None:
        return Number(None, unit, State.NOTHING)
    return Number(figure.value, unit, of=figure.of, to=figure.to)


def finding(figure: Figure, part: str = "") -> str:
    """Say what the figure found: “23 vaikai pas budinčius globotojus”; of a part, with the part's name after it."""
    title, shown = gettext(figure.indicator.title), _bare(figure)
    if not shown.is_known or shown.value is None:
        said = f"{title}: {shown.words}"
    else:
        said = str(FINDINGS.get(figure.code, f"{title}: %(number)s")) % {"number": counted(shown.unit, shown.value)}
    return f"{said} – {part}" if part else said


def of_when(figure: Figure) -> str:
    """Write of what time the figure is: a period in words, or a day."""
    period, line = figure.scope.period, figure.indicator.lines[0]
    return days.period(period) if line.when.is_flow else days.iso(line.when.days(period)[0])


class OfOneFigure(Protocol):
    @property
    def card(self) -> Card: ...

    @property
    def figure(self) -> Figure: ...


class InWords:
    """What every page of one figure says of it."""

    @property
    def title(self: OfOneFigure) -> str:
        return gettext(self.card.title)

    @property
    def means(self: OfOneFigure) -> str:
        return gettext(self.card.means)

    @property
    def when(self: OfOneFigure) -> str:
        return of_when(self.figure)
