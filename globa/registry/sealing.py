"""A sealed file: after an adoption, or when a court or the police ask for it, it is open to very few."""

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
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class NotSealed(Refusal):
    def __init__(self) -> None:
        super().__init__(message("The file is not sealed on that day. Look at the list of seals."))


class SealKind(models.TextChoices):
    ADOPTION = "adoption", _("adoption")
    PROTECTION = "protection", _("the child is hidden from somebody")
    COURT = "court", _("a court or an investigation")


@tracked
class Seal(models.Model):
    """
    The person is opened only to roles that read what is sealed (S3A), whatever else would open them.

    A seal that was a mistake ends on the day it began, and was never in force.
    """

    id = key()
    organisation = recorded_by()
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="seals", verbose_name=_("person"))
    kind = models.CharField(_("because of"), max_length=20, choices=SealKind)
    during = DateRangeField(_("sealed"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_file("person")
    sensitivity = classes(S1="id organisation", S3A="person kind during")

    class Meta:
        verbose_name = _("seal")
        constraints = [
            ExclusionConstraint(
                name="sealed_once_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("The file is sealed already on some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.during}"


def seal(*, person: Person, organisation: Organisation, kind: str, since: date, by: Actor | None, reason: str) -> Seal:
    made = Seal(organisation=organisation, person=person, kind=kind, during=(since, None))
    with operation("registry.seal", by=by, about=made, reason=reason):
        made.save(force_insert=True)
    return made


def unseal(*, seal: Seal, on: date, by: Actor | None, reason: str) -> None:
    """The last day is the one before `on`; the reason is the act or ruling by which the file opens again."""
    if seal.during.isempty or not seal.during.lower <= on:
        raise NotSealed
    with operation("registry.unseal", by=by, about=seal, reason=reason):
        seal.during = (seal.during.lower, on)
        seal.save(update_fields=["during"])
