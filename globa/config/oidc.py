"""Signing in by an outside provider of OpenID Connect: set up by four settings, absent without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin

    from globa.registry.accounts.users import User

PROVIDER = "oidc"


def providers(name: str, url: str, client: str, secret: str) -> dict[str, Any]:
    """Return what the library reads; no provider where one of the four is not given."""
    apps = [
        {
            "provider_id": PROVIDER,
            "name": name,
            "client_id": client,
            "secret": secret,
            "settings": {"server_url": url, "oauth_pkce_enabled": True},
        }
    ]
    return {"openid_connect": {"APPS": apps if name and url and client and secret else [], "OAUTH_PKCE_ENABLED": True}}


def invited(login: SocialLogin) -> User | None:
    """Return the open account with an e-mail that the provider has verified; whose it is elsewhere is not our word."""
    from globa.registry.accounts.users import User

    verified = [address.email for address in login.email_addresses if address.verified is True]
    if not verified:
        return None
    return User.objects.filter(email__iexact=verified[0], is_active=True).first()


def asked_for_a_second_factor(login: SocialLogin) -> bool:
    """Whether the provider's token says one of the words that the operator trusts, as its `acr` or among its `amr`."""
    token: dict[str, Any] = (login.account.extra_data or {}).get("id_token") or {}
    methods = token.get("amr")
    said = {token.get("acr"), *(methods if isinstance(methods, list) else [])}
    return bool(said & set(settings.GLOBA_OIDC_SECOND_FACTOR))
