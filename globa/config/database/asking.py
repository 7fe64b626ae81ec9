"""After every migration: what carries a question about a file from one institution to the other, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses
from globa.registry import policy

FUNCTIONS = Path(__file__).with_name("asking.sql")
FOR_READERS = ("globa_put_question(uuid, text)",)
INSIDE = ("globa_question_answered()", "globa_request_withdrawn()")


def functions() -> str:
    """The SQL with the roles that register people: only they are told that a file is kept, so only they may ask for it."""
    registering = ", ".join(f"'{role}'" for role, areas in policy.AREAS.items() if policy.Area.CARING in areas)
    return FUNCTIONS.read_text().format(registering=registering)


def after(using: str, **_ignored: Any) -> None:
    """As the owner."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user, to_regclass('registry_filequestion')")
        owner, table = cursor.fetchone()
        if table is None:
            return
        cursor.execute(functions())
        readers = {addresses.parameters(of).get("user", "") for of in ("web", "worker")} - {"", owner}
        cursor.execute("; ".join(_rights(sorted(readers))))


def _rights(readers: list[str]) -> list[str]:
    revoked = [f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in (*FOR_READERS, *INSIDE)]
    return revoked + [f'GRANT EXECUTE ON FUNCTION {name} TO "{reader}"' for name in FOR_READERS for reader in readers]
