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
from globa.web.figures.evidence.listed import SIDES, SIZE, Listed, Rows, listed, page_asked, sides
from globa.web.figures.living import InWords, finding
from globa.web.figures.places import Place
from globa.web.whereabouts import PlacedRequest


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
class RecordsPage(InWords):
    place: Place
    figure: Figure
    asked: Asked
    part: str
    listed: Listed
    evidence: Evidence

    @property
    def card(self) -> Card:
        return self.figure.indicator

    @property
    def finding(self) -> str:
        return finding(self.figure, self.part)

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
        return [
            (title, self.place.records(self.card.code, self.asked.where, side=side), side == self.asked.side)
            for title, side in sides(self.card, self.figure.of, self.figure.to)
        ]

    @property
    def next(self) -> str:
        if not self.listed.next:
            return ""
        seen = self.evidence.last
        after = {"after": f"{seen.day.isoformat()}~{seen.record}~{seen.rows}"} if seen and seen.day else {}
        return self._page(self.listed.next, **after)

    @property
    def previous(self) -> str:
        return self._page(self.listed.previous) if self.listed.previous else ""

    def _page(self, number: int, **more: str) -> str:
        side = {"side": self.asked.side} if self.asked.side == "to" else {}
        page = {"page": str(number)} if number > 1 else {}
        return self.place.records(self.card.code, self.asked.where, **side, **page, **more)

    @property
    def dimensions(self) -> list[tuple[str, str]]:
        """By what the figure is broken down on its own page: titles and addresses."""
        page = self.place.figure(self.card.code)
        return [(capital(_(BY_NAME[name].title)), f"{page}#by-{name}") for name in self.card.dimensions if name != "month"]


def page_of(request: PlacedRequest, place: Place, scope: Scope, card: Card, engine: Engine) -> RecordsPage:
    """Two statements for the rows - the figure with its count, and the page - and one a kind of name."""
    asked = asked_of(request.GET, card)
    figure = counting.part(scope, card, asked.where, engine)
    evidence = counting.evidence(
        scope, card, engine, limit=SIZE, offset=asked.offset, after=asked.after, where=asked.where,
        side=asked.side if card.is_ratio else "value", total=figure.evidence_count if asked.side == "of" else None,
    )  # fmt: skip
    rows = [dict(zip(evidence.columns, row, strict=True)) for row in evidence.rows]
    found = Rows(rows, evidence.days, evidence.total)
    shown = listed(request, card, place.period, found, where=asked.where, side=asked.side, number=asked.number)
    return RecordsPage(place, figure, asked, _part(asked.where), shown, evidence)


def _part(where: Mapping[str, str]) -> str:
    return ", ".join(names_of(dimension, [code])[code] for dimension, code in where.items())


def asked_of(given: QueryDict, card: Card) -> Asked:
    """Read the address; what it cannot mean is left out, so that an old or mistyped link still shows the list."""
    where = {name: str(given[name]) for name in card.dimensions if given.get(name)}
    side = given.get("side", "of")
    return Asked(
        dict(list(where.items())[:1]), side if side in SIDES else "of", page_asked(given.get("page", "")), _after(given.get("after", ""))
    )


def _after(text: str) -> Seen | None:
    try:
        day, record, rows = text.split("~")
        return Seen(date.fromisoformat(day), record, int(rows))
    except ValueError:
        return None
