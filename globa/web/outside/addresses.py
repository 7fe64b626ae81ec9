"""Every address of the public process."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, register_converter
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from globa.publication.sections import LANGUAGES
from globa.web.outside import asking, pages


class LanguageInAddress:
    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(LanguageInAddress, "language")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"alive": True})


urlpatterns = [
    path("", RedirectView.as_view(url=f"/{LANGUAGES[0]}/"), name="outside"),
    path("health", health, name="outside-health"),
    path("<language:language>/", pages.centres, name="outside-centres"),
    path("<language:language>/<slug:slug>/", pages.centre, name="outside-centre"),
    path("<language:language>/<slug:slug>/enquiry/", asking.asking, name="outside-enquiry"),
    path("<language:language>/<slug:slug>/thanks/", pages.thanks, name="outside-thanks"),
]
