"""Of whom and of when a figure is, and how that enters the SQL: as a table put before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from globa.indicators.when import When, stated_day
from globa.vocabulary.period import Period

TYPES = {"scope_number": "BIGINT", "scope_organisation": "VARCHAR"}
ALWAYS = ("scope_number", "scope_organisation", "scope_begins", "scope_ends", "scope_eve", "scope_last")


@dataclass(frozen=True)
class Scope:
    """
    `report` is the organisation whose figure it is, `organisations` those whose rows it counts (itself and below).
    `recording` says per fact table from which day each of them records it; who is absent does not.
    """

    report: str
    period: Period
    organisations: tuple[str, ...]
    recording: Mapping[str, Mapping[str, date]] = field(default_factory=dict)

    def since(self, table: str, organisation: str) -> date | None:
        return self.recording.get(table, {}).get(organisation)

    def not_recording(self, table: str, when: When) -> tuple[str, ...]:
        """The organisations that did not record the table from the day that the figure needs."""
        needed = when.days(self.period)[0]
        return tuple(one for one in self.organisations if (since := self.since(table, one)) is None or since > needed)


def scope_table(columns: Sequence[str], scopes: Sequence[Scope], placeholder: str) -> tuple[str, list[object]]:
    """
    The text `WITH scope (...) AS (VALUES ...)` and its parameters: a row a scope and organisation.

    Scopes are numbered by their place. Every cell is cast, for a bare VALUES has no types on PostgreSQL; and it stays
    part of the plan where it is read twice, so that its days find their index.
    """
    one = ", ".join(f"CAST({placeholder} AS {TYPES.get(column, 'DATE')})" for column in columns)
    parameters: list[object] = []
    rows = 0
    for number, scope in enumerate(scopes):
        for organisation in scope.organisations:
            parameters += [_cell(column, number, organisation, scope) for column in columns]
            rows += 1
    return f"WITH scope ({', '.join(columns)}) AS NOT MATERIALIZED (VALUES {', '.join([f'({one})'] * rows)})", parameters


def _cell(column: str, number: int, organisation: str, scope: Scope) -> object:
    if column.startswith("since_"):
        return scope.since(column.removeprefix("since_"), organisation)
    if column.startswith("stated_"):
        return stated_day(column, scope.period)
    period = scope.period
    return {
        "scope_number": number,
        "scope_organisation": organisation,
        "scope_begins": period.begins,
        "scope_ends": period.ends,
        "scope_eve": period.day_before,
        "scope_last": period.last_day,
    }[column]
