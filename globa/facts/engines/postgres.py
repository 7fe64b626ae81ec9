"""
Figures straight from the views, in the transaction that is open.

The transaction matters: who is asking is known to the row security only inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Postgres:
    """`cursor` makes a DB-API cursor that closes itself: `connection.cursor` of Django or of psycopg."""

    cursor: Callable[[], AbstractContextManager[Any]]
    dialect = "postgres"
    placeholder = "%s"

    def run(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        with self.cursor() as cursor:
            cursor.execute(sql, list(parameters))
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
