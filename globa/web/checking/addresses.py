from django.urls import path

from globa.web.checking import answering, checks, page

urlpatterns = [
    path("", checks.checks, name="reports-checks"),
    path("<uuid:pk>/", page.check, name="reports-check"),
    path("<uuid:pk>/answer/", answering.answer, name="reports-check-answer"),
    path("<uuid:pk>/keep/", page.keep, name="reports-check-keep"),
    path("<uuid:pk>/forget/", page.forget, name="reports-check-forget"),
    path("<uuid:pk>/protocol/<slug:format>/", page.protocol, name="reports-check-protocol"),
]
