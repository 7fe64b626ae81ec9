"""The kit's page and the definition that its numbers unfold."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from globa.vocabulary.unit import Unit
from globa.web.kit import samples


def kit(request: HttpRequest) -> HttpResponse:
    _only_where_invented()
    return render(request, "globa/kit.html", _everything())


def definition(request: HttpRequest) -> HttpResponse:
    _only_where_invented()
    return render(request, "globa/kit_definition.html", {"number": samples.live(23)})


def _only_where_invented() -> None:
    if not (settings.DEBUG or getattr(settings, "GLOBA_IS_DEMONSTRATION", False)):
        raise Http404


def _everything() -> dict[str, object]:
    return {
        "states": samples.number_states(), "plurals": samples.plurals(), "months": samples.months(), "years": samples.years(),
        "ages": samples.age_bands(), "groups": samples.small_groups(), "sources": samples.sources(), "lanes": samples.lanes(),
        "marks": samples.MARKS, "beds": samples.beds(), "period": samples.YEAR, "today": samples.TODAY, "form": samples.form(),
        "was": samples.live(33), "came": samples.live(6), "left": samples.live(14), "now": samples.live(25), "wrong": samples.live(26),
        "reached": samples.live(23), "planned": samples.live(15), "more": samples.live(30), "trend": [12, 14, None, 17, 15, 21],
        "posts": samples.live(41, Unit.PLACES),
    }  # fmt: skip
