"""Asking for a page as somebody, through all of the middleware, and taking back whatever it did."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core import mail
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.test import RequestFactory
from django.utils import translation

from globa.registry.accounts.users import User
from globa.web.names.kept import IN_SESSION
from tests.matrix.markers import Of, marker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
READING = ("GET", "HEAD")
OTHERS = ("PUT", "PATCH", "DELETE", "OPTIONS")
METHODS = (*READING, "POST", *OTHERS)
# What differs between two answers that say the same: tokens, and the minute in which a page would be printed.
CHANGING = re.compile(r'(csrfmiddlewaretoken" value="|nonce="|nonce-)[^"\'; ]+|(?<=g-onprint g-printed">)[^<]+')
HEADERS = ("content-type", "location", "cache-control", "allow", "content-disposition", "referrer-policy", "vary", "content-language")


@dataclass(frozen=True)
class Asked:
    """`question` is what the address or the body asks for; `htmx` says that a part of a page asks."""

    path: str
    method: str = "GET"
    question: Mapping[str, Any] = field(default_factory=dict)
    language: str = "lt"
    htmx: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.path}{' htmx' if self.htmx else ''} {self.language}"


@dataclass(frozen=True)
class Answer:
    """`body` is the page as sent; `told` is what left besides: letters and lines of the log."""

    status: int
    body: str
    headers: Mapping[str, str]
    told: str = ""
    trouble: str = ""

    @property
    def everything(self) -> str:
        return "\n".join((self.body, self.told, *self.headers.values()))

    def alike(self, key: str = "") -> tuple[Any, ...]:
        """What somebody could compare with another answer; the asked key is their own."""
        said = "\n".join([CHANGING.sub(r"\1", self.body), *(f"{name}: {self.headers.get(name, '')}" for name in HEADERS)])
        for one in filter(None, key.split("|")):
            said = said.replace(one, "KEY")
        return self.status, said


class Heard(logging.Handler):
    """Every line that the log would have."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("django.request"):  # its lines are not written: see the settings
            self.lines.append(record.getMessage())


class Asking:
    """One handler for all: making a client anew for each question would cost more than the question."""

    def __init__(self) -> None:
        self.begin_anew()
        self.factory = RequestFactory()
        self.sessions: dict[str, str] = {}
        self.heard = Heard()

    def begin_anew(self) -> None:
        """Build the middleware again, as whatever stands in it is now."""
        self.handler = BaseHandler()
        self.handler.load_middleware()

    def sign_in(self, name: str, user: User) -> None:
        """Keep a session in the transaction of the world; every name was looked for in it, so that its mark is the name itself."""
        store = import_module(settings.SESSION_ENGINE).SessionStore()
        store[SESSION_KEY], store[BACKEND_SESSION_KEY], store[HASH_SESSION_KEY] = str(user.pk), BACKEND, user.get_session_auth_hash()
        store[IN_SESSION] = [[typed, typed, ""] for typed in (marker(Of.NAME, number)[:-1] for number in range(100))]
        store.save()
        self.sessions[name] = str(store.session_key)

    def ask(self, name: str, asked: Asked) -> Answer:
        """Whatever was done is undone: the next question finds the same world."""
        mail.outbox = []
        self.heard.lines = []
        logging.getLogger().addHandler(self.heard)
        try:
            with transaction.atomic(), translation.override(asked.language):
                answer = self._answer(name, asked)
                transaction.set_rollback(True)
        finally:
            logging.getLogger().removeHandler(self.heard)
        return answer

    def _answer(self, name: str, asked: Asked) -> Answer:
        request = self._request(name, asked)
        response = self.handler.get_response(request)
        body = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
        headers = {key.lower(): value for key, value in response.items()}
        letters = [str(letter.message()) for letter in mail.outbox]
        error = getattr(response, "exc_info", None) if response.status_code >= 500 else None
        return Answer(
            response.status_code,
            body.decode(errors="replace"),
            headers,
            "\n".join([*letters, *self.heard.lines]),
            repr(error and error[1]) if error else "",
        )

    def _request(self, name: str, asked: Asked) -> Any:
        headers = {"accept-language": asked.language, **({"hx-request": "true"} if asked.htmx else {})}
        if asked.method in READING:
            request = getattr(self.factory, asked.method.lower())(asked.path, asked.question, headers=headers)
        elif asked.method == "POST":
            request = self.factory.post(asked.path, asked.question, headers=headers)
        else:
            request = self.factory.generic(asked.method, asked.path, b"", "application/json", headers=headers)
        request._dont_enforce_csrf_checks = True
        request.COOKIES = {settings.SESSION_COOKIE_NAME: self.sessions[name]} if name in self.sessions else {}
        return request


def as_the_web() -> None:
    """From here on nothing is read or written with the rights of the owner."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL ROLE globa_web")
