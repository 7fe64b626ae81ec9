from __future__ import annotations

from django.urls import path

from globa.web.find import page

urlpatterns = [path("", page.find, name="find"), path("<slug:mark>/", page.found, name="find-found")]
