"""The rows behind a figure of a report: as they were frozen, or counted now while it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from globa.web.figures.evidence.listed import SIZE, Rows

DAYS = (Kind.DAY, Kind.OPENS, Kind.UNTIL, Kind.DAYS_IN)
NUMBERS = (Kind.NUMBER, Kind.MONEY)
DAY_COLUMNS = ("began_on", "ended_on", "happened_on", "issued_on", "birth_date")


class Row(dict[str, Any]):
    """A frozen row: what was empty was left out, and is empty here."""

    def __missing__(self, name: str) -> None:
        return None


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
