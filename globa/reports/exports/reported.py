"""A kept report as a document with its seal: a signed one from what was frozen, a draft as the records are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext

from globa.planning.plans.plans import Plan
from globa.registry.organisations import Organisation
from globa.registry.staff import PostTitle
from globa.reports.assembling import live
from globa.reports.document import Document
from globa.reports.exports.seal import Explained, Seal, Signed
from globa.reports.forms import is_of_a_plan, of_period
from globa.reports.implementation.group import GroupPart
from globa.reports.implementation.reading import told_of, told_of_plan
from globa.reports.implementation.told import Told
from globa.reports.keeping.reports import Report, State, Text
from globa.reports.keeping.standing import beginning
from globa.reports.signing import canonical
from globa.reports.signing.frozen import SignedContent
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period

OFFICIAL = "lt"
"""The language in which a report is written and signed, whatever its readers read."""


@dataclass(frozen=True)
class Reported:
    document: Document
    seal: Seal

    @property
    def name(self) -> str:
        """Of its file, without the ending."""
        return f"{self.document.form}-{self.document.organisation}-{self.document.period}"


def reported(report: Report) -> Reported:
    """What is frozen but lacks a signature of its quorum is still a draft."""
    content = SignedContent.objects.filter(report=report).first()
    if content is None:
        return Reported(_draft(report), Seal(on=today(), number=report.shown_number, explained=_explained(report)))
    document = canonical.read(content.document)
    if report.state == State.IN_SIGNING:
        return Reported(document, Seal(on=today(), number=report.shown_number, explained=_explained(report)))
    return Reported(document, _seal(report, content, document.language))


def current(form: str, organisation: Organisation, period: Period) -> Reported:
    """The newest version that is kept, signed or being written; else a draft of the texts with which it would begin."""
    kept = Report.objects.of(organisation, form, period).order_by("-version").first()
    if kept is not None:
        return reported(kept)
    before = texts_before(organisation, form, period)
    texts = beginning(organisation, of_period(form, period))
    plan = _plan_in_force(organisation, period) if is_of_a_plan(form) else None
    return Reported(live(form, organisation, period, passages=texts, before=before, language=OFFICIAL, plan=plan), Seal(on=today()))


def _plan_in_force(organisation: Organisation, period: Period) -> Told | None:
    found = Plan.objects.valid().filter(organisation=organisation, year=period.last_day.year).first()
    return told_of_plan(found, OFFICIAL) if found else None


def _draft(report: Report) -> Document:
    texts, before = texts_and_before(report)
    plan = told_of(report, OFFICIAL)
    return live(report.form, report.organisation, report.period, passages=texts, before=before, language=OFFICIAL, plan=plan)


def texts_before(organisation: Organisation, form: str, period: Period) -> dict[str, str]:
    """The texts of the same form a year earlier: of its newest version."""
    return dict(Text.objects.filter(report__in=_newest_before(organisation, form, period)).values_list("place", "text"))


def texts_and_before(report: Report) -> tuple[dict[str, str], dict[str, str]]:
    """The texts written for a report, and those of the same form a year earlier: one query."""
    earlier = _newest_before(report.organisation, report.form, report.period)
    own: dict[str, str] = {}
    before: dict[str, str] = {}
    for of, place, text in Text.objects.filter(Q(report=report) | Q(report__in=earlier)).values_list("report", "place", "text"):
        (own if of == report.pk else before)[place] = text
    return own, before


def _newest_before(organisation: Organisation, form: str, period: Period) -> QuerySet[Report, dict[str, Any]]:
    return Report.objects.of(organisation, form, period.years_before(1)).order_by("-version").values("pk")[:1]


def _seal(report: Report, content: SignedContent, language: str) -> Seal:
    with translation.override(language):
        signatures = tuple(
            Signed(_post(one.post), one.name, timezone.localdate(one.signed_at)) for one in report.signatures.order_by("signed_at")
        ) + tuple(
            Signed(_post(one.post), gettext("%(name)s (on paper, No %(number)s)") % {"name": one.name, "number": one.number}, one.signed_on)
            for one in report.papers.all()
        )
    return Seal(
        on=max((one.on for one in signatures), default=timezone.localdate(content.frozen_at)),
        fingerprint=content.fingerprint,
        number=report.shown_number,
        signatures=signatures,
        explained=_explained(report),
    )


def _post(code: str) -> str:
    """Of a director the post, of a member of a working group the part in it."""
    named = next((choices for choices in (PostTitle, GroupPart) if code in choices.values), None)
    return str(named(code).label) if named else code


def _explained(report: Report) -> tuple[Explained, ...]:
    return tuple(Explained(one.says, one.reason) for one in report.explanations.order_by("finding"))
