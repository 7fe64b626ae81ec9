"""Who represents a child by law: guardianship (curatorship from 14) as a timeline of its own."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes


class GuardianshipKind(models.TextChoices):
    TEMPORARY = "temporary", _("temporary")
    PERMANENT = "permanent", _("permanent")


class GuardianshipForm(models.TextChoices):
    """Who the guardian is. `family_home` is the legal person, never a home group."""

    FAMILY = "family", _("in a family")
    FAMILY_HOME = "family_home", _("in a family home")
    FOSTER_CENTRE = "foster_centre", _("in a foster centre")
    INSTITUTION = "institution", _("in an institution")


class GuardianRelation(models.TextChoices):
    CLOSE_RELATIVE = "close_relative", _("close relative")
    KIN = "kin", _("relative")
    NON_KIN = "non_kin", _("not related")


class GuardianshipEnd(models.TextChoices):
    RETURNED_TO_PARENTS = "returned_to_parents", _("returned to parents")
    CAME_OF_AGE = "came_of_age", _("came of age")
    EMANCIPATED = "emancipated", _("emancipated")
    MARRIED = "married", _("married")
    ADOPTED = "adopted", _("adopted")
    CHANGED_GUARDIAN = "changed_guardian", _("another guardian was appointed")
    DIED = "died", _("died")
    OTHER = "other", _("other")


class GuardianshipQuerySet(OwnQuerySet):
    def on(self, day: date) -> GuardianshipQuerySet:
        return self.filter(during__contains=day)


@tracked
class Guardianship(models.Model):
    """One time of one guardian. Where the child sleeps is another timeline and need not share its days."""

    id = key()
    organisation = recorded_by()
    child = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="guardianships", verbose_name=_("child"))
    kind = models.CharField(_("kind"), max_length=20, choices=GuardianshipKind)
    form = models.CharField(_("form"), max_length=20, choices=GuardianshipForm)
    household = models.ForeignKey(
        "registry.Household",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="guardianships",
        verbose_name=_("guardian family"),
    )
    guardian = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="guardian_of", verbose_name=_("guardian")
    )
    relation = models.CharField(_("related as"), max_length=20, choices=GuardianRelation, blank=True)
    paper = models.ForeignKey(
        "registry.Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("act or ruling")
    )
    during = DateRangeField(_("in force"))
    ended_by = models.CharField(_("ended by"), max_length=30, choices=GuardianshipEnd, blank=True)

    objects = GuardianshipQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("child")
    sensitivity = classes(S1="id organisation", S2="child kind form household guardian relation paper during ended_by")

    class Meta:
        verbose_name = _("guardianship")
        ordering = ["during"]
        constraints = [
            Same("household", "organisation", name="guardianship_in_own_household"),
            Same("paper", "organisation", name="guardianship_by_own_paper"),
            ExclusionConstraint(
                name="child_has_one_guardianship_at_a_time",
                expressions=[("child", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_(
                    "The child is already under guardianship on some of these days. End the other one first, or choose other days."
                ),
            ),
            models.CheckConstraint(
                name="guardian_family_is_named",
                condition=~Q(form="family") | Q(household__isnull=False),
                violation_error_message=_("Say which family: guardian families are counted."),
            ),
            models.CheckConstraint(
                name="institution_is_no_family",
                condition=Q(form__in=["family", "family_home"]) | Q(household__isnull=True, relation=""),
                violation_error_message=_("An institution or a foster centre is the guardian itself, without a household."),
            ),
            models.CheckConstraint(
                name="ended_guardianship_says_why",
                condition=Q(during__upper_inf=True, ended_by="") | (Q(during__upper_inf=False) & ~Q(ended_by="")),
                violation_error_message=_("Give both the day of the end and why it ended, or neither."),
            ),
            models.CheckConstraint(
                name="guardianship_lasts_a_day",
                condition=Q(during__isempty=False, during__lower_inf=False),
                violation_error_message=_("The guardianship ends before it begins. Compare the two days."),
            ),
        ]
        triggers = [
            refuses(
                "guardianship_not_before_birth",
                "EXISTS (SELECT 1 FROM registry_person p WHERE p.id = NEW.child_id AND p.birth_date > lower(NEW.during))",
                _("The guardianship begins before the child was born. Compare the day with the date of birth."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id}: {self.get_kind_display()}"


def appoint(
    *, organisation: Organisation, child: Person, kind: str, form: str, since: date, by: Actor | None, **details: Any
) -> Guardianship:
    """Record that a guardian was appointed by an act or a ruling."""
    guardianship = Guardianship(organisation=organisation, child=child, kind=kind, form=form, during=(since, None), **details)
    with operation("care.appoint_guardian", by=by, about=guardianship):
        guardianship.save(force_insert=True)
    guardianship.refresh_from_db(fields=["during"])
    return guardianship


def end(*, guardianship: Guardianship, on: date, because: str, by: Actor | None) -> Guardianship:
    """Record the first day on which the guardianship is no longer in force."""
    with operation("care.end_guardianship", by=by, about=guardianship):
        guardianship.during = DateRange(guardianship.during.lower, on)
        guardianship.ended_by = because
        guardianship.save(update_fields=["during", "ended_by"])
    return guardianship


def record_many(*, guardianships: Sequence[Guardianship], by: Actor | None, imported_from: uuid.UUID | None = None) -> list[Guardianship]:
    """Record guardianships as a register has them, begun and ended, as one operation: all of them or none."""
    with operation("care.record_guardianships", by=by, about=guardianships[0], imported_from=imported_from):
        return Guardianship.objects.bulk_create(guardianships)
