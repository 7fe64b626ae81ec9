"""What is kept half-written is filled in where its form is opened again, and gone when the form was accepted."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string

from globa.registry.accounts.drafts import Draft, Kept, discard, kept_for
from globa.web.drafts.filling import filled
from globa.web.drafts.places import as_data, place_of
from globa.web.whereabouts import PlacedRequest

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
FORM = re.compile(r"(<form\b[^>]*>)(.*?)</form>", re.DOTALL)
NOT_KEPT = re.compile(r"\bdata-not-kept\b")
POSTS = re.compile(r"\bmethod=\"post\"", re.IGNORECASE)
ACTION = re.compile(r"\baction=\"([^\"]*)\"")
WRITTEN_IN = re.compile(r"<textarea\b|<select\b|<input\b(?![^>]*\btype=\"(?:hidden|submit|file|password)\")")


class DraftsMiddleware:
    """Inside the transaction of whoever is signed in, for a draft is its account's alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.user.is_authenticated:
            return response
        if request.method == "POST" and response.status_code in (302, 303):
            _forget(request)
        elif request.method == "GET" and _is_page(request, response):
            _fill(request, response)
        return response


def kept_here(request: PlacedRequest, address: str = "") -> QueryDict | None:
    """
    Return what is kept of the form of this page, for a view that has to draw it itself.

    Most views need not: fields that stand on the page are filled in behind their back. None where the page was asked
    for otherwise than it was written on: with another person in its address it is another beginning.
    """
    draft = _kept(request, [place_of(address or request.path)])[0:1]
    kept = draft[0].opened() if draft else None
    return as_data(kept.fields) if kept and kept.page == request.get_full_path() else None


def _kept(request: HttpRequest, places: list[str]) -> list[Draft]:
    return kept_for(request.user, getattr(request, "appointment", None), places)  # type: ignore[arg-type]


def _forget(request: HttpRequest) -> None:
    if place := place_of(request.path):
        discard(user=request.user, appointment=getattr(request, "appointment", None), places=[place])  # type: ignore[arg-type]


def _is_page(request: HttpRequest, response: HttpResponse) -> bool:
    is_html = response.get("Content-Type", "").startswith("text/html") and not response.streaming
    return is_html and response.status_code == 200 and not request.headers.get("HX-Request")


def _fill(request: HttpRequest, response: HttpResponse) -> None:
    text = response.content.decode()
    main = MAIN.search(text)
    forms = _forms(request, main.group()) if main else {}
    drafts = {draft.place: draft for draft in _kept(request, list(forms))} if forms else {}
    if main is None or not drafts:
        return
    shown, discarding = main.group(), []
    for number, (place, draft) in enumerate(sorted(drafts.items())):
        kept = draft.opened()
        if kept is None:
            continue
        at_hand = {
            "kept": kept,
            "place": place,
            "number": number,
            "is_filled": kept.page == request.get_full_path(),
            "here": request.get_full_path(),
        }
        shown = shown.replace(forms[place], _with_note(request, forms[place], kept, at_hand), 1)
        discarding.append(render_to_string("drafts/_discarding.html", at_hand, request))
    shown = shown.removesuffix("</main>") + "".join(discarding) + "</main>"
    response.content = (text[: main.start()] + shown + text[main.end() :]).encode()
    if "Content-Length" in response:
        response["Content-Length"] = str(len(response.content))


def _forms(request: HttpRequest, main: str) -> dict[str, str]:
    """Return the forms of a page in which something is written, by their places."""
    found: dict[str, str] = {}
    for form in FORM.finditer(main):
        if NOT_KEPT.search(form.group(1)):
            continue
        action = ACTION.search(form.group(1))
        place = place_of(unescape(action.group(1)) if action and action.group(1) else request.path)
        if place and POSTS.search(form.group(1)) and WRITTEN_IN.search(form.group(2)):
            found.setdefault(place, form.group())
    return found


def _with_note(request: HttpRequest, form: str, kept: Kept, at_hand: dict[str, object]) -> str:
    written = filled(form, kept.fields) if at_hand["is_filled"] else form
    opening, rest = written.split(">", 1)
    return f"{opening}>{render_to_string('drafts/_kept.html', at_hand, request)}{rest}"
