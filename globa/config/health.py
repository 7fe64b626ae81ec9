"""
Whether this installation lives, and whether it can serve: for whatever watches over it, with nothing in it about anybody.

`/health` asks nothing: the process answers. `/ready` asks the database once. Both are answered before sessions and
accounts, so that they work while those do not, and by any name of the machine.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone

from globa.config import paths

SILENT_FOR = timedelta(seconds=60)
CLOCKS_APART = timedelta(seconds=5)
MEGABYTE = 1_000_000
CHECKS = ("database", "migrations", "worker", "disk", "clock")
QUESTION = "SELECT clock_timestamp(), (SELECT max(last_heartbeat) FROM procrastinate_workers)"


class HealthMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = ANSWERS.get(request.path)
        return answer(request) if answer else self.get_response(request)


def health(request: HttpRequest) -> HttpResponse:
    return _answered(request, lambda: JsonResponse({"alive": True}))


def ready(request: HttpRequest) -> HttpResponse:
    return _answered(request, _readiness)


ANSWERS = {"/health": health, "/ready": ready}


def _answered(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    return answer() if request.method in ("GET", "HEAD") else HttpResponseNotAllowed(["GET", "HEAD"])


def _readiness() -> HttpResponse:
    holds = checks()
    is_ready = all(holds.values())
    told = {"ready": is_ready, "checks": {name: "ok" if holds[name] else "not" for name in CHECKS}}
    return JsonResponse(told, status=200 if is_ready else 503)


def checks() -> dict[str, bool]:
    """Return what holds; what hangs on the database does not while that is not reached."""
    holds = dict.fromkeys(CHECKS, False) | {"disk": has_room()}
    try:
        with connection.cursor() as cursor:
            before = timezone.now()
            cursor.execute(QUESTION)
            theirs, heard = cursor.fetchone()
            after = timezone.now()
            cursor.execute("SELECT app, name FROM django_migrations")
            applied = set(cursor.fetchall())
    except Error:
        return holds
    return holds | {
        "database": True,
        "migrations": newest_migrations() <= applied,
        "worker": heard is not None and theirs - heard < SILENT_FOR,
        "clock": agrees(theirs, before, after),
    }


def agrees(theirs: datetime, before: datetime, after: datetime) -> bool:
    """Days are decided by either clock, so a signed day would depend on which was asked."""
    return before - CLOCKS_APART < theirs < after + CLOCKS_APART


def has_room() -> bool:
    try:
        return shutil.disk_usage(paths.var()).free >= settings.GLOBA_DISK_FREE * MEGABYTE
    except OSError:
        return False


@cache
def newest_migrations() -> frozenset[tuple[str, str]]:
    """Return the last migration of each app as this version has them; those before them were applied first."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())
