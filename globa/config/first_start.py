"""Whether anybody may come in yet; asked of the database without Django, for `globa run` does not carry it along."""

from __future__ import annotations

from globa.config import connection

QUESTION = "SELECT EXISTS (SELECT FROM registry_user WHERE is_staff AND is_active)"


def has_administrator() -> bool:
    import psycopg

    with psycopg.connect(**connection.parameters("web"), connect_timeout=10) as opened:  # type: ignore[arg-type]
        row = opened.execute(QUESTION).fetchone()
    return bool(row and row[0])
