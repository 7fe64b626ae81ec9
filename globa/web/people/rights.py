"""What a role may do with a child's file. Involvement, child by child, will replace these lists."""

from __future__ import annotations

from django.http import HttpRequest

from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.organisations import OrganisationKind
from globa.web.records.discretion import may_see_special
from globa.web.whereabouts import role_of

CARING = (Role.HEAD, Role.FOSTER_COORDINATOR, Role.ATTESTED_PERSON, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.CARE_ASSISTANT)


def may_care(request: HttpRequest) -> bool:
    """Register people and record where they live: a worker of the institution that keeps the file."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    return bool(appointment and appointment.role in CARING and appointment.organisation.kind == OrganisationKind.INSTITUTION)


def may_read_health(request: HttpRequest) -> bool:
    """Disability and special needs are special categories, under the same rule as on the records' own pages."""
    return may_see_special(role_of(request))
