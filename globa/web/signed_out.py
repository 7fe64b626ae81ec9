"""What was typed comes back to whoever sent a form after having been signed out: nobody writes a note twice."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

CODE = re.compile(r"[a-z0-9_.:,+-]*", re.ASCII)
"""What a list of choices, a number or a key looks like: that is chosen again quickly, and a personal code is nobody's to read here."""
KEY = re.compile(r"[a-z]*:?[0-9a-f]{8}-[0-9a-f-]{27}", re.IGNORECASE)
SECRET = ("password", "token", "code")


class SignedOutMiddleware:
    """Instead of leading to the page of signing in and forgetting the form, say that it was not saved, and show its words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST" or request.user.is_authenticated or not _leads_to_signing_in(response):
            return response
        return render(request, "signed_out.html", {"typed": words_in(request), "sign_in": response["Location"]}, status=403)


def not_told_apart(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token is not this session's; another site's words are never repeated as if they were ours."""
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return render(request, "403_csrf.html", {"typed": words_in(request) if is_ours else []}, status=403)


def words_in(request: HttpRequest) -> list[str]:
    """Return the words that were typed, without choices, keys, numbers and secrets."""
    values = [text.strip() for name, texts in request.POST.lists() if not name.endswith(SECRET) for text in texts]
    return [text for text in values if not CODE.fullmatch(text) and not KEY.fullmatch(text)]


def _leads_to_signing_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].startswith(resolve_url(settings.LOGIN_URL) + "?")
