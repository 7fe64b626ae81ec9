"""Every address of the site; the pages' own are in globa.web.urls."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("", include("globa.web.urls")),
]
