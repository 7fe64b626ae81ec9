"""How far the report of the ended year agrees with itself while it is written: its document is counted and checked as on its own page."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import get_language

from globa.journal.operations import Operation
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.reports.keeping.reports import Report, State
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.web.reports.draft import drafted
from globa.web.reports.findings import Found, found_in
from globa.web.reports.page import Agreement, agreement
from globa.web.reports.states import title_of

SHOWN = 3
BEGUN = (State.DRAFT, State.IN_SIGNING)
KEPT_SECONDS = 600
"""Counting a report takes as long as the rest of the page: kept until something is done in the institution, and no longer."""


@dataclass(frozen=True)
class Against:
    """A contradiction that nobody has explained: where, which numbers, and the way to it."""

    place: str
    heading: str
    address: str


@dataclass(frozen=True)
class Agreeing:
    title: str
    address: str
    agreement: Agreement
    contradictions: list[Against]


def agreeing(user: User, organisation: Organisation, year: int) -> Agreeing | None:
    """None where nobody began the activity report of the year; three questions, and those of its page when something was done since."""
    begun = Report.objects.visible_to(user).of(organisation, "activity", Period.year(year)).filter(state__in=BEGUN)
    report = begun.select_related("organisation").newest_first().first()
    if report is None:
        return None
    last = Operation.objects.filter(organisation_id=organisation.pk).order_by("-pk").values_list("pk", flat=True).first()
    key = f"agreeing:{report.pk}:{last}:{today()}:{get_language()}"
    known: Agreeing | None = cache.get(key)
    if known is None:
        known = _counted(report)
        cache.set(key, known, KEPT_SECONDS)
    return known


def _counted(report: Report) -> Agreeing:
    draft = drafted(report, get_language() or "lt")
    explained = dict(report.explanations.values_list("finding", "reason"))
    found = found_in(report.pk, draft.findings, explained, draft.document)
    address = reverse("reports-report", args=[report.pk])
    against = [_against(one, address) for one in found if one.is_open]
    return Agreeing(title_of(report.form, report.period), address, agreement(draft.document, found), against[:SHOWN])


def _against(one: Found, address: str) -> Against:
    place = next((words for words, _address in one.places), "") or one.message
    return Against(str(place), one.heading, f"{address}#{one.anchor}")
