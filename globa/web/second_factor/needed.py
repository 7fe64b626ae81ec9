"""Without a second factor no private page opens: neither to who has none yet, nor to a session that did not show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from globa.web.second_factor.passed import factors_of, is_let_in

OPEN_TO_ALL = frozenset({"account_logout", "set_language", "account_inactive", "health", "ready"})
TO_SHOW_ONE = OPEN_TO_ALL | {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
TO_SET_ONE_UP = OPEN_TO_ALL | {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
}


class SecondFactorMiddleware:
    """After signing in is known, before anything is asked in the reader's name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: Any, kwargs: Any) -> HttpResponse | None:
        if not request.user.is_authenticated or is_let_in(request, request.user):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        factors = factors_of(request.user)
        if name in (TO_SHOW_ONE if factors else TO_SET_ONE_UP):
            return None
        return _led(request, _where_one_is_shown(request, factors) if factors else reverse("mfa_index"))


def _where_one_is_shown(request: HttpRequest, factors: list[Authenticator]) -> str:
    writes_codes = any(one.type == Authenticator.Type.TOTP for one in factors)
    page = reverse("mfa_reauthenticate" if writes_codes else "mfa_reauthenticate_webauthn")
    return f"{page}?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else page


def _led(request: HttpRequest, to: str) -> HttpResponse:
    """A part of a page cannot become the page of the second factor: the whole page goes there."""
    return HttpResponseClientRedirect(to) if getattr(request, "htmx", False) else redirect(to)
