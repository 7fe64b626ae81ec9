"""A form that comes after its session ended: kept for the account whose session it was, in the same browser."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from globa.journal.operations import acting
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.drafts import keep_for_whoever_was_signed_out
from globa.registry.accounts.sessions import Session
from globa.web.drafts.places import fields_of, place_of
from globa.web.ids import id_in
from globa.web.whereabouts import CHOSEN, appointment_of


def kept_late(request: HttpRequest, ended: Session | None) -> bool:
    """Say whether it was kept; it is opened to nobody but that account, after signing in again."""
    place, fields = place_of(request.path), fields_of(request.POST)
    return bool(place and fields) and keep_as_of(ended, place, page_of(request), fields)


def keep_as_of(ended: Session | None, place: str, page: str, fields: dict[str, list[str]]) -> bool:
    if ended is None or ended.user is None:
        return False
    appointment = _worked_as(ended)
    return keep_for_whoever_was_signed_out(user=ended.user, appointment=appointment, place=place, page=page, fields=fields)


def page_of(request: HttpRequest) -> str:
    """Return the page on which the form was written, where one comes back to: the one that the browser names, if it is ours."""
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        rest = referer.partition("://")[2].partition("/")[2]
        return "/" + rest.partition("#")[0]
    return request.path


def _worked_as(ended: Session) -> Appointment | None:
    """As what they worked in the session that ended: the chosen place of work, or the one that a new session begins with."""
    assert ended.user is not None
    with acting(ended.user):
        return appointment_of(ended.user, id_in(ended.get_decoded().get(CHOSEN)))
