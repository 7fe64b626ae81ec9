"""After every migration: the function that tells in which measures of plans a service counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses

FUNCTIONS = Path(__file__).with_name("counting_services.sql")
NAMED = "globa_measures_of(uuid)"


def after(using: str, **_ignored: Any) -> None:
    """As the owner; only readers of records may ask."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user, to_regclass('planning_activity')")
        owner, table = cursor.fetchone()
        if table is None:
            return
        cursor.execute(FUNCTIONS.read_text())
        readers = {addresses.parameters(of).get("user", "") for of in ("web", "worker")} - {"", owner}
        rights = [f'GRANT EXECUTE ON FUNCTION {NAMED} TO "{reader}"' for reader in sorted(readers)]
        cursor.execute("; ".join([f"REVOKE ALL ON FUNCTION {NAMED} FROM PUBLIC", *rights]))
