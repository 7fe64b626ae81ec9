"""
Where the benchmarks run: a server and a database of their own under var/bench, never the ones somebody works with.

Every process of the benchmarks, the web server among them, finds the database by the folder. An outside one would ask
for a second factor at sign-in, which nobody is there to give.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HABITS = {
    "DJANGO_SETTINGS_MODULE": "globa.config.settings",
    "GLOBA_VAR": str(ROOT / "var" / "bench"),
    "GLOBA_DEMO": "no",
    "GLOBA_SECOND_FACTOR": "no",
    "GLOBA_STATIC_AS_IT_LIES": "yes",
}


@contextmanager
def running() -> Iterator[None]:
    """Start the server and point the environment of this process and its children to the benchmarks' database."""
    _forget_others()
    os.environ |= HABITS
    from globa.config import embedded

    with embedded.running():
        yield


def _forget_others() -> None:
    for name in list(os.environ):
        if name.startswith(("GLOBA_", "DATABASE_", "DJANGO_")):
            del os.environ[name]
