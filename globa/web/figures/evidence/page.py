"""One page of the records behind a figure, or behind one part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counting
from globa.indicators.card import Card
from globa.indicators.dimensions import BY_NAME
from globa.indicators.figures import Evidence, Figure
from globa.indicators.scope import Scope
from globa.indicators.statements import Place as Seen
from globa.reports.part_names import names_of
from globa.web.figures.breaking import capital
from globa.web.figures.evidence.columns import Column, columns_of
from globa.web.figures.evidence.discretion import Discretion, discretion
from globa.web.figures.evidence.names import names_for
from globa.web.figures.evidence.table import Cell, Shown, cells
from globa.web.figures.living import finding, of_when
from globa.web.figures.places import Place
from globa.web.records.discretion import may_see_special
from globa.web.whereabouts import PlacedRequest, role_of

SIZE = 25
SIDES = ("of", "to")


@dataclass(frozen=True)
class Asked:
    """What the address says: a part of the figure, a side of a share, and how far the reader has come."""

    where: Mapping[str, str]
    side: str
    number: int
    after: Seen | None

    @property
    def offset(self) -> int:
        return 0 if self.after else (self.number - 1) * SIZE


@dataclass(frozen=True)
class RecordsPage:
    place: Place
    figure: Figure
    asked: Asked
    part: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    evidence: Evidence
    discretion: Discretion

    @property
    def card(self) -> Card:
        return self.figure.indicator

    @property
    def finding(self) -> str:
        return finding(self.figure, self.part)

    @property
    def title(self) -> str:
        return _(self.card.title)

    @property
    def means(self) -> str:
        return _(self.card.means)

    @property
    def when(self) -> str:
        return of_when(self.figure)

    @property
    def first(self) -> int:
        return (self.asked.number - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def total(self) -> int:
        return self.evidence.total

    @property
    def definition(self) -> str:
        return self.place.figure(self.card.code)

    @property
    def beginning(self) -> str:
        return self._page(1)

    @property
    def whole(self) -> str:
        """The address of the list without the restriction to a part."""
        return self.place.records(self.card.code) if self.asked.where else ""

    @property
    def sides(self) -> list[tuple[str, str, bool]]:
        """Of a share: the lists of both its numbers."""
        if not self.card.is_ratio:
            return []
        titles = (_("the part: %(number)s"), _("the whole: %(number)s"))
        return [
            (title % {"number": number}, self.place.records(self.card.code, self.asked.where, side=side), side == self.asked.side)
            for title, side, number in zip(titles, SIDES, (self.figure.of, self.figure.to), strict=True)
        ]

    @property
    def next(self) -> str:
        if self.last >= self.total or not self.rows:
            return ""
        seen = self.evidence.last
        after = {"after": f"{seen.day.isoformat()}~{seen.record}~{seen.rows}"} if seen and seen.day else {}
        return self._page(self.asked.number + 1, **after)

    @property
    def previous(self) -> str:
        return self._page(self.asked.number - 1) if self.asked.number > 1 else ""

    def _page(self, number: int, **more: str) -> str:
        side = {"side": self.asked.side} if self.asked.side == "to" else {}
        page = {"page": str(number)} if number > 1 else {}
        return self.place.records(self.card.code, self.asked.where, **side, **page, **more)

    @property
    def next_range(self) -> str:
        last = min(self.last + SIZE, self.total)
        return f"{self.last + 1}–{last}" if last > self.last + 1 else str(last)

    @property
    def previous_range(self) -> str:
        return f"{self.first - SIZE}–{self.first - 1}"

    @property
    def dimensions(self) -> list[tuple[str, str]]:
        """By what the figure is broken down on its own page: titles and addresses."""
        page = self.place.figure(self.card.code)
        return [(capital(_(BY_NAME[name].title)), f"{page}#by-{name}") for name in self.card.dimensions if name != "month"]


def page_of(request: PlacedRequest, place: Place, scope: Scope, card: Card, engine: Engine) -> RecordsPage:
    """Two statements for the rows - the figure with its count, and the page - and one a kind of name."""
    asked = asked_of(request.GET, card)
    side = SIDES.index(asked.side) if card.is_ratio else 0
    figure = counting.part(scope, card, asked.where, engine)
    evidence = counting.evidence(
        scope, card, engine, limit=SIZE, offset=asked.offset, after=asked.after, where=asked.where,
        side=asked.side if card.is_ratio else "value", total=figure.evidence_count if asked.side == "of" else None,
    )  # fmt: skip
    line = card.lines[side]
    columns = columns_of(line)
    rows = [dict(zip(evidence.columns, row, strict=True)) for row in evidence.rows]
    discreet = discretion(card, side, asked.where, may_see_special(role_of(request)))
    shown = Shown(names_for(request.user, columns, rows), line, place.period, discreet)
    drawn = tuple(tuple(cells(columns, row, day, shown)) for row, day in zip(rows, evidence.days, strict=True))
    return RecordsPage(place, figure, asked, _part(asked.where), columns, drawn, evidence, discreet)


def _part(where: Mapping[str, str]) -> str:
    return ", ".join(names_of(dimension, [code])[code] for dimension, code in where.items())


def asked_of(given: QueryDict, card: Card) -> Asked:
    """Read the address; what it cannot mean is left out, so that an old or mistyped link still shows the list."""
    where = {name: str(given[name]) for name in card.dimensions if given.get(name)}
    side = given.get("side", "of")
    return Asked(
        dict(list(where.items())[:1]), side if side in SIDES else "of", _number(given.get("page", "")), _after(given.get("after", ""))
    )


def _number(text: str) -> int:
    return max(1, min(int(text), 100_000)) if text.isdecimal() else 1


def _after(text: str) -> Seen | None:
    try:
        day, record, rows = text.split("~")
        return Seen(date.fromisoformat(day), record, int(rows))
    except ValueError:
        return None
