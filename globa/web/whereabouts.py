"""Where and as what the signed-in user works today: the first appointment that is in force."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from globa.registry.access import BELOW_APPOINTMENTS
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import today


class PlacedRequest(HttpRequest):
    """A request as our views get it. Without an appointment today both are None, and nothing is visible."""

    user: User
    htmx: HtmxDetails
    appointment: Appointment | None
    organisation: Organisation | None


class WhereaboutsMiddleware:
    """After ActorMiddleware, for it asks the database; one query a request of somebody signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        appointment = appointment_of(request.user) if request.user.is_authenticated else None
        request.appointment = appointment  # type: ignore[attr-defined]
        request.organisation = appointment.organisation if appointment else None  # type: ignore[attr-defined]
        return self.get_response(request)


def appointment_of(user: User) -> Appointment | None:
    """Return today's appointment; of several the one that began first. The same query tells what all of them open."""
    opened = RawSQL(f"ARRAY({BELOW_APPOINTMENTS})", [user.pk, today()])  # noqa: S611 - a constant of ours, and what varies is a parameter
    found = Appointment.objects.on(today()).filter(user=user).select_related("organisation").annotate(opened=opened)
    appointment = found.order_by("during", "pk").first()
    if appointment is not None:
        # Where access.visible_organisations keeps its own answer to the same question.
        user._visible_organisations = set(appointment.opened)  # type: ignore[attr-defined]
    return appointment


def role_of(request: HttpRequest) -> str:
    """Return as what the user works today, a code of Role; empty for nobody."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    return appointment.role if appointment else ""
