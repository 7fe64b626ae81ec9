"""Whose a checked document is; somebody else's looks as if it were not there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from globa.importers.checked_documents.documents import CheckedDocument, CheckState, own
from globa.importers.checked_documents.results import Result
from globa.registry.accounts.users import User
from globa.web.whereabouts import PlacedRequest


def user_of(request: HttpRequest) -> User:
    asked: PlacedRequest = request  # type: ignore[assignment]
    return asked.user


def document_of(request: HttpRequest, pk: UUID) -> CheckedDocument:
    found = own(user_of(request), pk)
    if found is None:
        raise Http404
    return found


def result_of(request: HttpRequest, pk: UUID) -> tuple[CheckedDocument, Result]:
    """Of a check that is done, and that can still be opened."""
    document = document_of(request, pk)
    result = document.result() if document.state == CheckState.DONE else None
    if result is None:
        raise Http404
    return document, result
