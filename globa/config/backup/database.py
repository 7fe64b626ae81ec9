"""A database that is dumped or filled: how to reach it, and what it says about itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from globa.config import connection
from globa.config.refusals import DatabaseUnreachable

# Tables and reference lists alone are an empty installation: nobody was registered in it yet.
HOLDS_SOMETHING = ("registry_user", "registry_person")
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND usename IS NOT NULL AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True)
class Database:
    """`parameters` are libpq's."""

    parameters: Mapping[str, str]

    @classmethod
    def of_the_owner(cls) -> Database:
        return cls(connection.parameters("owner"))

    @property
    def shown(self) -> str:
        """Never with the password."""
        return f"{self.parameters.get('host') or 'localhost'}/{self.parameters.get('dbname') or ''}"

    @property
    def address(self) -> str:
        """For a command line, which everybody on the machine can read: without the password."""
        return make_conninfo("", **{name: value for name, value in self.parameters.items() if name != "password"})

    def environment(self) -> dict[str, str]:
        secret = {"PGPASSWORD": self.parameters["password"]} if self.parameters.get("password") else {}
        return {**os.environ, "LC_ALL": "C.UTF-8", "PGAPPNAME": "globa backup", **secret}

    @contextmanager
    def opened(self, **more: Any) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        try:
            opened = psycopg.connect(**{"connect_timeout": 10, "application_name": "globa backup", **self.parameters, **more})
        except psycopg.OperationalError as error:
            raise DatabaseUnreachable.of(self.parameters, error) from error
        with opened:
            yield opened

    def version(self) -> int:
        """The server's major version."""
        with self.opened() as asking:
            return asking.info.server_version // 10000

    def others(self) -> int:
        with self.opened() as asking:
            row = asking.execute(OTHERS).fetchone()
        return int(row[0]) if row else 0

    def is_empty(self) -> bool:
        with self.opened() as asking:
            return not any(_has_rows(asking, table) for table in HOLDS_SOMETHING)


def _has_rows(asking: psycopg.Connection[tuple[Any, ...]], table: str) -> bool:
    there = asking.execute("SELECT to_regclass(%s)", [f"public.{table}"]).fetchone()
    if there is None or there[0] is None:
        return False
    return asking.execute(psycopg.sql.SQL("SELECT 1 FROM {} LIMIT 1").format(psycopg.sql.Identifier(table))).fetchone() is not None
