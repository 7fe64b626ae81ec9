"""
Whoever was signed out is told why, comes back to the same page, and loses nothing that was written.

A form that arrives after its session ended is kept for the account whose session it was; where that is not known any
more, its words are shown to be copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django_htmx.http import HttpResponseClientRedirect

from globa.registry.accounts.sessions import Session, SessionStore
from globa.web.drafts.late import kept_late, page_of

CODE = re.compile(r"[a-z0-9_.:,+-]*", re.ASCII)
"""What a list of choices, a number or a key looks like: that is chosen again quickly, and a personal code is nobody's to read here."""
KEY = re.compile(r"[a-z]*:?[0-9a-f]{8}-[0-9a-f-]{27}", re.IGNORECASE)
SECRET = ("password", "token", "code")
KEEPS_DRAFTS = "drafts-keep"


class SignedOutMiddleware:
    """Notes that somebody works, and turns the way to the page of signing in into an explanation."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and is_work(request):
            cast(SessionStore, request.session).note_work()
        response = self.get_response(request)
        if request.user.is_authenticated or not _leads_to_signing_in(response):
            return response
        return _told(request, response, cast(SessionStore, request.session).ended)


def is_work(request: HttpRequest) -> bool:
    """A page asked for or a form sent, and a half-written form that changed; not what a page asks for by itself."""
    if request.headers.get("HX-Request"):
        return False
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate" or request.path == resolve_url(KEEPS_DRAFTS)


def _told(request: HttpRequest, response: HttpResponse, ended: Session | None) -> HttpResponse:
    why = {"ended": ended.ended_because} if ended and ended.user_id else {}
    if request.method != "POST":
        if why:
            response["Location"] += "&" + urlencode(why)
        return response
    is_kept = kept_late(request, ended)
    sign_in = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page_of(request), **why}, safe='/')}"
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(sign_in)
    shown = {"typed": [] if is_kept else words_in(request), "is_kept": is_kept, "sign_in": sign_in, **why}
    return render(request, "signed_out.html", shown | {"minutes": settings.SESSION_COOKIE_AGE // 60}, status=403)


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
