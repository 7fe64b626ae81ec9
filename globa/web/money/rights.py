"""Whose ledger a page shows, and who may write in it."""

from __future__ import annotations

from django.http import Http404

from globa.planning.ledger import Entry, EntryQuerySet
from globa.registry.organisations import Organisation
from globa.registry.policy import Area, may_enter
from globa.web.whereabouts import PlacedRequest, role_of


def keeper_of(request: PlacedRequest) -> Organisation:
    """The organisation where the user works keeps its own ledger; without one there is none."""
    if request.organisation is None:
        raise Http404
    return request.organisation


def entries_of(request: PlacedRequest) -> EntryQuerySet:
    own: EntryQuerySet = Entry.objects.visible_to(request.user).filter(organisation=keeper_of(request))
    return own


def may_book(request: PlacedRequest) -> bool:
    return request.organisation is not None and may_enter(role_of(request), Area.BOOKING)
