"""The pages and their addresses. A view's name begins with the part of the menu that it belongs to."""

from __future__ import annotations

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

from globa.web.carer.addresses import own as carer
from globa.web.kit import pages as kit

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("globa.web.today.addresses")),
    path("", include("globa.web.emergency.addresses")),
    path("", include("globa.web.looks.addresses")),
    path("find/", include("globa.web.find.addresses")),
    path("people/", include("globa.web.people.addresses")),
    path("services/", include("globa.web.services.addresses")),
    path("enquiries/", include("globa.web.enquiries.addresses")),
    path("carers/", include("globa.web.carer.addresses")),
    path("mine/", include(carer)),
    path("homes/", include("globa.web.dwellings.addresses")),
    path("figures/", include("globa.web.figures.addresses")),
    path("reports/", include("globa.web.reports.addresses")),
    path("plans/", include("globa.web.plans.addresses")),
    path("money/", include("globa.web.money.addresses")),
    path("checks/", include("globa.web.checking.addresses")),
    path("files/", include("globa.web.waiting.addresses")),
    path("place/", include("globa.web.place.addresses")),
    path("guide/", include("globa.web.guide.addresses")),
    path("records/", include("globa.web.records.addresses")),
    path("letters/", include("globa.web.letters.addresses")),
    path("administration/", include("globa.web.administration.addresses")),
    path("drafts/", include("globa.web.drafts.addresses")),
    path("kit", kit.kit, name="kit"),
    path("kit/definition", kit.definition, name="kit-definition"),
]
