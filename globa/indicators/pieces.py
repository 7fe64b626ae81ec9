"""The SQL of indicators in pieces, from which whole statements are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from globa.indicators.card import Card
from globa.indicators.when import When


@dataclass(frozen=True)
class TableSQL:
    """
    `rows` is the fact table joined with the scope, `columns` the text of each of its columns and of `scope_number`.
    `scope` are the columns that it wants of the scope.
    """

    rows: str
    columns: Mapping[str, str]
    scope: tuple[str, ...]

    @property
    def own(self) -> tuple[str, ...]:
        """The columns of the fact table."""
        return tuple(column for column in self.columns if column != "scope_number")


@dataclass(frozen=True)
class LineSQL:
    """
    `conditions` are what a row must meet to be counted, each of them; `counted` goes into the aggregate, `day` orders
    the evidence, `dimensions` tell a row's parts.
    """

    table: str
    conditions: tuple[str, ...]
    day: str
    function: str
    counted: str
    dimensions: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]]
    """Of the dimensions whose parts are a closed list: the parts in their order."""

    @property
    def value(self) -> str:
        return self.function.format(self.counted)

    @property
    def condition(self) -> str:
        return both(self.conditions)


def both(conditions: Iterable[str]) -> str:
    return " AND ".join(f"({one})" for one in conditions)


@dataclass(frozen=True)
class FeedSQL:
    """
    What feeds the measures of plans from one fact table: `pieces` are texts by the names of `Feed.pieces`.

    `day` orders the evidence, `when` says from which day the table must be recorded.
    """

    conditions: tuple[str, ...]
    day: str
    when: When
    pieces: Mapping[str, str]


@dataclass(frozen=True)
class DialectSQL:
    tables: Mapping[str, TableSQL]
    lines: Mapping[str, LineSQL]
    """By "code" or, of a ratio, "code of" and "code to"."""
    feeds: Mapping[str, FeedSQL] = field(default_factory=dict)
    """By the name of the fact table."""


@dataclass(frozen=True)
class Compiled:
    """`kinds` are the fact tables, each with what one row of it means."""

    version: str
    cards: Mapping[str, Card]
    dialects: Mapping[str, DialectSQL]
    kinds: Mapping[str, str]


def line_key(card: Card, name: str) -> str:
    return f"{card.code} {name}" if card.is_ratio else card.code
