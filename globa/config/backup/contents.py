"""What a database holds, so far that two of them can be compared: rows of every table, walls, signed reports, keys in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

import psycopg
from psycopg import sql

from globa.reports.signing.canonical import fingerprint

Opened = psycopg.Connection[tuple[Any, ...]]
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
# PostgreSQL 18 counts NOT NULL among the constraints, older ones do not.
WALLS = """
    SELECT 'constraints', count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT 'indexes', count(*) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'triggers', count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
    UNION ALL SELECT 'policies', count(*) FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT 'tables with forced row security', count(*) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity
"""
SIGNED = """
    SELECT r.id::text, coalesce(nullif(o.initials, '') || '-', '') || r.year || '-A' || r.number, c.fingerprint, c.document
    FROM reports_signedcontent c JOIN reports_report r ON r.id = c.report_id JOIN registry_organisation o ON o.id = r.organisation_id
    ORDER BY 1
"""
# Who is signed in just now and what is half written are nobody's records: after a restore everybody signs in again.
PASSING = ("django_session", "globa_cache", "registry_session", "registry_draft")
# Where something sealed carries the id of its key before a colon; a test finds a column that is missing here.
SEALED = (
    ("registry_person", "personal_code_sealed"), ("registry_personevent", "personal_code_sealed"),
    ("importers_checkeddocument", "file_sealed"), ("importers_checkeddocument", "result_sealed"),
    ("importers_planimport", "file_sealed"), ("importers_planimport", "read_sealed"),
)  # fmt: skip
KEY_IDS = """
    SELECT DISTINCT convert_from(substring({sealed} FROM 1 FOR position(':'::bytea IN {sealed}) - 1), 'UTF8')
    FROM {table} WHERE position(':'::bytea IN {sealed}) > 1
"""
# The second factor's secrets name no key: any of the installation's may have sealed them.
SECOND_FACTORS = "mfa_authenticator"


@dataclass(frozen=True)
class Signed:
    """A signed report: the fingerprint that stands in it, and the one of the content that is there."""

    report: str
    number: str
    fingerprint: str
    of_content: str

    @property
    def is_whole(self) -> bool:
        return self.fingerprint == self.of_content


@dataclass(frozen=True)
class Contents:
    tables: Mapping[str, int]
    walls: Mapping[str, int]
    signed: tuple[Signed, ...]
    migrations: tuple[str, ...]
    extensions: tuple[str, ...]

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        signed = tuple(Signed(**one) for one in told["signed"])
        lists = {name: tuple(told[name]) for name in ("migrations", "extensions")}
        return cls(tables=dict(told["tables"]), walls=dict(told["walls"]), signed=signed, **lists)


def contents(opened: Opened) -> Contents:
    """Ask inside the transaction that is open; signed contents are hashed anew, one after the other."""
    tables = [name for (name,) in opened.execute(TABLES) if name not in PASSING]
    return Contents(
        tables={name: _rows(opened, name) for name in tables},
        walls=dict(opened.execute(WALLS).fetchall()),
        signed=tuple(_signed(opened)) if "reports_signedcontent" in tables else (),
        migrations=_all(opened, "SELECT app || '.' || name FROM django_migrations ORDER BY 1") if "django_migrations" in tables else (),
        extensions=_all(opened, "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1"),
    )


def keys_in_use(opened: Opened, known: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the keys that sealed something."""
    found: set[str] = set()
    for table, column in SEALED:
        if _is_there(opened, table):
            names = {"sealed": sql.Identifier(column), "table": sql.Identifier(table)}
            found |= {key for (key,) in opened.execute(sql.SQL(KEY_IDS).format(**names))}
    if _is_there(opened, SECOND_FACTORS) and _rows(opened, SECOND_FACTORS):
        found |= set(known)
    return tuple(sorted(found))


def _signed(opened: Opened) -> Iterator[Signed]:
    with opened.cursor("signed_reports") as cursor:
        cursor.itersize = 20
        for report, number, stands, document in cursor.execute(SIGNED):
            yield Signed(report, number, stands, fingerprint(document.encode()))


def _rows(opened: Opened, table: str) -> int:
    row = opened.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
    return int(row[0]) if row else 0


def _is_there(opened: Opened, table: str) -> bool:
    row = opened.execute("SELECT to_regclass(%s) IS NOT NULL", [f"public.{table}"]).fetchone()
    return bool(row and row[0])


def _all(opened: Opened, question: str) -> tuple[str, ...]:
    return tuple(value for (value,) in opened.execute(question))
