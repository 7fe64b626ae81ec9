"""After every migration: the functions that tell an institution which lines of a plan it may name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses

FUNCTIONS = Path(__file__).with_name("lines_of_institutions.sql")
NAMED = ("globa_is_line_of(uuid, uuid)", "globa_is_line_of_year(uuid, integer)", "globa_lines_answered_by(uuid)")


def after(using: str, **_ignored: Any) -> None:
    """As the owner; only who works with records may ask."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user, to_regclass('planning_linebody')")
        owner, table = cursor.fetchone()
        if table is None:
            return
        cursor.execute(FUNCTIONS.read_text())
        readers = {addresses.parameters(of).get("user", "") for of in ("web", "worker")} - {"", owner}
        rights = [f'GRANT EXECUTE ON FUNCTION {name} TO "{reader}"' for name in NAMED for reader in sorted(readers)]
        cursor.execute("; ".join([*(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in NAMED), *rights]))
