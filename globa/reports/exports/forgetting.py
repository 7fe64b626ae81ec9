"""Exported files do not stay for ever: each can be made again from its report, which stays."""

from __future__ import annotations

from django.conf import settings
from django.db import connection


def kept_days() -> int:
    days: int = settings.GLOBA_EXPORT_DAYS
    return days


def forget() -> int:
    """Delete the files that are older than `kept_days`; return how many. Their rows stay and say so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT globa_forget_exports(%s)", [kept_days()])
        return int(cursor.fetchone()[0])
