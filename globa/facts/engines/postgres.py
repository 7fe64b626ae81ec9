"""
Figures straight from the views, in the transaction that is open.

The transaction matters: who is asking is known to the row security only inside it. Persons and households keep their
keys in the views, which PostgreSQL tells apart quicker than texts; whoever asks gets texts, as from every engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from globa.facts.engines.engine import Statement


@dataclass(frozen=True)
class Postgres:
    """`cursor` makes a DB-API cursor that closes itself: `connection.cursor` of Django or of psycopg."""

    cursor: Callable[[], AbstractContextManager[Any]]
    dialect = "postgres"
    placeholder = "%s"

    def run(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        return self.run_all([(sql, parameters)])[0]

    def run_all(self, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
        return [_told(rows) for rows in self.ask(statements)]

    def ask(self, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
        with self.cursor() as cursor:
            return [_asked(cursor, *one) for one in statements]


@dataclass(frozen=True)
class AsKnown(Postgres):
    """The second clock: what was true by the records as they were known at an instant."""

    at: datetime | None = None

    def ask(self, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
        known = ("SELECT set_config('globa.known_at', %s, true)", [self.at.isoformat() if self.at else "infinity"])
        return super().ask([known, *((sql.replace('"facts".', '"facts_then".'), of) for sql, of in statements)])[1:]


def _asked(cursor: Any, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
    cursor.execute(sql, list(parameters))
    found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _told(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    return [tuple(str(cell) if isinstance(cell, UUID) else cell for cell in row) for row in rows]
