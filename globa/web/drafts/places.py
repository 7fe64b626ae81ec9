"""Which form it is: the route to which it is sent, and what it is about; and what of it is kept."""

from __future__ import annotations

from django.http import QueryDict
from django.urls import Resolver404, resolve

NOT_KEPT = ("account_", "mfa_", "socialaccount_", "openid_connect_", "set_language", "drafts-", "kit")
"""Passwords and codes are never kept, and changing the language is no writing."""
NEVER_IN = ("csrfmiddlewaretoken", "password")
LONGEST = 200


def place_of(address: str) -> str:
    """Return the place of the form that is sent to this address of ours; empty for one that is not kept."""
    try:
        match = resolve(address.partition("?")[0].partition("#")[0])
    except Resolver404:
        return ""
    name = match.view_name or ""
    if not name or name.startswith(NOT_KEPT):
        return ""
    return "/".join([name, *(str(value) for value in (*match.args, *match.kwargs.values()))])[:LONGEST]


def fields_of(data: QueryDict) -> dict[str, list[str]]:
    """Return what is kept of a form: everything but secrets, and nothing at all where nothing is written."""
    kept = {name: [str(text) for text in texts] for name, texts in data.lists() if not _is_never_kept(name)}
    return kept if any(text.strip() for texts in kept.values() for text in texts) else {}


def _is_never_kept(name: str) -> bool:
    return name.startswith("draft-") or any(part in name for part in NEVER_IN)


def as_data(fields: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, texts in fields.items():
        data.setlist(name, texts)
    return data
