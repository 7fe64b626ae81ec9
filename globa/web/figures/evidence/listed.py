"""One page of rows as a table, each leading to its record: the same for a living figure and for a frozen one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from globa.indicators.card import Card, Line
from globa.journal.readings import Shown as Depth
from globa.registry.norms import Norm
from globa.vocabulary.period import Period
from globa.web.figures.evidence.columns import Column, columns_of
from globa.web.figures.evidence.discretion import Discretion, discretion
from globa.web.figures.evidence.names import names_for
from globa.web.figures.evidence.table import PERSON, Cell, Shown, cells
from globa.web.gate import opens_to
from globa.web.reading import looked_at
from globa.web.records.discretion import may_see_special
from globa.web.records.opening import opened_among
from globa.web.whereabouts import PlacedRequest, role_of

SIZE = 25
SIDES = ("of", "to")


@dataclass(frozen=True)
class Rows:
    """One page of rows as they were found; `total` are all of them."""

    rows: Sequence[Mapping[str, Any]]
    days: Sequence[date | None]
    total: int


@dataclass(frozen=True)
class Drawn:
    cells: tuple[Cell, ...]
    opens: bool
    has_changed: bool = False
    """Since the report was signed that the row was frozen in."""


@dataclass(frozen=True)
class Listed:
    """`number` of the page counts from 1."""

    columns: tuple[Column, ...]
    rows: tuple[Drawn, ...]
    total: int
    number: int
    discretion: Discretion

    @property
    def first(self) -> int:
        return (self.number - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def next(self) -> int:
        return self.number + 1 if self.last < self.total and self.rows else 0

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next_range(self) -> str:
        last = min(self.last + SIZE, self.total)
        return f"{self.last + 1}–{last}" if last > self.last + 1 else str(last)

    @property
    def previous_range(self) -> str:
        return f"{self.first - SIZE}–{self.first - 1}"

    @property
    def any_changed(self) -> bool:
        return any(row.has_changed for row in self.rows)

    @property
    def any_closed(self) -> bool:
        """Whether some records are not the reader's to open, which is said once where names are shown at all."""
        return not self.discretion.hides_names and not all(row.opens for row in self.rows)


def line_of(card: Card, side: str) -> Line:
    return card.lines[SIDES.index(side) if card.is_ratio else 0]


def listed(
    request: PlacedRequest,
    card: Card,
    period: Period,
    found: Rows,
    *,
    where: Mapping[str, str],
    side: str,
    number: int,
    changed: Container[str] = (),
) -> Listed:
    """Names are looked up today, for whoever may see them; `changed` are records that say something else since a signing."""
    line = line_of(card, side)
    columns = columns_of(line)
    role = role_of(request)
    discreet = discretion(card, card.lines.index(line), where, may_see_special(role))
    names = names_for(request.user, columns, found.rows)
    looked_at(request, names.shown, Depth.EVIDENCE)
    opened = opened_among(request.user, role, [row["record"] for row in found.rows])
    shown = Shown(names, line, period, discreet, Norm.objects.coming_of_age(), opened, opens_to(role, PERSON))
    return Listed(columns, tuple(_drawn(columns, found, shown, changed)), found.total, number, discreet)


def _drawn(columns: Sequence[Column], found: Rows, shown: Shown, changed: Container[str]) -> Iterator[Drawn]:
    for row, day in zip(found.rows, found.days, strict=True):
        yield Drawn(tuple(cells(columns, row, day, shown)), row["record"] in shown.opened, row["record"] in changed)


def sides(card: Card, of: object, to: object) -> list[tuple[str, str]]:
    """Of a share: the titles and names of the lists of both its numbers."""
    if not card.is_ratio:
        return []
    return [(_("the part: %(number)s") % {"number": of}, SIDES[0]), (_("the whole: %(number)s") % {"number": to}, SIDES[1])]


def page_asked(text: str) -> int:
    """What an address may say of a page; what it cannot mean is the first one."""
    return max(1, min(int(text), 100_000)) if text.isdecimal() else 1
