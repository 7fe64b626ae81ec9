"""Every request is one transaction on behalf of whoever is signed in; row security asks the database for whom."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from globa.journal.operations import acting


class ActorMiddleware:
    """
    Open the transaction before the view and close it after the page is rendered.

    ATOMIC_REQUESTS would end before a lazily rendered template asks for its rows. An answer of 500 rolls
    back: the exception was already turned into a page below this place.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with acting(request.user):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
