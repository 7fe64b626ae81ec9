"""A result by hand with the paper or the document that proves it: both are kept, or neither; the document is opened to who writes plans."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.results import AchievedResult, record_result
from globa.registry.accounts.users import User
from globa.registry.files import File, keep
from globa.registry.papers import PaperKind, keep_paper
from globa.registry.policy import classes_of
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.plans.rights import plan_of
from globa.web.plans.whole import OF_PLAN, lines_of
from globa.web.whereabouts import PlacedRequest, role_of

LARGEST = 20 * 1024 * 1024
BEGINNINGS = {
    "pdf": b"%PDF", "png": b"\x89PNG", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "docx": b"PK", "xlsx": b"PK", "odt": b"PK",
    "ods": b"PK", "adoc": b"PK", "asice": b"PK",
}  # fmt: skip
"""How a file of each kind begins: what is called a PDF and is none is not kept as proof."""
KIND = "application/octet-stream"


class ProofField(forms.FileField):
    """A scan or a signed document of a kind that an office keeps."""

    default_error_messages = {
        "kind": _("This kind of file is not kept as proof. Add a PDF, a picture, an ADOC or ASiC-E, a Word or a spreadsheet file."),
        "large": _("The file is larger than 20 MB, so it was not kept. Make it smaller and add it again."),
        "other": _("The file is not what its name says. Save it anew and add it again."),
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        file: UploadedFile | None = super().clean(data, initial)
        if not file:
            return None
        begins = BEGINNINGS.get((file.name or "").rpartition(".")[2].lower())
        problem = "kind" if begins is None else "large" if (file.size or 0) > LARGEST else ""
        if not problem and begins is not None and file.read(len(begins)) != begins:
            problem = "other"
        if problem:
            raise forms.ValidationError(self.error_messages[problem], code=problem)
        file.seek(0)
        return file


def evidence(user: User, line: PlanLine, given: dict[str, Any]) -> None:
    number, on, file = given["paper_number"], given["paper_on"], given["file"]
    with transaction.atomic():
        paper = keep_paper(organisation=line.organisation, kind=PaperKind.OTHER, number=number, on=on, by=user) if number else None
        record_result(
            line=line, text=given["text"], expected=given["expected"] or None, by=user, quantity=given["quantity"], unit=given["unit"],
            reason=given["reason"], paper=paper, file=_kept(user, line, file) if file else None,
        )  # fmt: skip


def _kept(user: User, line: PlanLine, file: UploadedFile) -> File:
    """A proof may name people: it is read by whoever reads what files hold."""
    return keep(
        organisation=line.organisation, name=(file.name or "")[:200], media_type=KIND, content=file.read(), sensitivity=Sensitivity.S2,
        by=user,
    )  # fmt: skip


@login_required
@require_safe
def document(request: PlacedRequest, pk: UUID, of: UUID) -> FileResponse:
    """As it was brought, never shown in the page; of a result of the plan in whatever version."""
    plan = plan_of(request, pk)
    lines = lines_of(request.user, **{OF_PLAN: plan})
    rows = AchievedResult.objects.visible_to(request.user).in_force().filter(line__lineage__in=lines.values("lineage"))
    found = get_object_or_404(rows.select_related("file"), pk=of)
    if found.file is None or Sensitivity[found.file.sensitivity_class] not in classes_of(role_of(request)):
        raise Http404
    answer = FileResponse(io.BytesIO(found.file.content), as_attachment=True, filename=found.file.name, content_type=KIND)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
