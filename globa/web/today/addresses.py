from __future__ import annotations

from django.urls import path

from globa.web.today import listed, page

urlpatterns = [
    path("", page.today, name="today"),
    path("today/<slug:what>/", listed.listed, name="today-listed"),
]
