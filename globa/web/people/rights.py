"""What the signed-in user may do with a person's file, by the policy."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from globa.registry.accounts.appointments import Appointment
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.policy import Area, may_enter, may_read
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.whereabouts import role_of


def may_care(request: HttpRequest) -> bool:
    """Register people and record where they live: a worker of the institution that keeps the file."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    organisation: Organisation | None = getattr(request, "organisation", None)
    is_institution = bool(organisation and organisation.kind == OrganisationKind.INSTITUTION)
    return bool(appointment) and is_institution and may_enter(role_of(request), Area.CARING)


def caring_at(request: HttpRequest) -> Organisation:
    """Return the institution whose files the user keeps; the page is refused to whoever keeps none."""
    organisation: Organisation | None = getattr(request, "organisation", None)
    if organisation is None or not may_care(request):
        raise PermissionDenied
    return organisation


def may_read_health(request: HttpRequest) -> bool:
    """Disability and special needs are special categories, under the same rule as on the records' own pages."""
    return may_read(role_of(request), Sensitivity.S3)
