from __future__ import annotations

from django.urls import path

from globa.web.people import asking, guarding, listing, opening, person, placing, registering, working

urlpatterns = [
    path("", listing.people, name="people"),
    path("new/", registering.new, name="people-register"),
    path("asked/", asking.asks, name="people-asks"),
    path("asked/<uuid:pk>/", asking.asked, name="people-asked"),
    path("opening/", opening.opening, name="people-opening"),
    path("opening/table.xlsx", opening.template, name="people-opening-template"),
    path("<uuid:pk>/", person.person, name="people-person"),
    path("<uuid:pk>/personal-code/", person.show_code, name="people-code"),
    path("<uuid:pk>/admit/", placing.admit, name="people-admit"),
    path("<uuid:pk>/move/", placing.move, name="people-move"),
    path("<uuid:pk>/discharge/", placing.discharge, name="people-discharge"),
    path("<uuid:pk>/away/", placing.go_away, name="people-away"),
    path("<uuid:pk>/away/<uuid:away_pk>/back/", placing.come_back, name="people-back"),
    path("<uuid:pk>/guardian/", guarding.appoint, name="people-guardian"),
    path("<uuid:pk>/guardian/end/", guarding.end, name="people-guardian-ends"),
    path("<uuid:pk>/working/", working.working, name="people-working"),
]
