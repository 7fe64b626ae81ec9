"""The list of centres, the page of one, and the thanks after an enquiry: each one question to one table."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from globa.publication.published import Published, published, published_by
from globa.publication.sections import LANGUAGES

NAMES = {"lt": "Lietuviškai", "en": "English"}


@require_safe
def centres(request: HttpRequest, language: str) -> HttpResponse:
    return render(request, "centres.html", {"centres": published(language)} | framed("outside-centres", language))


@require_safe
def centre(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    return render(request, "centre.html", {"centre": found(slug, language)} | framed("outside-centre", language, slug))


@require_safe
def thanks(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    return render(request, "thanks.html", {"centre": found(slug, language)} | framed("outside-thanks", language, slug))


def found(slug: str, language: str) -> Published:
    centre = published_by(slug, language)
    if centre is None:
        raise Http404
    return centre


def framed(route: str, language: str, slug: str = "") -> dict[str, Any]:
    """What stands around a page: its language, and the same page in the others."""
    named = {"slug": slug} if slug else {}
    others = [(code, NAMES[code], reverse(route, kwargs={"language": code} | named)) for code in LANGUAGES if code != language]
    return {"language": language, "others": others}
