"""Answering what a check found with a reason; it is printed in the protocol."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.reports.keeping import reports as keeping
from globa.web.reports.draft import OFFICIAL, drafted
from globa.web.reports.findings import Found, found_in
from globa.web.reports.rights import writable
from globa.web.whereabouts import PlacedRequest


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it stays as it is"),
        help_text=_("Printed in the protocol beside what was found."),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Give the reason: it is printed beside what was found.")},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: HttpRequest, pk: UUID) -> HttpResponse:
    """`?finding=` is the key of the finding; one that the checks no longer make needs no reason and is not found."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = writable(asked, pk)
    key = request.GET.get("finding", "")
    found = _found(report, key, get_language() or OFFICIAL)
    form = ReasonForm(request.POST or None, initial={"reason": found.reason})
    if request.method == "POST" and form.is_valid():
        said = found if get_language() == OFFICIAL else _found(report, key, OFFICIAL)
        keeping.explain(report=report, finding=key, says=said.message, reason=form.cleaned_data["reason"], by=asked.user)
        messages.success(request, gettext("Explained. The reason stands in the protocol."))
        return redirect(f"{reverse('reports-report', args=[pk])}#checks")
    return render(request, "reports/explain.html", {"report": report, "found": found, "form": form}, status=422 if form.is_bound else 200)


def _found(report: keeping.Report, key: str, language: str) -> Found:
    draft = drafted(report, language)
    explained = dict(report.explanations.values_list("finding", "reason"))
    for one in found_in(report.pk, draft.findings, explained, draft.document):
        if one.finding.key == key:
            return one
    raise Http404
