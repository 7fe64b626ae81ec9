"""After every migration: what writes and reads the index of names, and names that it does not hold yet."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses
from globa.registry import policy
from globa.registry.names import forms

FUNCTIONS = Path(__file__).with_name("names.sql")
# The first two are for whoever asks, and ask who it is; the third tells nothing of anybody; the others are the owner's alone.
FOR_READERS = ("globa_find_people(text, integer)", "globa_file_is_kept(text, date, text)", "globa_given_names(text[])")
INSIDE = (
    "globa_index_names(uuid[])",
    "globa_names_written()",
    "globa_keep_names(text)",
    "globa_name_candidates(text[], uuid[], integer, boolean)",
    "globa_people_named(text, uuid[], integer)",
)


def functions() -> str:
    """The SQL with the endings of names in it, and with the roles that register people."""
    endings = ", ".join(f"'{ending}'" for ending in forms.ENDINGS)
    registering = ", ".join(f"'{role}'" for role, areas in policy.AREAS.items() if policy.Area.CARING in areas)
    given = {"endings": endings, "also_short": forms.ALSO_SHORT, "shortest": forms.SHORTEST_STEM, "registering": registering}
    return FUNCTIONS.read_text().format(**given)


def rules(sql: str) -> str:
    """What the index was written by: other rules write it anew."""
    return f"globa names {hashlib.sha256(sql.encode()).hexdigest()[:16]}"


def after(using: str, **_ignored: Any) -> None:
    """As the owner."""
    sql = functions()
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user, to_regclass('registry_nameuse')")
        owner, table = cursor.fetchone()
        if table is None:
            return
        cursor.execute(sql)
        readers = {addresses.parameters(of).get("user", "") for of in ("web", "worker")} - {"", owner}
        cursor.execute("; ".join(_rights(sorted(readers))))
        cursor.execute("SELECT globa_keep_names(%s)", [rules(sql)])


def _rights(readers: list[str]) -> list[str]:
    revoked = [f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in (*FOR_READERS, *INSIDE)]
    return revoked + [f'GRANT EXECUTE ON FUNCTION {name} TO "{reader}"' for name in FOR_READERS for reader in readers]
