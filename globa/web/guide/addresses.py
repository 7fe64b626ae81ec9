from django.urls import path

from globa.web.guide import pages

urlpatterns = [
    path("", pages.guide, name="guide"),
    path("<slug:chapter>/", pages.chapter, name="guide-chapter"),
    path("<slug:chapter>/<slug:part>/", pages.part, name="guide-part"),
]
