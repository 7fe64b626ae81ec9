"""Asking the index of names. It answers with ids of those who are opened to the actor; row security is asked about them again."""

from __future__ import annotations

import uuid

from django.db import connection

MOST = 300
NAMED = "SELECT person, score FROM globa_find_people(%s, %s)"


def opened_and_named(text: str, most: int = MOST) -> dict[uuid.UUID, float]:
    """Who of the people opened to the actor may be meant by a name typed by hand, the likeliest first; one query."""
    if not text.strip():
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NAMED, [text.replace("\0", ""), most])
        return dict(cursor.fetchall())
