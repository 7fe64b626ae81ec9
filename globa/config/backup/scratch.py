"""A server beside the one in use, for looking at a backup: it lives for one question and leaves nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from globa.config.backup.database import Database
from globa.config.cluster import SUPERUSER, Cluster

NAME = "looked_at"


@contextmanager
def scratch(roles: Iterable[str]) -> Iterator[Database]:
    """An empty database with these roles; its folder lies in the system's folder for passing files (`TMPDIR`)."""
    with tempfile.TemporaryDirectory(prefix="globa-beside-", ignore_cleanup_errors=True) as folder:
        if os.geteuid() == 0:
            Path(folder).chmod(0o711)
        server = Cluster(Path(folder) / "postgres")
        server.start()
        try:
            _prepare(server, roles)
            place = {"host": str(server.socket_folder), "port": str(server.port), "user": SUPERUSER, "dbname": NAME}
            yield Database(place)
        finally:
            server.stop()


def _prepare(server: Cluster, roles: Iterable[str]) -> None:
    with psycopg.connect(server.superuser_address(), autocommit=True) as administrator:
        for role in sorted(set(roles) - {"", SUPERUSER}):
            administrator.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role)))
        administrator.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8'")
