"""
Where the benchmarks run: a server and a database of their own under var/bench, never the ones somebody works with.

The database is named as an outside one, so that every process of the benchmarks, the web server among them, finds it
by the same settings as in an office that has its own PostgreSQL.
"""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "globa_bench"
ROLES = {"owner": "DATABASE_OWNER_URL", "web": "DATABASE_URL", "worker": "DATABASE_WORKER_URL", "public": "DATABASE_PUBLIC_URL"}


@contextmanager
def running() -> Iterator[None]:
    """Start the server and point the environment of this process and its children to the benchmarks' database."""
    _forget_others()
    os.environ["GLOBA_VAR"] = str(ROOT / "var" / "bench")
    from globa.config import embedded

    with embedded.running() as server:
        os.environ.update(_addresses(str(server.socket_folder), server.port) | _keys() | _habits())
        yield


def _forget_others() -> None:
    for name in list(os.environ):
        if name.startswith(("GLOBA_", "DATABASE_", "DJANGO_")):
            del os.environ[name]


def _addresses(socket: str, port: int) -> dict[str, str]:
    place = f"postgresql:///{DATABASE}?host={quote(socket, safe='')}&port={port}"
    return {variable: f"{place}&user=globa_{role}" for role, variable in ROLES.items()}


def _keys() -> dict[str, str]:
    """Of this run only: nothing of a generated centre is sealed."""
    return {
        "GLOBA_SECRET_KEY": secrets.token_urlsafe(48),
        "GLOBA_ENCRYPTION_KEYS": f"1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "GLOBA_LOOKUP_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
    }


def _habits() -> dict[str, str]:
    return {"DJANGO_SETTINGS_MODULE": "globa.config.settings", "GLOBA_SECOND_FACTOR": "no", "GLOBA_STATIC_AS_IT_LIES": "yes"}
