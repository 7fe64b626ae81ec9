"""Who may record a service: an account of a person who works with families, at an institution."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from globa.casework.services import ProviderRole, Service
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.emergency import Opening
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message
from globa.web.records.discretion import may_see_special
from globa.web.whereabouts import PlacedRequest, role_of

AS_PROVIDER = {
    Role.HEAD: ProviderRole.DIRECTOR,
    Role.FOSTER_COORDINATOR: ProviderRole.FOSTER_COORDINATOR,
    Role.ATTESTED_PERSON: ProviderRole.ATTESTED_PERSON,
    Role.PSYCHOLOGIST: ProviderRole.PSYCHOLOGIST,
    Role.SOCIAL_WORKER: ProviderRole.SOCIAL_WORKER,
    Role.CARE_ASSISTANT: ProviderRole.CARE_ASSISTANT,
}


@dataclass(frozen=True)
class Giver:
    user: User
    person: Person
    role: ProviderRole
    organisation: Organisation


class GivesNoServices(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message(
                "With this account services cannot be recorded: a service is given by a worker of an institution, "
                "and the figures count that worker's work. If you do give services, ask the head of your institution "
                "to connect your account with you as its worker."
            )
        )


def may_give(request: HttpRequest) -> bool:
    """Ask no question of the database beyond what the request already carries."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    institution: Organisation | None = getattr(request, "organisation", None)
    return bool(
        appointment
        and appointment.role in AS_PROVIDER
        and institution
        and institution.kind == OrganisationKind.INSTITUTION
        and getattr(request.user, "person_id", None)
    )


def giver_of(request: PlacedRequest) -> Giver:
    person = request.user.person if may_give(request) else None
    if person is None or request.appointment is None or request.organisation is None:
        raise GivesNoServices
    return Giver(request.user, person, AS_PROVIDER[Role(request.appointment.role)], request.organisation)


def may_change(request: PlacedRequest, service: Service) -> bool:
    """Whoever gave it, or the head of the institution that recorded it."""
    if not request.organisation or service.organisation_id != request.organisation.pk:
        return False
    return role_of(request) == Role.HEAD or service.provider_id == request.user.person_id


def may_read_note(request: PlacedRequest, service: Service) -> bool:
    """A psychologist's notes are the psychologist's own; a head reads them only in an emergency, which is journalled."""
    if service.provider_id == request.user.person_id:
        return True
    if service.provider_role == ProviderRole.PSYCHOLOGIST:
        recipients = service.recipients.values("person")
        return (
            role_of(request) == Role.HEAD
            and Opening.objects.visible_to(request.user).in_force().filter(user=request.user, person__in=recipients).exists()
        )
    return may_see_special(role_of(request))
