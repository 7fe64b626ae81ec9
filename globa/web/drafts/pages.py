"""Keeping a form while it is written, and throwing away what was kept."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from globa.registry.accounts import drafts
from globa.registry.accounts.sessions import SessionStore
from globa.web.drafts.late import keep_as_of
from globa.web.drafts.places import fields_of, place_of
from globa.web.whereabouts import PlacedRequest

KEPT, SIGNED_OUT, TOO_LONG = 204, 401, 413


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Asked for by a page while somebody writes; a session that ended meanwhile is told, and what was written is kept."""
    place, page = place_of(request.POST.get("draft-action", "")), request.POST.get("draft-page", "")
    if not place or not _is_ours(page, request):
        raise Http404
    fields = fields_of(request.POST)
    if not request.user.is_authenticated:
        is_kept = bool(fields) and keep_as_of(cast(SessionStore, request.session).ended, place, page, fields)
        return HttpResponse("kept" if is_kept else "", status=SIGNED_OUT, content_type="text/plain")
    return HttpResponse(status=_kept(cast(PlacedRequest, request), place, page, fields))


def _kept(request: PlacedRequest, place: str, page: str, fields: dict[str, list[str]]) -> int:
    if not fields:
        drafts.discard(user=request.user, appointment=request.appointment, places=[place])
        return KEPT
    kept = drafts.keep(user=request.user, appointment=request.appointment, place=place, page=page, fields=fields)
    return KEPT if kept else TOO_LONG


@login_required
@require_POST
def discard(request: PlacedRequest) -> HttpResponse:
    drafts.discard(user=request.user, appointment=request.appointment, places=request.POST.getlist("draft-place"))
    back = request.POST.get("draft-page", "")
    return redirect(back if _is_ours(back, request) else "/")


def _is_ours(page: str, request: HttpRequest) -> bool:
    return page.startswith("/") and url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
