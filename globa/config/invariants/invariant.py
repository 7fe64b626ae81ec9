"""One thing that must hold, as a question for the records that break it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

SHOWN = 5


@dataclass(frozen=True)
class Invariant:
    """`question` is SQL for the names of the records that break it ("care.stay:<id>"); `says` is a sentence for gettext."""

    name: str
    says: str
    question: str


@dataclass(frozen=True)
class Answer:
    """`broken` is how many break it; `records` are the first of them."""

    invariant: Invariant
    broken: int
    records: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return self.broken == 0


def ask(opened: psycopg.Connection[tuple[Any, ...]], invariants: Iterable[Invariant]) -> list[Answer]:
    """Ask all of them of one instant; nothing is written."""
    opened.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    return [answer(opened, one) for one in invariants]


def answer(opened: psycopg.Connection[tuple[Any, ...]], invariant: Invariant) -> Answer:
    # The question is ours: nothing that anybody typed stands in it.
    asked = sql.SQL("SELECT count(*), (array_agg(record ORDER BY record))[1:{}] FROM ({}) AS broken (record)")
    row = opened.execute(asked.format(sql.Literal(SHOWN), sql.SQL(invariant.question))).fetchone()
    assert row is not None
    return Answer(invariant, row[0], tuple(row[1] or ()))
