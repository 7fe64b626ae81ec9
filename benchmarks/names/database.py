"""
The database of a million invented people beside the generated centre: made once, used again while what makes it is the same.

    python -m benchmarks.names.database      as the owner, inside `surroundings.running()`; BENCH_PEOPLE says how many
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
import uuid

import psycopg
from psycopg import sql

from benchmarks.database import migrate, owner
from benchmarks.names import invented
from benchmarks.surroundings import ROOT
from globa.config import roles
from globa.config.roles import DATABASE

NAMES = f"{DATABASE}_names"
MADE_BY = (
    "benchmarks/names/invented.py",
    "benchmarks/names/database.py",
    "globa/config/database/names.sql",
    "globa/registry/migrations/*.py",
)
# Plain trigrams: one text a person, folded as our own words are, with each of the two indexes that PostgreSQL has for them.
PLAIN = """
    CREATE TABLE plain AS SELECT id, lower(unaccent(given_name || ' ' || family_name)) AS name FROM registry_person;
    CREATE INDEX plain_gin ON plain USING gin (name gin_trgm_ops);
    CREATE TABLE plain_near AS SELECT * FROM plain;
    CREATE INDEX plain_gist ON plain_near USING gist (name gist_trgm_ops (siglen = 64));
"""


def how_many() -> int:
    return int(os.environ.get("BENCH_PEOPLE", "1000000"))


def make() -> None:
    """Rows only when their makers have changed; views, policies, functions and rights are made anew every time."""
    mark = _mark()
    with owner() as connection:
        known = _known(connection)
    if known != mark:
        _fill_anew(mark)
    roles.DATABASE = NAMES
    migrate()


def _fill_anew(mark: str) -> None:
    with owner() as connection:
        name = sql.Identifier(NAMES)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(DATABASE)))
    began = time.monotonic()
    with owner(NAMES) as connection:
        _fill(connection)
    with owner() as connection:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(mark)))
    print(f"made {how_many():,} names in {time.monotonic() - began:.0f} s", file=sys.stderr)


def _mark() -> str:
    told = hashlib.sha256(str(how_many()).encode())
    for pattern in MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            told.update(path.read_bytes())
    return told.hexdigest()


def _known(connection: psycopg.Connection[tuple[str]]) -> str:
    asked = "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = %s"
    row = connection.execute(asked, [NAMES]).fetchone()
    return row[0] if row else ""


def _fill(connection: psycopg.Connection[tuple[str]]) -> None:
    """Without history and triggers; the index is then written as after a migration that finds people without it."""
    connection.execute("ALTER TABLE registry_person DISABLE TRIGGER USER")
    columns = "id, given_name, family_name, sex, birth_precision"
    connection.execute(
        "CREATE TEMPORARY TABLE come AS SELECT id, given_name, family_name, sex, birth_precision FROM registry_person LIMIT 0"
    )
    with connection.cursor() as cursor, cursor.copy(f"COPY come ({columns}) FROM STDIN") as copy:
        for number, (given, family, sex) in enumerate(invented.people(how_many())):
            copy.write_row((uuid.UUID(int=(1 << 100) + number), given, family, sex, "day"))
    connection.execute(f"INSERT INTO registry_person ({columns}) SELECT {columns} FROM come")
    connection.execute("ALTER TABLE registry_person ENABLE TRIGGER USER")
    connection.execute("SELECT globa_keep_names(obj_description('registry_nameword'::regclass))")
    connection.execute(PLAIN)
    connection.execute("VACUUM ANALYZE registry_person")
    for table in ("registry_nameword", "registry_nameuse", "plain", "plain_near"):
        connection.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(table)))


if __name__ == "__main__":
    make()
