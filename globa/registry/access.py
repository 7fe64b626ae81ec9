"""Who may see what: an appointment opens an organisation and those below it. Involvement will replace this."""

from __future__ import annotations

import uuid
from typing import Self

from django.db import models

from globa.registry.accounts.users import User
from globa.registry.organisations import BELOW, Organisation, ids_of
from globa.vocabulary.calendar import today

BELOW_APPOINTMENTS = BELOW.format(roots="SELECT organisation_id FROM registry_appointment WHERE user_id = %s AND during @> %s::date")


def visible_organisations(user: User) -> set[uuid.UUID]:
    """Return what the user's appointments of today open; kept on the user for the rest of the request."""
    known: set[uuid.UUID] | None = getattr(user, "_visible_organisations", None)
    if known is None:
        known = ids_of(BELOW_APPOINTMENTS, [user.pk, today()])
        user._visible_organisations = known  # type: ignore[attr-defined]
    return known


def organisations_visible_to(user: User) -> models.QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=visible_organisations(user))


class OwnQuerySet(models.QuerySet):
    """Rows that carry the organisation that recorded them."""

    def visible_to(self, user: User) -> Self:
        return self.filter(organisation__in=visible_organisations(user))
