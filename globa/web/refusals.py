"""A refusal that no form caught becomes a page of its own, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from globa.vocabulary.refusal import Refusal


class RefusalMiddleware:
    """What is refused has not happened: whatever the view wrote before is rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        response = refused(request, exception)  # first the page, which may still ask the database for its frame
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        return response


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Say what happened, why it matters and what to do; 422 because the request was understood."""
    return render(request, "422.html", {"said": refusal.said(gettext), "back": _came_from(request)}, status=422)


def _came_from(request: HttpRequest) -> str:
    referer = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure())
    return referer if is_ours and referer != request.build_absolute_uri() else "/"
