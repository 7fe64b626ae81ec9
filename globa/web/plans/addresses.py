from django.urls import path

from globa.web.plans import listing

urlpatterns = [
    path("", listing.plans, name="plans"),
]
