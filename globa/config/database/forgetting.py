"""What deletes the old files of exports: one function of the database that only the job worker may call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses

FUNCTION = Path(__file__).with_name("forgetting.sql")


def after(using: str, **_ignored: Any) -> None:
    """After every migration, as the owner."""
    worker = addresses.parameters("worker").get("user", "")
    with connections[using].cursor() as cursor:
        cursor.execute(FUNCTION.read_text())
        cursor.execute("SELECT current_user = %s", [worker])
        if worker and not cursor.fetchone()[0]:
            cursor.execute(f'GRANT EXECUTE ON FUNCTION globa_forget_exports(integer) TO "{worker}"')
