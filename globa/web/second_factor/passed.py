"""Whether whoever is signed in showed a second factor in this session, and what factors an account has."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records as records_of
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from globa.registry.accounts.users import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
RECENTLY = 600.0
"""Seconds for which a password or code just written is not asked for again."""
FROM_PROVIDER = "provider"


def has_passed(request: HttpRequest, user: User) -> bool:
    """Told by the session alone: the ordinary request asks the database nothing."""
    return any(record.get("method") == "mfa" for record in records_of(request, user))


def is_let_in(request: HttpRequest, user: User) -> bool:
    return not settings.GLOBA_SECOND_FACTOR_NEEDED or has_passed(request, user)


def factors_of(user: User) -> list[Authenticator]:
    """What the account signs in with beside the password; recovery codes alone are no factor."""
    return list(Authenticator.objects.filter(user=user, type__in=FACTORS))


def is_the_last(authenticator: Authenticator) -> bool:
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS).exclude(pk=authenticator.pk)
    return authenticator.type in FACTORS and not others.exists()


def was_recent(request: HttpRequest, user: User) -> bool:
    return any(time.time() - float(record.get("at", 0)) < RECENTLY for record in records_of(request, user))


def note_passed(request: HttpRequest, user: User, **how: Any) -> None:
    record_authentication(request, user, "mfa", **how)
