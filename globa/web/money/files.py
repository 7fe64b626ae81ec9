"""Files of the accounting program that were taken in: what each brought, its original, and taking it back whole."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Max, Min, QuerySet, Sum
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.importers.ledger.accepting import undo
from globa.planning.ledger_imports import LedgerImport
from globa.web.administration.keeping import told
from globa.web.forms.acts import Act, Why, page
from globa.web.money.rights import keeper_of, may_book
from globa.web.paging import page_of
from globa.web.whereabouts import PlacedRequest


class TakeBackForm(forms.Form):
    reason = Why()


def _own(request: PlacedRequest) -> QuerySet[LedgerImport]:
    own: QuerySet[LedgerImport] = LedgerImport.objects.visible_to(request.user).filter(organisation=keeper_of(request))
    return own.annotate(
        many=Count("entries"), total=Sum("entries__amount"), first=Min("entries__booked_on"), last=Max("entries__booked_on"),
        basis=Min("entries__basis"),
    ).order_by("-taken_on", "-pk")  # fmt: skip


@login_required
@require_safe
def files(request: PlacedRequest) -> HttpResponse:
    return render(request, "money/files.html", {"page": page_of(_own(request), request), "may_book": may_book(request)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: PlacedRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(_own(request), pk=pk)

    def take_back(given: dict[str, Any]) -> LedgerImport:
        undo(taken=found, by=request.user, reason=given["reason"])
        return found

    def shown() -> dict[str, Any]:
        return {"file": found, "told": told(request.user, found), "may_book": may_book(request)}

    acts = {
        "take_back": Act(
            TakeBackForm, take_back, _("Taken back. Nothing of the file is counted."), to=lambda made: reverse("money-file", args=[made.pk])
        )
    }
    return page(request, "money/file.html", shown, acts if may_book(request) and not found.withdrawn_on else {})


@login_required
@require_safe
def original(request: PlacedRequest, pk: UUID) -> FileResponse:
    """As it was brought; never shown in the page, always as a file."""
    found = get_object_or_404(_own(request).select_related("file"), pk=pk)
    if found.file is None:
        raise Http404
    answer = FileResponse(io.BytesIO(found.file.content), as_attachment=True, filename=found.name, content_type="application/octet-stream")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
