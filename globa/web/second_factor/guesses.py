"""
How often a password or a code may be guessed: ten wrong ones a quarter of an hour, over all addresses together.

Counted in the shared cache before anything is compared, given back when it was right. A browser in which the account
signed in before has ten of its own, so that nobody locks the owner out by guessing.
"""

from __future__ import annotations

from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import RateLimitUsage
from django.http import HttpRequest

from globa.registry.accounts.users import User
from globa.web.second_factor.known_browsers import known_to

APP = "globa"
ANYWHERE = {"password": "30/15m/ip,10/15m/key", "code": "10/15m/key"}
KNOWN = {"password": "10/15m/key", "code": "10/15m/key"}


def one_more_password(request: HttpRequest, email: str) -> RateLimitUsage | None:
    """Count a guess; None where there were too many. An address without an account is counted as one with."""
    browser = known_to(request, _account(email))
    return _count(request, "password", email.strip().lower(), browser)


def one_more_code(request: HttpRequest, user: User) -> RateLimitUsage | None:
    return _count(request, "code", str(user.pk), known_to(request, user))


def forget(request: HttpRequest, email: str) -> None:
    """After a password was set anew by the letter, nobody waits."""
    ratelimit.clear(request, app=APP, action="password", config={"password": "10/15m/key"}, key=f"{email.strip().lower()}|")


def _count(request: HttpRequest, what: str, whose: str, browser: str) -> RateLimitUsage | None:
    return ratelimit.consume(request, app=APP, action=what, config=KNOWN if browser else ANYWHERE, key=f"{whose}|{browser}")


def _account(email: str) -> User | None:
    return User.objects.filter(email__iexact=email.strip()).first() if email.strip() else None
