"""What stands on every page while a file is open in an emergency."""

from __future__ import annotations

from django.http import HttpRequest

from globa.registry.accounts.appointments import Appointment
from globa.registry.emergency import Opening
from globa.registry.policy import Area, may_enter


def open_now(request: HttpRequest | None) -> list[Opening]:
    """What the signed-in user has open; asked only where the question for the place of work said that there is something."""
    appointment: Appointment | None = getattr(request, "appointment", None)
    if request is None or appointment is None or not getattr(appointment, "is_in_emergency", False):
        return []
    if not may_enter(appointment.role, Area.EMERGENCY):
        return []  # as what one works now nothing is open
    return list(Opening.objects.in_force().filter(user_id=request.user.pk).order_by("until"))
