"""The web server of the public pages, from the first look to Ctrl-C. What it does not need of the environment it does not get."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import nullcontext

from globa.config import connection, declared, embedded, faults, paths, service
from globa.config.children import Children
from globa.config.outside import wall
from globa.config.refusals import StoppedByItself

# Passwords and keys of the others: a process that everybody talks to has none of them.
NOT_ITS_OWN = (
    declared.DATABASE_OWNER_URL,
    declared.DATABASE_WORKER_URL,
    declared.ENCRYPTION_KEYS,
    declared.LOOKUP_KEY,
    declared.EMAIL_URL,
    declared.OIDC_SECRET,
)


def serve(ready: Callable[[], None], warn: service.Say) -> int:
    faults.refuse()
    place = service.Place(declared.BIND.value(), declared.PUBLIC_PORT.value(), declared.PUBLIC_ADDRESS.value(), declared.PUBLIC_PORT.name)
    children = Children(paths.var() / "public.json")
    asked = service.listen_for_signals()
    children.recover()
    place.refuse_if_taken()
    try:
        with nullcontext() if connection.is_external() else embedded.running():
            try:
                wall.check()
                return _serve(place, children, ready, asked)
            finally:
                children.stop()
    except service.Stop:
        return 0


def _serve(place: service.Place, children: Children, ready: Callable[[], None], asked: threading.Event) -> int:
    children.start("public pages", _web(place), environment())
    service.await_answer(place, children, "public pages")
    ready()
    while not asked.wait(0.5):
        if gone := children.ended():
            raise StoppedByItself(*gone)
    return 0


def environment() -> dict[str, str]:
    """Beside an outside database its address is the public's own, under every name."""
    own = {one.name: "" for one in NOT_ITS_OWN if os.environ.get(one.name)}
    if connection.is_external():
        own |= {declared.DATABASE_URL.name: connection.address("public"), declared.DATABASE_PUBLIC_URL.name: connection.address("public")}
    return own | {declared.DATABASE_ROLE.name: "public", "DJANGO_SETTINGS_MODULE": "globa.config.outside.settings"}


def _web(place: service.Place) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "globa.config.outside.wsgi:application"),
        *("--host", place.host, "--port", str(place.port), "--workers", "1", "--blocking-threads", "4"),
        *("--no-ws", "--log-level", "warning"),
    ]
