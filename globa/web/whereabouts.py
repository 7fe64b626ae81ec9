"""Where and as what the signed-in user works today: the place they chose, or the first that is in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from globa.registry.access import keep_visible
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
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


_APPOINTMENT = ["id", "user_id", "organisation_id", "role", "during"]
_ORGANISATION = [field.attname for field in Organisation._meta.concrete_fields]
# A function that sets something is run for the one row that is left after ordering; a wall that is set stays for the transaction.
_QUESTION = f"""
    SELECT appointment.id, user_id, organisation_id, role, appointment.during,
        {", ".join(f"organisation.{name}" for name in _ORGANISATION)},
        globa_visible_organisations_of(user_id, appointment.id),
        (SELECT institution FROM globa_places(user_id, appointment.id) LIMIT 1),
        count(*) OVER (),
        EXISTS (SELECT FROM registry_opening opening WHERE opening.user_id = %(user)s AND until > %(now)s AND closed_at IS NULL),
        set_config('globa.appointment', appointment.id::text, true)
    FROM registry_appointment appointment JOIN registry_organisation organisation ON organisation.id = organisation_id
    WHERE user_id = %(user)s AND appointment.during @> %(today)s
    ORDER BY appointment.id IS NOT DISTINCT FROM %(chosen)s DESC, appointment.during, appointment.id
    LIMIT 1
"""  # noqa: S608 - names of columns, no input


def appointment_of(user: User, chosen: UUID | None = None) -> Appointment | None:
    """
    Return today's appointment, with its `institution`: the chosen one, or of several the one that began first.

    The same query tells what it opens, and tells the database that only this place of work counts from here on. It is written
    out, for every page of everybody begins with it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION, {"user": user.pk, "chosen": chosen, "today": today(), "now": timezone.now()})
        row = cursor.fetchone()
    return _appointment(user, row) if row else None


def _appointment(user: User, row: Sequence[Any]) -> Appointment:
    place, (opened, institution, of_places, is_in_emergency, _said) = row[5:-5], row[-5:]
    appointment = Appointment.from_db("default", _APPOINTMENT, row[:5])
    appointment.organisation = Organisation.from_db("default", _ORGANISATION, place)
    appointment.of_places, appointment.is_in_emergency = of_places, is_in_emergency  # type: ignore[attr-defined]
    keep_visible(user, set(opened), appointment.pk)
    appointment.institution = _institution(appointment, institution)  # type: ignore[attr-defined]
    return appointment


def _institution(appointment: Appointment, key: UUID) -> Organisation:
    own = appointment.organisation
    return own if key == own.pk else Organisation.objects.get(pk=key)


def role_of(request: HttpRequest) -> str:
    """Return as what the user works today, a code of Role; empty for nobody."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    return appointment.role if appointment else ""
