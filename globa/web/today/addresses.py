from __future__ import annotations

from django.urls import path

from globa.web.today import page

urlpatterns = [path("", page.today, name="today")]
