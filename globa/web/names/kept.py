"""
What somebody looked for stays in their session and is named in the address by a mark: a name that stands in an address
would stay in the browser's history, on a shared screen and in whatever writes addresses down. A personal code is not
even kept there, only its keyed form.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.http import HttpRequest

from globa.registry import personal_codes
from globa.registry.personal_codes import WrongPersonalCode

LONGEST = 100
MOST = 10
OF_A_CODE = 11
IN_SESSION = "looked-for"


@dataclass(frozen=True)
class Asked:
    text: str
    code: str = ""
    """The keyed form of a personal code; the text is empty then."""

    @property
    def is_no_code(self) -> bool:
        """Eleven digits that are no personal code: one of them is wrong."""
        return len(self.text.replace(" ", "")) == OF_A_CODE and self.text.replace(" ", "").isdecimal()

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.code)


def asked(typed: str) -> Asked:
    text = " ".join(typed.replace("\0", "").split())[:LONGEST]
    try:
        return Asked("", personal_codes.lookup_form(personal_codes.cleaned(text)))
    except WrongPersonalCode:
        return Asked(text)


def keep(request: HttpRequest, looked_for: Asked) -> str:
    """Return the mark; the last ten are kept, until the session ends."""
    mark = secrets.token_urlsafe(6)
    known: list[list[str]] = request.session.get(IN_SESSION, [])
    request.session[IN_SESSION] = [*known[1 - MOST :], [mark, looked_for.text, looked_for.code]]
    return mark


def kept(request: HttpRequest, mark: str) -> Asked | None:
    known: list[list[str]] = request.session.get(IN_SESSION, [])
    return next((Asked(text, code) for one, text, code in known if one == mark), None)
