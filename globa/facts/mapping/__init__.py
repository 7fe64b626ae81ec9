"""
The fact tables as PostgreSQL views over the records: one file of SQL a table.

They live in a schema of their own, are dropped before every migration and made again after it, and run
with the rights of whoever asks (`security_invoker`): a row that the asker may not see is not counted.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
DROP = "DROP SCHEMA IF EXISTS facts CASCADE"


def create(readers: list[str]) -> str:
    """Return the SQL that makes every view and lets the roles read them. The declarations are not imported: they need Ibis."""
    files = sorted(FOLDER.glob("*.sql"))
    views = [f'CREATE VIEW facts."{file.stem}" WITH (security_invoker = true) AS\n{file.read_text()}' for file in files]
    grants = [f'GRANT USAGE ON SCHEMA facts TO "{role}"; GRANT SELECT ON ALL TABLES IN SCHEMA facts TO "{role}"' for role in readers]
    return ";\n".join(["CREATE SCHEMA facts", *views, *grants])
