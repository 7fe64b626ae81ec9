"""Services given and their recipients; groups, courses, outreach."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Sum

from benchmarks.orm.asked import Asked, Peer, different, hours, persons
from globa.casework.groups import Attendance, Event
from globa.casework.services import Recipient, Service

GIMK = ("gimk_basic", "gimk_specialised", "gimk_close_relatives", "gimk_continuing")


def given(asked: Asked, **what: Any) -> QuerySet[Any]:
    return asked.of(Service).filter(withdrawn_on__isnull=True, **asked.within("happened_on"), **what)


def received(asked: Asked, **what: Any) -> QuerySet[Any]:
    return asked.of(Recipient).filter(service__withdrawn_on__isnull=True, **asked.within("service__happened_on"), **what)


def held(asked: Asked, **what: Any) -> QuerySet[Any]:
    return asked.of(Event).filter(withdrawn_on__isnull=True, **asked.within("happened_on"), **what)


def came(asked: Asked, **what: Any) -> QuerySet[Any]:
    return asked.of(Attendance).filter(event__withdrawn_on__isnull=True, **asked.within("event__happened_on"), **what)


def heads(asked: Asked, kind: str) -> int:
    """People by name and those nobody named."""
    return came(asked, event__kind=kind).count() + (held(asked, kind=kind).aggregate(n=Sum("unnamed_heads"))["n"] or 0)


PEERS: dict[str, Peer] = {
    "foster-centre.services": lambda asked: given(asked).count(),
    "foster-centre.service-hours": lambda asked: hours(given(asked)),
    "foster-centre.people-helped": lambda asked: persons(received(asked), "person"),
    "foster-centre.children-helped": lambda asked: persons(received(asked, role="child"), "person"),
    "foster-centre.families-helped": lambda asked: different(received(asked), "household"),
    "foster-centre.service-attendances": lambda asked: received(asked).count(),
    "foster-centre.home-visits": lambda asked: given(asked, setting="home").count(),
    "foster-centre.workers-who-helped": lambda asked: different(given(asked), "provider"),
    "foster-centre.coordinator-services": lambda asked: given(asked, provider_role="foster_coordinator").count(),
    "foster-centre.coordinator-hours": lambda asked: hours(given(asked, provider_role="foster_coordinator")),
    "foster-centre.coordinator-people": lambda asked: persons(received(asked, service__provider_role="foster_coordinator"), "person"),
    "foster-centre.psychologist-consultations": lambda asked: given(asked, provider_role="psychologist").count(),
    "foster-centre.psychologist-hours": lambda asked: hours(given(asked, provider_role="psychologist")),
    "foster-centre.psychologist-people": lambda asked: persons(received(asked, service__provider_role="psychologist"), "person"),
    "foster-centre.attested-person-services": lambda asked: given(asked, provider_role="attested_person").count(),
    "foster-centre.attested-person-hours": lambda asked: hours(given(asked, provider_role="attested_person")),
    "foster-centre.attested-person-people": lambda asked: persons(received(asked, service__provider_role="attested_person"), "person"),
    "foster-centre.self-help-meetings": lambda asked: held(asked, kind="self_help_group").count(),
    "foster-centre.self-help-attendances": lambda asked: heads(asked, "self_help_group"),
    "foster-centre.self-help-people": lambda asked: persons(came(asked, event__kind="self_help_group"), "person"),
    "foster-centre.gimk-basic-groups": lambda asked: different(held(asked, kind="gimk_basic"), "course"),
    "foster-centre.gimk-groups": lambda asked: different(held(asked, kind__in=GIMK), "course"),
    "foster-centre.gimk-people": lambda asked: persons(came(asked, event__kind__in=GIMK), "person"),
    "foster-centre.gimk-families": lambda asked: different(came(asked, event__kind__in=GIMK), "household"),
    "foster-centre.foster-week-events": lambda asked: held(asked, campaign="foster_week").count(),
    "foster-centre.outreach-events": lambda asked: held(asked, kind="outreach").count(),
    "foster-centre.outreach-attendances": lambda asked: heads(asked, "outreach"),
    "foster-centre.events": lambda asked: held(asked).count(),
    "foster-centre.event-hours": lambda asked: hours(held(asked)),
    "staff.training-hours": lambda asked: hours(came(asked, event__kind="staff_training", role="worker"), "event__minutes"),
    "staff.workers-trained": lambda asked: different(came(asked, event__kind="staff_training", role="worker"), "person"),
    "staff.council-sittings": lambda asked: held(asked, kind="staff_council").count(),
    "staff.staff-meetings": lambda asked: held(asked, kind="staff_meeting").count(),
    "staff.methodical-group": lambda asked: held(asked, kind="methodical_group").count(),
    "staff.supervision-sessions": lambda asked: held(asked, kind="supervision_session").count(),
}
