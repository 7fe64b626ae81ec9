from __future__ import annotations

from django.urls import path

from globa.web.dwellings import dwelling, listing

urlpatterns = [
    path("", listing.dwellings, name="dwellings"),
    path("<slug:code>/", dwelling.dwelling, name="dwellings-dwelling"),
]
