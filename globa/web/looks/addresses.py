from __future__ import annotations

from django.urls import path

from globa.web.looks import explaining, month, of_file

urlpatterns = [
    path("people/<uuid:pk>/looks/", of_file.looks, name="people-looks"),
    path("looks/", month.looks, name="looks"),
    path("looks/explain/<slug:noticed>/<uuid:looker>/<str:day>/", explaining.explain, name="looks-explain"),
    path("looks/explain/<slug:noticed>/<uuid:looker>/<str:day>/<uuid:person>/", explaining.explain, name="looks-explain"),
]
