"""What is true of a child for a time: school, disability, educational needs, municipality of origin."""

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

from globa.journal.concerns import by_file
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes


class StatusKind(models.TextChoices):
    SCHOOL = "school", _("school")
    DISABILITY = "disability", _("disability")
    SPECIAL_NEEDS = "special_needs", _("special educational needs")
    MUNICIPALITY_OF_ORIGIN = "municipality_of_origin", _("municipality of origin")


class StatusLevel(models.TextChoices):
    SMALL = "small", _("small")
    MODERATE = "moderate", _("moderate")
    LARGE = "large", _("large")
    SEVERE = "severe", _("severe")


class Condition(models.TextChoices):
    """The kind of disability or of need."""

    INTELLECTUAL = "intellectual", _("intellectual disability")
    BEHAVIOUR_AND_EMOTION = "behaviour_and_emotion", _("behaviour and emotional disorders")
    BOTH = "both", _("intellectual disability and behaviour disorders")
    PHYSICAL = "physical", _("physical disability")
    SENSORY = "sensory", _("sight or hearing")
    SPEECH = "speech", _("speech")
    OTHER = "other", _("other")


class StatusQuerySet(OwnQuerySet):
    def on(self, day: date) -> StatusQuerySet:
        return self.filter(during__contains=day)


@tracked
class Status(models.Model):
    """One dated fact about a child: a school, or a condition with its level, or a municipality."""

    id = key()
    organisation = recorded_by()
    child = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="statuses", verbose_name=_("child"))
    kind = models.CharField(_("what it is about"), max_length=30, choices=StatusKind)
    school = models.ForeignKey(
        "registry.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("school")
    )
    condition = models.CharField(_("kind of disability or need"), max_length=30, choices=Condition, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=StatusLevel, blank=True)
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    paper = models.ForeignKey("registry.Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paper"))
    during = DateRangeField(_("true"))

    objects = StatusQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_file("child")
    sensitivity = classes(S1="id organisation", S2="child kind school municipality paper during", S3="condition level")

    class Meta:
        verbose_name = _("status of a child")
        verbose_name_plural = _("statuses of children")
        constraints = [
            Same("paper", "organisation", name="status_by_own_paper"),
            models.CheckConstraint(
                name="status_says_what_its_kind_asks",
                condition=Q(kind="school", school__isnull=False, municipality__isnull=True, condition="", level="")
                | Q(kind="municipality_of_origin", school__isnull=True, municipality__isnull=False, condition="", level="")
                | (Q(kind__in=["disability", "special_needs"], school__isnull=True, municipality__isnull=True) & ~Q(condition="")),
                violation_error_message=_(
                    "Choose the school, the municipality or the kind of need, whichever this is about, and nothing else."
                ),
            ),
            ExclusionConstraint(
                name="one_such_status_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("child", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("condition", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Something else is already recorded about this for some of these days. End it first."),
            ),
            lasts_a_day("status_lasts_a_day"),
        ]

    def __str__(self) -> str:
        return str(self.school or self.municipality or self.get_condition_display())


def state(
    *, organisation: Organisation, child: Person, kind: str, since: date, by: Actor | None, until: date | None = None, **what: Any
) -> Status:
    """Record what is true of a child since a day; `until` is the first day on which it no longer is."""
    status = Status(organisation=organisation, child=child, kind=kind, during=(since, until), **what)
    with operation("care.state", by=by, about=status):
        status.save(force_insert=True)
    status.refresh_from_db(fields=["during"])
    return status


def state_many(*, statuses: Sequence[Status], by: Actor | None, imported_from: uuid.UUID | None = None) -> list[Status]:
    """Record what is true of many children as one operation: all of it or nothing."""
    with operation("care.state", by=by, about=statuses[0], imported_from=imported_from):
        return Status.objects.bulk_create(statuses)
