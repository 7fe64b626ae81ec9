"""
Browsers in which somebody signed in before: a signed cookie, per account, that ends with the password.

Guesses from everywhere else are counted together; whoever guesses at an account cannot use up what its owner's own
browser is allowed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from globa.registry.accounts.users import User

COOKIE = "globa-known"
KEPT_SECONDS = 180 * 24 * 3600
ACCOUNTS_AT_MOST = 8
SALT = "globa.known_browser"


@dataclass(frozen=True)
class Browser:
    name: str = field(default_factory=lambda: get_random_string(20))
    accounts: tuple[str, ...] = ()


def known_to(request: HttpRequest, user: User | None) -> str:
    """Return the name of the browser where the account signed in before; empty where it did not."""
    browser = _read(request) if user else None
    if user is None or browser is None:
        return ""
    mark = _mark(user)
    return browser.name if any(constant_time_compare(mark, one) for one in browser.accounts) else ""


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    before, mark = _read(request) or Browser(), _mark(user)
    accounts = [mark, *(one for one in before.accounts if one != mark)][:ACCOUNTS_AT_MOST]
    response.set_cookie(
        COOKIE,
        signing.dumps({"name": before.name, "accounts": accounts}, salt=SALT),
        max_age=KEPT_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _read(request: HttpRequest) -> Browser | None:
    try:
        told = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT_SECONDS)
        return Browser(str(told["name"]), tuple(str(one) for one in told["accounts"]))
    except (signing.BadSignature, KeyError, TypeError):
        return None


def _mark(user: User) -> str:
    """Another one after every change of the password; who was given a new one knows no browser."""
    return salted_hmac(SALT, f"{user.pk}|{user.password}", algorithm="sha256").hexdigest()[:32]
