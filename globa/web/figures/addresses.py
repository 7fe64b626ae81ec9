"""The addresses of the pages of figures, below figures/."""

from __future__ import annotations

from django.urls import path

from globa.web.figures import pages

urlpatterns = [
    path("", pages.choose, name="figures"),
    path("<slug:organisation>/<str:period>/", pages.sheet, name="figures-sheet"),
    path("<slug:organisation>/<str:period>/<str:code>/", pages.figure, name="figures-figure"),
    path("<slug:organisation>/<str:period>/<str:code>/records/", pages.records, name="figures-records"),
]
