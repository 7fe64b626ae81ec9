from __future__ import annotations

from django.urls import path

from globa.web.services import listing, meeting, meetings, one, recording

urlpatterns = [
    path("", listing.services, name="services"),
    path("new/", recording.record, name="services-record"),
    path("group/", meeting.group, name="services-group"),
    path("meetings/", meetings.meetings, name="services-meetings"),
    path("meetings/<uuid:pk>/correct/", meetings.correct, name="services-meeting-correct"),
    path("meetings/<uuid:pk>/withdraw/", meetings.withdraw, name="services-meeting-withdraw"),
    path("<uuid:pk>/", one.service, name="services-service"),
    path("<uuid:pk>/correct/", one.correct, name="services-correct"),
    path("<uuid:pk>/withdraw/", one.withdraw, name="services-withdraw"),
]
