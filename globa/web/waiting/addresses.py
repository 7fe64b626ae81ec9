from django.urls import path

from globa.web.waiting import listing

urlpatterns = [path("", listing.waiting, name="waiting")]
