"""The page on which a demonstration shows the letters that it would have sent."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from globa.web.letters import kept


def letters(request: HttpRequest) -> HttpResponse:
    if not kept.letters_are_shown():
        raise Http404
    return render(request, "letters/letters.html", {"letters": kept.newest()})
