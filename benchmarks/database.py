"""
The database of the generated centre: made once, used again while what makes it is the same.

    python -m benchmarks.database      as the owner, inside `surroundings.running()`
"""

from __future__ import annotations

import hashlib
import sys
import time

import psycopg
from psycopg import sql

from benchmarks.surroundings import ROOT
from globa.config import embedded
from globa.config.roles import DATABASE

MADE_BY = ("benchmarks/centre/*.py", "globa/*/migrations/*.py", "globa/*/reference/*.csv", "globa/config/database/*")
USERS = ("globa_web", "globa_worker", "globa_public")


def make() -> None:
    """Views, policies and rights are made anew every time; rows only when their makers have changed."""
    mark, known = _mark(), _known_mark()
    if known != mark:
        _create_empty()
    migrate()
    if known != mark:
        _generate()
        _say(mark)


def _mark() -> str:
    told = hashlib.sha256()
    for pattern in MADE_BY:
        for path in sorted(path for path in ROOT.glob(pattern) if path.is_file()):
            told.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return told.hexdigest()


def owner(database: str = "postgres") -> psycopg.Connection[tuple[str]]:
    server = embedded.cluster()
    address = f"host='{server.socket_folder}' port={server.port} user=globa_owner dbname={database}"
    return psycopg.connect(address, autocommit=True)


def _known_mark() -> str:
    with owner() as connection:
        asked = "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = %s"
        row = connection.execute(asked, [DATABASE]).fetchone()
    return row[0] if row else ""


def _create_empty() -> None:
    with owner() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
        connection.execute(sql.SQL("REVOKE CONNECT, TEMPORARY ON DATABASE {} FROM PUBLIC").format(sql.Identifier(DATABASE)))
        users = sql.SQL(", ").join(map(sql.Identifier, USERS))
        connection.execute(sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(sql.Identifier(DATABASE), users))


def _say(mark: str) -> None:
    """Only when everything is there: an interrupted one is made again."""
    with owner() as connection:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(DATABASE), sql.Literal(mark)))


def migrate() -> None:
    import django

    django.setup()
    from globa.config import preparation

    preparation.migrate()


def _generate() -> None:
    from benchmarks import centre
    from globa.registry.accounts.users import User

    began = time.monotonic()
    centre.generate()
    user = User.objects.get(email=centre.EMAIL)
    user.set_password(centre.PASSWORD)
    user.save()
    centre.analyze()
    print(f"made the generated centre in {time.monotonic() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    make()
