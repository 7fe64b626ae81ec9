"""
The fact tables as PostgreSQL views over the records: one file of SQL a table.

They live in a schema of their own, are dropped before every migration and made again after it, and run
with the rights of whoever asks (`security_invoker`): a row that the asker may not see is not counted.

The same files are read a second time over the records as they were known at an instant (schema
`record_then`, made from the history), which gives every figure its second clock in the schema `facts_then`.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
NOW, THEN, RECORDS_THEN = "facts", "facts_then", "record_then"
DROP = f"DROP SCHEMA IF EXISTS {NOW}, {THEN}, {RECORDS_THEN} CASCADE"


def create(readers: list[str]) -> list[str]:
    """Return the SQL that makes every view and lets the roles read them. The declarations are not imported: they need Ibis."""
    return [f"CREATE SCHEMA {NOW}", *_views(NOW), *grants(NOW, readers)]


def create_then(readers: list[str]) -> list[str]:
    """The same over the records of an instant; their views must be there. Names without a schema find those first."""
    return [
        f"CREATE SCHEMA {THEN}",
        f"SET search_path TO {RECORDS_THEN}, public",
        *_views(THEN),
        "RESET search_path",
        *grants(THEN, readers),
    ]


def _views(schema: str) -> list[str]:
    files = sorted(FOLDER.glob("*.sql"))
    return [f'CREATE VIEW {schema}."{file.stem}" WITH (security_invoker = true) AS\n{file.read_text()}' for file in files]


def grants(schema: str, readers: list[str]) -> list[str]:
    return [f'GRANT USAGE ON SCHEMA {schema} TO "{role}"; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO "{role}"' for role in readers]
