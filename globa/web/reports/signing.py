"""Signing: what will be frozen, everything that the checks found, and one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry.staff import PostTitle
from globa.reports.document import Document, OrganisationChart, Passage, Picture, Table
from globa.reports.forms import Signing
from globa.reports.implementation.group import GroupMember
from globa.reports.keeping.reports import Report, State
from globa.reports.signing import signing
from globa.reports.signing.canonical import canonical, fingerprint, in_groups, read
from globa.reports.signing.frozen import SignedContent
from globa.reports.signing.signing import quorum_of
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.reports.draft import OFFICIAL, drafted
from globa.web.reports.findings import Found, by_severity, found_in
from globa.web.reports.rights import form_of, is_own, may_sign, may_write, report_of
from globa.web.whereabouts import PlacedRequest


class SignForm(forms.Form):
    """`read` is the fingerprint of what the signer saw: figures are live and may have moved since."""

    read = forms.CharField(widget=forms.HiddenInput)
    confirm = forms.BooleanField(
        label=_("I have read the report and sign what it says"),
        error_messages={"required": _("Tick that you have read the report: a signature is for what was read.")},
    )


@dataclass(frozen=True)
class ToSign:
    """What the signature is for; of a report that others signed already, the frozen content."""

    document: Document
    found: tuple[Found, ...]
    fingerprint: str

    @property
    def unexplained(self) -> int:
        return sum(1 for one in self.found if one.is_open)

    @property
    def contradicts(self) -> bool:
        return any(one.is_open and one.is_contradiction for one in self.found)

    def count(self, kind: type) -> int:
        return sum(1 for _section, block in self.document.blocks() if isinstance(block, kind))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = report_of(asked, pk)
    if not is_own(asked, report):
        raise Http404
    if report.is_frozen and report.state != State.IN_SIGNING:
        return redirect("reports-report", pk)
    if not (may_sign(asked, report) or may_write(asked, report)):
        raise Http404
    to_sign = _to_sign(report)
    form = SignForm(request.POST or None, initial={"read": to_sign.fingerprint})
    if request.method == "POST" and form.is_valid() and _signed(asked, report, to_sign, form):
        return redirect("reports-report", pk)
    if form.is_bound:
        form.data = {**request.POST.dict(), "read": to_sign.fingerprint}  # what is shown now is what the next press signs
    return render(request, "reports/sign.html", _shown(asked, report, to_sign, form), status=422 if form.is_bound else 200)


def _to_sign(report: Report) -> ToSign:
    content = SignedContent.objects.filter(report=report).first()
    if content:
        return ToSign(read(content.document), (), content.fingerprint)
    draft = drafted(report, OFFICIAL)
    explained = dict(report.explanations.values_list("finding", "reason"))
    found = found_in(report.pk, draft.findings, explained, draft.document)
    return ToSign(draft.document, tuple(found), fingerprint(canonical(draft.document)))


def _signed(request: PlacedRequest, report: Report, to_sign: ToSign, form: SignForm) -> bool:
    if form.cleaned_data["read"] != to_sign.fingerprint:
        form.add_error(None, _("The figures or texts changed while you were reading. Read what changed, then sign."))
        return False
    findings = [one.finding for one in to_sign.found]
    try:
        signing.sign(report=report, document=to_sign.document, findings=findings, rule=form_of(report).signing, by=request.user)
    except Refusal as refusal:
        form.add_error(None, refusal.said(gettext))
        return False
    messages.success(request, gettext("Signed. From now on it never changes; a correction becomes a new version beside it."))
    return True


@dataclass(frozen=True)
class Signers:
    """Those who sit in a working group sign here or on paper; `missing` are the signatures that are not there yet."""

    here: str
    on_paper: str
    missing: int


def _group(report: Report, rule: Signing) -> Signers | None:
    if not rule.by_group:
        return None
    members = list(GroupMember.objects.in_force().filter(group__report=report, absent_because=""))
    here, on_paper = (", ".join(one.name for one in members if bool(one.user_id) is has_account) for has_account in (True, False))
    return Signers(here, on_paper, quorum_of(report, rule) - report.signatures.count() - report.papers.count())


def _shown(request: PlacedRequest, report: Report, to_sign: ToSign, form: SignForm) -> dict[str, Any]:
    rule = form_of(report).signing
    group = _group(report, rule)
    posts = ", ".join(str(PostTitle(post).label) for post in rule.posts)
    return {
        "report": report,
        "is_over": report.period.last_day < today(),
        "document": to_sign.document,
        "form": form,
        "to_sign": to_sign,
        "groups": by_severity(to_sign.found),
        "fingerprint": in_groups(to_sign.fingerprint),
        "figures": len(to_sign.document.values),
        "texts": to_sign.count(Passage),
        "tables": to_sign.count(Table),
        "pictures": to_sign.count(Picture) + to_sign.count(OrganisationChart),
        "may_sign": may_sign(request, report),
        "may_write": may_write(request, report),
        "group": group,
        "posts": (group.here or gettext("members of the working group")) if group else posts,
        "quorum": quorum_of(report, rule),
        "signatures": list(report.signatures.all()),
    }
