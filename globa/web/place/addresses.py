from __future__ import annotations

from django.urls import path

from globa.web.place import choosing

urlpatterns = [path("", choosing.place, name="place")]
