"""The addresses of the pages of records, below records/."""

from __future__ import annotations

from django.urls import path

from globa.web.records import pages

urlpatterns = [
    path("<str:label>/<uuid:key>/", pages.record, name="records-record"),
    path("care.stay/<uuid:key>/correct/", pages.correct_stay, name="records-correct-stay"),
]
