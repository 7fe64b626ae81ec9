"""A conflict of interest: somebody must not see the file of their own relative or acquaintance, whatever their post."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_file
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes


@tracked
class ConflictOfInterest(models.Model):
    """Declared for those whom no relation shows; a recorded relation between the worker and the person closes by itself."""

    id = key()
    organisation = recorded_by()
    user = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="conflicts", verbose_name=_("worker"))
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="conflicts", verbose_name=_("person"))
    during = DateRangeField(_("closed to them"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_file("person")
    sensitivity = classes(S1="id organisation user during", S2="person")

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        constraints = [
            ExclusionConstraint(
                name="conflict_is_declared_once",
                expressions=[("user", RangeOperators.EQUAL), ("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("This is declared already for some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.during}"


def declare(*, user: User, person: Person, organisation: Organisation, since: date, by: Actor | None, reason: str) -> ConflictOfInterest:
    made = ConflictOfInterest(organisation=organisation, user=user, person=person, during=(since, None))
    with operation("registry.declare_conflict", by=by, about=made, reason=reason):
        made.save(force_insert=True)
    return made


def lift(*, conflict: ConflictOfInterest, on: date, by: Actor | None, reason: str) -> None:
    with operation("registry.lift_conflict", by=by, about=conflict, reason=reason):
        conflict.during = (conflict.during.lower, on)
        conflict.save(update_fields=["during"])
