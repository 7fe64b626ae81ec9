"""Who may see what: an appointment opens an organisation and those below it. Involvement will replace this."""

from __future__ import annotations

import uuid
from typing import Self

from django.db import models

from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, ids_below
from globa.vocabulary.calendar import today


def visible_organisations(user: User) -> set[uuid.UUID]:
    """Return what the user's appointments of today open; kept on the user for the rest of the request."""
    known: set[uuid.UUID] | None = getattr(user, "_visible_organisations", None)
    if known is None:
        roots = Appointment.objects.on(today()).filter(user_id=user.pk).values_list("organisation_id", flat=True)
        known = ids_below(list(roots))
        user._visible_organisations = known  # type: ignore[attr-defined]
    return known


def organisations_visible_to(user: User) -> models.QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=visible_organisations(user))


class OwnQuerySet(models.QuerySet):
    """Rows that carry the organisation that recorded them."""

    def visible_to(self, user: User) -> Self:
        return self.filter(organisation__in=visible_organisations(user))
