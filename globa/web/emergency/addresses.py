from __future__ import annotations

from django.urls import path

from globa.web.emergency import opening, reviewing

urlpatterns = [
    path("people/emergency/", opening.open_in_emergency, name="emergency"),
    path("people/emergency/<uuid:pk>/close/", opening.close, name="emergency-close"),
    path("emergencies/", reviewing.emergencies, name="emergencies"),
    path("emergencies/<uuid:pk>/review/", reviewing.review, name="emergencies-review"),
]
