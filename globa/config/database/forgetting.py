"""What is not kept for ever: old files of exports, and who enquired. Functions of the database that only the job worker may call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses

FUNCTIONS = Path(__file__).with_name("forgetting.sql")
NAMED = ("globa_forget_exports(integer)", "globa_forget_enquiries()")


def after(using: str, **_ignored: Any) -> None:
    """After every migration, as the owner."""
    worker = addresses.parameters("worker").get("user", "")
    with connections[using].cursor() as cursor:
        cursor.execute(FUNCTIONS.read_text())
        cursor.execute("SELECT current_user = %s", [worker])
        if worker and not cursor.fetchone()[0]:
            for function in NAMED:
                cursor.execute(f'GRANT EXECUTE ON FUNCTION {function} TO "{worker}"')
