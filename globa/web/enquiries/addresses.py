from __future__ import annotations

from django.urls import path

from globa.web.enquiries import listing, one, recording

urlpatterns = [
    path("", listing.enquiries, name="enquiries"),
    path("new/", recording.recording, name="enquiries-record"),
    path("<uuid:pk>/", one.enquiry, name="enquiries-enquiry"),
]
