"""The rows behind a figure of a report: as they were frozen, or counted now while it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counting
from globa.indicators.card import Card, Line
from globa.indicators.scope import Scope
from globa.reports.document import FigureKey
from globa.reports.signing.frozen import SignedFigure
from globa.web.figures.evidence.columns import Column, Kind, columns_of
from globa.web.figures.evidence.discretion import Discretion, discretion
from globa.web.figures.evidence.names import names_for
from globa.web.figures.evidence.table import Cell, Shown, cells
from globa.web.records.discretion import may_see_special
from globa.web.whereabouts import PlacedRequest, role_of

SIZE = 25
SIDES = ("of", "to")
DAYS = (Kind.DAY, Kind.OPENS, Kind.UNTIL, Kind.DAYS_IN)
NUMBERS = (Kind.NUMBER, Kind.MONEY)
DAY_COLUMNS = ("began_on", "ended_on", "happened_on", "issued_on", "birth_date")


class Row(dict[str, Any]):
    """A frozen row: what was empty was left out, and is empty here."""

    def __missing__(self, name: str) -> None:
        return None


@dataclass(frozen=True)
class Rows:
    """One page of rows; `total` are all of them."""

    rows: Sequence[Mapping[str, Any]]
    days: Sequence[date | None]
    total: int


def frozen_rows(signed: SignedFigure, line: Line, side: str, page: int) -> Rows:
    """In the order of the figure's own days, as the list of a living figure stands."""
    kept: list[dict[str, Any]] = signed.evidence_to if side == "to" else signed.evidence
    columns = columns_of(line)
    by = line.when.columns[0] if line.when.columns else ""
    ordered = sorted(kept, key=lambda row: (str(row.get(by) or ""), str(row["record"])))
    rows = [thawed(row, columns) for row in ordered[(page - 1) * SIZE : page * SIZE]]
    return Rows(rows, [row[by] for row in rows], len(kept))


def thawed(row: Mapping[str, Any], columns: Sequence[Column]) -> Row:
    """Days and decimals were frozen as text."""
    made = Row(row)
    for name in DAY_COLUMNS:
        if isinstance(made[name], str):
            made[name] = date.fromisoformat(made[name])
    for column in columns:
        if column.kind in NUMBERS and isinstance(made[column.field], str):
            made[column.field] = Decimal(made[column.field])
    return made


def live_rows(known: Card, key: FigureKey, scope: Scope, engine: Engine, side: str, page: int) -> Rows:
    asked = side if known.is_ratio else "value"
    found = counting.evidence(scope, known, engine, limit=SIZE, offset=(page - 1) * SIZE, where=key.where, side=asked)
    rows = [Row(zip(found.columns, row, strict=True)) for row in found.rows]
    return Rows(rows, found.days, found.total)


@dataclass(frozen=True)
class Listed:
    """The rows as a table, each leading to its record; `changed` are records that changed since the report was signed."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Cell, ...], bool], ...]
    total: int
    page: int
    discretion: Discretion

    @property
    def first(self) -> int:
        return (self.page - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def next(self) -> int:
        return self.page + 1 if self.last < self.total and self.rows else 0

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def any_changed(self) -> bool:
        return any(changed for _cells, changed in self.rows)


def listed(
    request: PlacedRequest,
    known: Card,
    key: FigureKey,
    scope: Scope,
    found: Rows,
    changed: Mapping[str, Any],
    *,
    side: str,
    page: int,
) -> Listed:
    """Names are looked up today, for whoever may see them: a frozen row holds none."""
    line = known.lines[SIDES.index(side) if known.is_ratio else 0]
    columns = columns_of(line)
    discreet = discretion(known, known.lines.index(line), key.where, may_see_special(role_of(request)))
    shown = Shown(names_for(request.user, columns, found.rows), line, scope.period, discreet)
    return Listed(columns, tuple(_drawn(columns, found, shown, changed)), found.total, page, discreet)


def _drawn(columns: Sequence[Column], found: Rows, shown: Shown, changed: Mapping[str, Any]) -> Iterator[tuple[tuple[Cell, ...], bool]]:
    for row, day in zip(found.rows, found.days, strict=True):
        yield tuple(cells(columns, row, day, shown)), row["record"] in changed
