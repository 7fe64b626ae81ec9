"""Where and as what the signed-in user works today: the place they chose, or the first that is in force."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db.models import Exists, UUIDField
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from globa.registry.access import keep_visible
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.emergency import Opening
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import today
from globa.web.ids import id_in

CHOSEN = "works_at"
"""In the session: the key of the appointment that the user chose, of several."""


class PlacedRequest(HttpRequest):
    """
    A request as our views get it. Without an appointment today all three are None, and nothing is visible.

    `organisation` is the institution that keeps the records; `appointment.organisation` may be a home group of it.
    """

    user: User
    htmx: HtmxDetails
    appointment: Appointment | None
    organisation: Organisation | None


class WhereaboutsMiddleware:
    """After ActorMiddleware, for it asks the database; one query a request of somebody signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = id_in(request.session.get(CHOSEN)) if request.user.is_authenticated else None
        appointment = appointment_of(request.user, chosen) if request.user.is_authenticated else None
        request.appointment = appointment  # type: ignore[attr-defined]
        request.organisation = appointment.institution if appointment else None  # type: ignore[attr-defined]
        return self.get_response(request)


# A function that sets something is run for the one row that is left after ordering; a wall that is set stays for the transaction.
_SAYS_WHERE = "set_config('globa.appointment', registry_appointment.id::text, true)"
_OPENED = "globa_visible_organisations_of(registry_appointment.user_id, registry_appointment.id)"
_KEEPS_RECORDS = "(SELECT institution FROM globa_places(registry_appointment.user_id, registry_appointment.id) LIMIT 1)"


def appointment_of(user: User, chosen: UUID | None = None) -> Appointment | None:
    """
    Return today's appointment, with its `institution`: the chosen one, or of several the one that began first.

    The same query tells what it opens, and tells the database that only this place of work counts from here on.
    """
    found = (
        Appointment.objects.on(today())
        .filter(user=user)
        .select_related("organisation")
        .annotate(
            is_chosen=RawSQL("registry_appointment.id IS NOT DISTINCT FROM %s", [chosen]),
            opened=RawSQL(_OPENED, []),  # noqa: S611 - written here, no input
            keeps_records=RawSQL(_KEEPS_RECORDS, [], output_field=UUIDField()),  # noqa: S611
            of_places=RawSQL("count(*) OVER ()", []),
            said=RawSQL(_SAYS_WHERE, []),  # noqa: S611
            is_in_emergency=Exists(Opening.objects.in_force().filter(user=user)),
        )
    )
    appointment = found.order_by("-is_chosen", "during", "pk").first()
    if appointment is not None:
        keep_visible(user, set(appointment.opened), appointment.pk)
        appointment.institution = _institution(appointment)  # type: ignore[attr-defined]
    return appointment


def _institution(appointment: Appointment) -> Organisation:
    own = appointment.organisation
    key: UUID = appointment.keeps_records  # type: ignore[attr-defined]
    return own if key == own.pk else Organisation.objects.get(pk=key)


def role_of(request: HttpRequest) -> str:
    """Return as what the user works today, a code of Role; empty for nobody."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    return appointment.role if appointment else ""
