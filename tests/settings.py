"""The settings of a test run: a server and keys of its own under var/test, never the ones somebody works with."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
for outside in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_WORKER_URL", "DATABASE_PUBLIC_URL"):
    os.environ.pop(outside, None)
os.environ["GLOBA_VAR"] = os.environ.get("GLOBA_TEST_VAR") or str(ROOT / "var" / "test")
os.environ["GLOBA_DATABASE_ROLE"] = "owner"
os.environ["GLOBA_STATIC_AS_IT_LIES"] = "yes"

from globa.config.settings import *  # noqa: F403
from globa.config.settings import DATABASES

_held: list[IO[str]] = []


def _free_slot() -> str:
    """Two runs at once must not drop each other's database; the workers of one run share its slot."""
    if taken := os.environ.get("GLOBA_TEST_SLOT"):
        return taken
    folder = Path(os.environ["GLOBA_VAR"])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(100):
        file = (folder / f"slot-{number}").open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            continue
        _held.append(file)
        os.environ["GLOBA_TEST_SLOT"] = str(number)
        return str(number)
    raise RuntimeError("a hundred test runs at once")


DATABASES["default"]["TEST"] = {"NAME": f"test_globa_{_free_slot()}"}
DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
