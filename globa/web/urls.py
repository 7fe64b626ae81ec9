"""The pages and their addresses. A view's name begins with the part of the menu that it belongs to."""

from __future__ import annotations

from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from globa.web.kit import pages as kit

urlpatterns: list[URLPattern | URLResolver] = [
    path("kit", kit.kit, name="kit"),
    path("kit/definition", kit.definition, name="kit-definition"),
]
