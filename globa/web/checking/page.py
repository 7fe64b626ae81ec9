"""One checked document: how far its check is, what was found beside the original, how long it stays, its protocol."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import get_valid_filename
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from globa.importers.checked_documents import documents
from globa.importers.checked_documents.answers import Answer
from globa.importers.checked_documents.documents import CheckedDocument, CheckState
from globa.importers.checked_documents.forgetting import kept_days
from globa.importers.checked_documents.protocol import OFFERED, unread
from globa.importers.checked_documents.protocol import protocol as protocol_of
from globa.reports.exports.formats import Format
from globa.web.checking.checks import KINDS, Line
from globa.web.checking.found import by_severity, found_in
from globa.web.checking.original import Original
from globa.web.checking.owned import document_of, result_of, user_of

FORMATS = [(one.value, one.label) for one in OFFERED]


@login_required
@require_safe
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """While it is being checked the page asks again by itself."""
    document = document_of(request, pk)
    shown = {"document": document, "line": Line(document), "kept_days": kept_days(), "kinds": KINDS}
    result = document.result() if document.state == CheckState.DONE else None
    if result is None:
        return render(request, "checking/at_work.html", shown)
    original = Original(result.document, result.findings)
    found = found_in(pk, result, original, answers_of(document))
    return render(request, "checking/check.html", shown | _shown(request, document, original) | {
        "groups": by_severity(found),
        "found": {one.number: one for one in found},
        "open": sum(1 for one in found if one.answer is None),
        "unread": unread(result.document),
    })  # fmt: skip


def _shown(request: HttpRequest, document: CheckedDocument, original: Original) -> dict[str, Any]:
    part = _part(request.GET.get("part", "1"), len(original.parts))
    return {
        "blocks": original.parts[part - 1] if original.parts else [],
        "part": part,
        "parts": range(1, len(original.parts) + 1),
        "formats": FORMATS,
        "earlier": document.earlier_id,
    }


def _part(asked: str, of: int) -> int:
    """The part that is asked for; a number that is none of them is a page that is not there."""
    part = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    if not 1 <= part <= max(1, of):
        raise Http404
    return part


def answers_of(document: CheckedDocument) -> dict[str, Answer]:
    return {one.finding: one for one in document.answers.all()}


@login_required
@require_POST
def keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    document, by = document_of(request, pk), user_of(request)
    if request.POST.get("keep") == "no":
        documents.keep_no_longer(document=document, by=by)
        messages.success(request, gettext("It is forgotten by itself again."))
    else:
        documents.keep(document=document, by=by)
        messages.success(request, gettext("Kept until you say otherwise."))
    return redirect("reports-check", pk)


@login_required
@require_POST
def forget(request: HttpRequest, pk: UUID) -> HttpResponse:
    documents.forget(document=document_of(request, pk), by=user_of(request))
    messages.success(request, gettext("Forgotten: nothing of the document is here any more."))
    return redirect("reports-checks")


@login_required
@require_safe
def protocol(request: HttpRequest, pk: UUID, format: str) -> HttpResponse:
    """Made while the reader waits, with the answers as they are now; nothing of it is kept."""
    document, result = result_of(request, pk)
    if format not in [one.value for one in OFFERED]:
        raise Http404
    content = protocol_of(document, result, answers_of(document), Format(format))
    answer = HttpResponse(content, content_type=Format(format).media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{_file_name(document)}.{format}"'
    return answer


def _file_name(document: CheckedDocument) -> str:
    """A header holds no Lithuanian letters."""
    plain = PurePath(document.name).stem.encode("ascii", "ignore").decode()
    return f"protocol-{get_valid_filename(plain)}" if plain.strip(" .-_") else "protocol"
