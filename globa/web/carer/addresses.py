from __future__ import annotations

from django.urls import path

from globa.web.carer import carers, meeting, mine, one, satisfaction

own = [path("", mine.mine, name="mine")]
urlpatterns = [
    path("", carers.carers, name="carers"),
    path("satisfaction/", satisfaction.satisfaction, name="carers-satisfaction"),
    path("meetings/<uuid:pk>/", meeting.meeting, name="carers-meeting"),
    path("<uuid:pk>/", one.carer, name="carers-carer"),
]
