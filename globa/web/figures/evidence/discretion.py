"""What of a list of evidence a reader's role may see: special categories only who works with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from globa.indicators.card import Card
from globa.web.figures.evidence.columns import Column, Kind
from globa.web.figures.evidence.names import Row

HEALTH = ("disability", "special_needs")
SENSITIVE = {("papers", "outcome"), ("away_times", "kind"), ("statuses", "level")}
AWAY_SENSITIVE = ("hospital", "socialisation_centre", "ran_away")
WHO = (Kind.PERSON, Kind.RECIPIENTS, Kind.FAMILY)


@dataclass(frozen=True)
class Discretion:
    """
    `may_see` is what the role is trusted with. Where the list itself tells something of a special category - all of
    it are children with a disability - the names are left out, and so are the ways to the records.
    """

    may_see: bool
    table: str
    tells: bool = False

    def conceals(self, column: Column, row: Row) -> bool:
        if self.may_see:
            return False
        if self.table == "statuses" and column.kind in (Kind.STATUS, Kind.NAMED) and column.field in ("value", "level"):
            return row["kind"] in HEALTH
        return (self.table, column.field) in SENSITIVE or (self.hides_names and column.kind in WHO)

    @property
    def hides_names(self) -> bool:
        return self.tells and not self.may_see


def discretion(card: Card, side: int, where: Mapping[str, str], may_see: bool) -> Discretion:
    line = card.lines[side]
    by_rows = line.table == "statuses" and any(condition.removeprefix("kind = ") in HEALTH for condition in line.rows)
    by_part = line.table == "away_times" and where.get("kind") in AWAY_SENSITIVE
    by_outcome = line.table == "papers" and "outcome" in where
    return Discretion(may_see, line.table, by_rows or by_part or by_outcome)
