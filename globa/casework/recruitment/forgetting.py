"""Whoever asked the centre is not kept for ever: after the norm `enquiry-kept` only that somebody asked stays, and is counted."""

from __future__ import annotations

from django.db import connection


def forget() -> int:
    """Erase what names the askers of enquiries that are older than the norm of today; return how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT globa_forget_enquiries()")
        return int(cursor.fetchone()[0])
