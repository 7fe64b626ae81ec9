"""
What is written down of a request: how it was asked by its pattern, never by its address, and how it went.

Nobody's name, number, question or typed word gets into the log: of an exception only its class and where it was raised
are told, for its message may hold a value; of other libraries' lines only a sentence without its values.
"""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.signals import got_request_exception
from django.db import connection
from django.http import HttpRequest, HttpResponse

from globa.config import metrics, paths
from globa.config.health import ANSWERS

log = logging.getLogger("globa.request")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
INNERMOST_FRAMES = 15
OWN = ("globa.",)


class RequestLogMiddleware:
    """The outermost: what it tells is what the asker got, refusals of everything below included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        got_request_exception.connect(_remember, dispatch_uid="globa.log")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        counted = Statements()
        began = time.perf_counter()
        with connection.execute_wrapper(counted):
            response = self.get_response(request)
        seconds = time.perf_counter() - began
        told = _told(request, response) | {"ms": round(seconds * 1000), "statements": counted.number}
        log.log(_level(told), "request", extra={"told": told | _trouble_of(request)})
        metrics.request(told["method"], told["route"], told["status"], seconds)
        return response


class Statements:
    """Counts what was asked of the database."""

    number = 0

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        self.number += 1
        return execute(sql, params, many, context)


def _told(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    user = getattr(request, "_cached_user", None)  # never asked for only to be written down
    return {
        "method": request.method if request.method in METHODS else "OTHER",
        "route": route_of(request),
        "status": response.status_code,
        "actor": str(user.pk) if user and user.pk else None,
    }


def route_of(request: HttpRequest) -> str | None:
    """Return the pattern of the address: “people/<str:number>/”; None for an address that is none."""
    if request.path in ANSWERS:
        return request.path.lstrip("/")
    if request.path.startswith(settings.STATIC_URL):
        return "static/"
    return request.resolver_match.route if request.resolver_match else None


def _level(told: dict[str, Any]) -> int:
    if told["status"] >= 500:
        return logging.ERROR
    return logging.DEBUG if told["route"] in ("health", "ready") else logging.INFO


def _remember(sender: object, request: HttpRequest | None = None, **_ignored: object) -> None:
    """Called while the exception is handled, wherever below it was raised."""
    import sys

    if request is not None:
        request._globa_trouble = sys.exc_info()[1]  # type: ignore[attr-defined]


def _trouble_of(request: HttpRequest) -> dict[str, Any]:
    error: BaseException | None = getattr(request, "_globa_trouble", None)
    return trouble(error) if error else {}


def trouble(error: BaseException) -> dict[str, Any]:
    """Tell the classes of the exception and of its causes, and the places it went through, the innermost last."""
    classes: list[str] = []
    found: BaseException | None = error
    while found is not None and len(classes) < 5:
        classes.append(type(found).__name__)
        found = found.__cause__ or found.__context__
    frames = traceback.extract_tb(error.__traceback__)[-INNERMOST_FRAMES:]
    return {"error": " < ".join(classes), "trace": [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]}


def _short(filename: str) -> str:
    return filename.rpartition("/site-packages/")[2].removeprefix(f"{paths.ROOT}/")


class Line(logging.Formatter):
    """For people: one line, and below it where something went wrong."""

    def format(self, record: logging.LogRecord) -> str:
        told = dict(told_by(record))
        trace = told.pop("trace", [])
        words = " ".join(f"{name}={value}" for name, value in told.items())
        line = f"{_when(record):%Y-%m-%d %H:%M:%S} {record.levelname} {record.name}: {words}"
        return "\n  ".join([line, *trace])


class JsonLine(logging.Formatter):
    """For a collector of logs."""

    def format(self, record: logging.LogRecord) -> str:
        known = {"at": _when(record).isoformat(timespec="milliseconds"), "level": record.levelname, "from": record.name}
        return json.dumps(known | told_by(record), ensure_ascii=False)


def _when(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def told_by(record: logging.LogRecord) -> dict[str, Any]:
    told: dict[str, Any] = getattr(record, "told", None) or {"said": _said(record)}
    error = record.exc_info[1] if record.exc_info else None
    return told | trouble(error) if error and "error" not in told else told


def _said(record: logging.LogRecord) -> str:
    """Our own sentences hold keys at most. Of other libraries' the values are left out; one that mixed them in is left out whole."""
    if record.name.startswith(OWN):
        return record.getMessage()
    return record.msg if record.args and isinstance(record.msg, str) else f"{record.module}.{record.funcName}"
