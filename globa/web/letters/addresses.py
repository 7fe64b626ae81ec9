from django.urls import path

from globa.web.letters import pages

urlpatterns = [path("", pages.letters, name="letters")]
