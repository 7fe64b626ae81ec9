from __future__ import annotations

from django.urls import path

from globa.web.drafts import pages

urlpatterns = [
    path("", pages.keep, name="drafts-keep"),
    path("discard", pages.discard, name="drafts-discard"),
]
