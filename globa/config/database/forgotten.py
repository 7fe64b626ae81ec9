"""Whom the actor is shown and whose rows is kept for the rest of a transaction, until a table that it rests on is written."""

from __future__ import annotations

import re
from pathlib import Path

RESTS_ON = [Path(__file__).with_name(f"{name}.sql") for name in ("visibility", "reached")]
TABLE = re.compile(r"\b(?:FROM|JOIN) ((?:registry|care)_\w+)")
FORGETS = """
    CREATE OR REPLACE FUNCTION globa_forget_opened() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM set_config('globa.' || kept, '', true) FROM unnest(ARRAY['visible', 'opened_for']) kept;
        RETURN NULL;
    END $$
"""


def tables() -> list[str]:
    """Read from the questions themselves, so that a new table in one of them is not left out."""
    return sorted({table for path in RESTS_ON for table in TABLE.findall(path.read_text())})


def statements() -> list[str]:
    return [FORGETS, *(_trigger(table) for table in tables())]


def _trigger(table: str) -> str:
    return (
        f'CREATE OR REPLACE TRIGGER globa_forget_opened AFTER INSERT OR UPDATE OR DELETE ON "{table}"'
        " FOR EACH STATEMENT EXECUTE FUNCTION globa_forget_opened()"
    )
