"""Asking the index of names. It answers with ids of those who are opened to the actor; row security is asked about them again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.db import connection

MOST = 300
NAMED = "SELECT person, score FROM globa_find_people(%s, %s)"
KEPT = "SELECT person, is_here FROM globa_file_is_kept(%s, %s, %s)"


@dataclass(frozen=True)
class KeptFile:
    """Of somebody who is not shown to the asker. The person is for the journal of looks and for no page."""

    person_id: uuid.UUID
    is_here: bool


def opened_and_named(text: str, most: int = MOST) -> dict[uuid.UUID, float]:
    """Who of the people opened to the actor may be meant by a name typed by hand, the likeliest first; one query."""
    if not text.strip():
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NAMED, [text.replace("\0", ""), most])
        return dict(cursor.fetchall())


def kept_file(name: str, born: date | None, code_lookup: str) -> KeptFile | None:
    """
    Whether a file is kept already on whom somebody begins to register; one query.

    By the keyed form of a personal code everywhere; by both names and the day of birth only in the asker's own
    institution. Whoever registers nobody is told nothing (docs/decisions/0026).
    """
    with connection.cursor() as cursor:
        cursor.execute(KEPT, [name.replace("\0", ""), born, code_lookup or None])
        row = cursor.fetchone()
    return KeptFile(*row) if row else None
