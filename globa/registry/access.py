"""
Whose rows a user may see and who is opened to them, asked of the database, which knows the rules of the policy.

Both walls use the same functions: querysets put them into the question, row security asks them again.
"""

from __future__ import annotations

import uuid
from typing import Self

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from globa.journal.concerns import Concerns, concerns_of, model_named
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, OrganisationQuerySet, ids_of
from globa.registry.policy import Opens

VISIBLE = "SELECT unnest(globa_visible_organisations_of(%s, %s))"
ADMINISTERED = "SELECT unnest(globa_administered_by(%s, %s))"
OPENED = "(SELECT unnest((SELECT globa_opened_to(%s, %s, %s))))"
"""Asked in a question of its own inside: else it would be worked out while the plan is made, and once more when it is run."""


def keep_visible(user: User, organisations: set[uuid.UUID], appointment: uuid.UUID | None) -> None:
    """Remember for the rest of the request what the place of work opens; `appointment` is the chosen one."""
    user._visible_organisations, user._appointment = organisations, appointment  # type: ignore[attr-defined]


def chosen_appointment(user: User) -> uuid.UUID | None:
    """Where the user chose to be; None is all places of work of today."""
    return getattr(user, "_appointment", None)


def visible_organisations(user: User) -> set[uuid.UUID]:
    """Return whose rows the user's places of work of today open; kept on the user for the rest of the request."""
    known: set[uuid.UUID] | None = getattr(user, "_visible_organisations", None)
    if known is None:
        known = ids_of(VISIBLE, [user.pk, chosen_appointment(user)])
        keep_visible(user, known, chosen_appointment(user))
    return known


def organisations_visible_to(user: User) -> models.QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=visible_organisations(user))


def administered_by(user: User) -> OrganisationQuerySet:
    """The organisations whose affairs the user keeps today: the own one and those below it."""
    return Organisation.objects.filter(pk__in=ids_of(ADMINISTERED, [user.pk, chosen_appointment(user)]))


def keeps_lists(user: User) -> bool:
    """Whether the user keeps what holds for everybody: norms, the catalogue of services, schools, reasons."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT globa_keeps_lists_of(%s, %s)", [user.pk, chosen_appointment(user)])
        return bool(cursor.fetchone()[0])


def opened_to(user: User, how_far: Opens) -> RawSQL:
    """The keys of the people opened to the user so far, for `__in`."""
    return RawSQL(OPENED, [user.pk, chosen_appointment(user), how_far.value])  # noqa: S611 - a constant of ours with parameters


def level_of(user: User, person: models.Model) -> Opens | None:
    """How far a person is opened; None is not at all, and then the page is not there."""
    asked = [user.pk, chosen_appointment(user)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT %s = ANY (globa_opened_to(%s, %s, 'file')), %s = ANY (globa_opened_to(%s, %s, 'name'))",
            [person.pk, *asked, person.pk, *asked],
        )
        with_file, by_name = cursor.fetchone()
    return Opens.FILE if with_file else Opens.NAME if by_name else None


class OwnQuerySet(models.QuerySet):
    """Rows that carry the organisation that recorded them, and that may concern people."""

    def visible_to(self, user: User) -> Self:
        """Rows of the user's organisations; of those that concern people, what concerns somebody opened to the user."""
        own = self.filter(organisation__in=visible_organisations(user))
        concerns = concerns_of(self.model)
        return own.filter(_shown(self.model, concerns, user)) if concerns else own


def _shown(model: type[models.Model], concerns: Concerns, user: User) -> Q:
    people = opened_to(user, Opens(concerns.opens))
    shown = Q()
    for name in concerns.people:
        shown |= Q(**{f"{name}__in": people})
    if concerns.may_be_about_nobody(model):
        shown |= Q(**{f"{name}__isnull": True for name in concerns.people})
    for named in concerns.through:
        rows = model_named(named.model)._base_manager.filter(**{named.points: models.OuterRef(named.here), f"{named.names}__in": people})
        rows = rows.filter(**{f"{named.unless}__isnull": True}) if named.unless else rows
        shown |= Q(models.Exists(rows))
    if concerns.made_by and user.person_id:
        shown |= Q(**{concerns.made_by: user.person_id})
    return shown
