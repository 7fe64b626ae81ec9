"""How long it is kept who looked: as long as the norm “readings-kept” says. The seals stay, so that the chain stays whole."""

from __future__ import annotations

from django.db import connection

# By whole seals: what is left of a half-emptied one could not be told from a theft.
FORGET = """
    DELETE FROM journal_reading r USING journal_seal s
    WHERE r.number BETWEEN s.first AND s.last AND r.number <@ s.rows::int8multirange AND globa_reading_may_go(s.sealed_at)
"""


def forget_old() -> int:
    """Remove what may go and return how many rows; only the owner of the tables can, and triggers refuse what is younger."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET)
        return cursor.rowcount
