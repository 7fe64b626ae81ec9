"""Which reports a reader finds, and what the reader may do with one. Who signs is said by the report's form."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from globa.registry.accounts.appointments import Role
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.staff import PostHolding
from globa.reports.forms import Form, is_of_a_plan, of_period
from globa.reports.implementation.group import signs_in_the_group
from globa.reports.keeping.reports import Report
from globa.vocabulary.calendar import today
from globa.web.whereabouts import PlacedRequest, role_of

WRITING = (Role.HEAD, Role.FOSTER_COORDINATOR, Role.ATTESTED_PERSON, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.ACCOUNTANT)
DECIDING = (Role.HEAD,)
OF_A_PLAN = (Role.MUNICIPAL_CLERK, Role.HEAD)
"""Who writes and hands in a municipality's report on its plan; its working group signs it."""


def seen_by(request: PlacedRequest) -> QuerySet[Report]:
    seen: QuerySet[Report] = Report.objects.visible_to(request.user).as_seen_from(request.organisation)
    return seen.select_related("organisation", "corrects")


def report_of(request: PlacedRequest, pk: UUID) -> Report:
    """What is not there and what is not the user's to see look the same."""
    found: Report = get_object_or_404(seen_by(request), pk=pk)
    return found


def writable(request: PlacedRequest, pk: UUID) -> Report:
    """A draft of the user's own institution; anything else is not found."""
    report = report_of(request, pk)
    if not may_write(request, report):
        raise Http404
    return report


def decidable(request: PlacedRequest, pk: UUID) -> Report:
    report = report_of(request, pk)
    if not may_decide(request, report):
        raise Http404
    return report


def may_start(request: HttpRequest) -> bool:
    organisation: Organisation | None = getattr(request, "organisation", None)
    return bool(organisation and organisation.kind == OrganisationKind.INSTITUTION and role_of(request) in WRITING)


def may_template(request: HttpRequest) -> bool:
    """See and change the Word templates of one's own institution: its head; of a municipality, who writes the report on its plan."""
    organisation: Organisation | None = getattr(request, "organisation", None)
    if organisation and organisation.kind == OrganisationKind.MUNICIPALITY:
        return role_of(request) in OF_A_PLAN
    return bool(organisation and organisation.kind == OrganisationKind.INSTITUTION and role_of(request) in DECIDING)


def may_write(request: PlacedRequest, report: Report) -> bool:
    may = role_of(request) in OF_A_PLAN if is_of_a_plan(report.form) else may_start(request)
    return may and is_own(request, report) and not report.is_frozen


def may_decide(request: PlacedRequest, report: Report) -> bool:
    """Hand in, record the council's decision, take back, correct: the head, of what is signed."""
    deciding = OF_A_PLAN if is_of_a_plan(report.form) else DECIDING
    return role_of(request) in deciding and is_own(request, report) and report.is_frozen


def may_sign(request: PlacedRequest, report: Report) -> bool:
    """Whether the user holds one of the posts that sign this form today, or sat in the group that signs it; the verb asks the same."""
    if form_of(report).signing.by_group:
        return is_own(request, report) and signs_in_the_group(request.user, report)
    person = request.user.person_id
    if not person or not is_own(request, report):
        return False
    held = PostHolding.objects.filter(organisation_id=report.organisation_id, worker_id=person, during__contains=today())
    return held.filter(post__title__in=form_of(report).signing.posts).exists()


def form_of(report: Report) -> Form:
    return of_period(report.form, report.period)


def is_own(request: PlacedRequest, report: Report) -> bool:
    return bool(request.organisation and request.organisation.pk == report.organisation_id)
