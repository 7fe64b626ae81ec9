"""Every address of the site; the pages' own are in globa.web.urls."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from globa.config import health
from globa.web.second_factor.pages import RemovePasskey


def closed(request: HttpRequest, key: str = "") -> HttpResponse:
    """Whoever invites writes the address of an account: nobody changes it alone, and there is nothing to confirm."""
    raise Http404


urlpatterns = [
    # Answered by HealthMiddleware, before sessions; named here so that the list of addresses is whole.
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("accounts/email/", closed),
    path("accounts/confirm-email/", closed),
    path("accounts/confirm-email/<str:key>/", closed),
    # Who comes in by another provider is connected by the invited e-mail, and by nothing that they choose themselves.
    path("accounts/3rdparty/", closed),
    path("accounts/3rdparty/signup/", closed),
    path("accounts/social/connections/", closed),
    path("accounts/social/signup/", closed),
    path("accounts/2fa/webauthn/keys/<int:pk>/remove/", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("accounts/", include("allauth.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("", include("globa.web.urls")),
]
