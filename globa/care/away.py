"""Away-times: hosting, respite, hospital, socialisation centre. The place stays the child's own."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from globa.care.stays import Stay
from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class AwayKind(models.TextChoices):
    HOSTING = "hosting", _("visiting a host family")
    RESPITE = "respite", _("respite of the carer")
    SOCIALISATION_CENTRE = "socialisation_centre", _("socialisation centre")
    HOSPITAL = "hospital", _("hospital")
    CAMP = "camp", _("camp")
    RAN_AWAY = "ran_away", _("ran away")
    OTHER = "other", _("other")


class AwayQuerySet(OwnQuerySet):
    def on(self, day: date) -> AwayQuerySet:
        return self.filter(during__contains=day)


@tracked
class AwayTime(models.Model):
    """Days of a stay that a child spends elsewhere; it neither ends the stay nor frees the bed."""

    id = key()
    organisation = recorded_by()
    stay = models.ForeignKey(Stay, on_delete=models.PROTECT, related_name="away_times", verbose_name=_("stay"))
    child = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="away_times", verbose_name=_("child"))
    kind = models.CharField(_("why away"), max_length=30, choices=AwayKind)
    host_household = models.ForeignKey(
        "registry.Household", on_delete=models.PROTECT, null=True, blank=True, related_name="hosted", verbose_name=_("host family")
    )
    country = models.CharField(_("country"), max_length=2, default="LT")
    place = models.CharField(_("where"), max_length=120, blank=True)
    during = DateRangeField(_("away"))

    objects = AwayQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("child")
    sensitivity = classes(S1="id organisation", S2="stay child host_household country place during", S3="kind")

    class Meta:
        verbose_name = _("away-time")
        ordering = ["during"]
        constraints = [
            Same("stay", "organisation", name="away_from_own_stay"),
            Same(
                "stay",
                "child",
                name="away_from_the_childs_stay",
                violation_error_message=_("This is a stay of another child. Choose the stay of the child who was away."),
            ),
            Same("host_household", "organisation", name="away_at_own_host"),
            ExclusionConstraint(
                name="child_is_away_once_at_a_time",
                expressions=[("child", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("The child is already away on some of these days."),
            ),
            lasts_a_day("away_lasts_a_day", begins=True),
        ]
        triggers = [
            refuses(
                "away_only_during_the_stay",
                "NOT EXISTS (SELECT 1 FROM care_stay s WHERE s.id = NEW.stay_id AND s.during @> NEW.during)",
                _("The child does not live there on all of these days, so cannot be away from it. Compare the days with the stay."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id}: {self.get_kind_display()}"


def leave(*, stay: Stay, kind: str, since: date, until: date | None, by: Actor | None, **details: Any) -> AwayTime:
    """Record days away; `until` is the first day back, None while it is not known."""
    away = AwayTime(organisation_id=stay.organisation_id, stay=stay, child_id=stay.child_id, kind=kind, during=(since, until), **details)
    with operation("care.leave", by=by, about=away):
        away.save(force_insert=True)
    away.refresh_from_db(fields=["during"])
    return away


def come_back(*, away: AwayTime, on: date, by: Actor | None) -> AwayTime:
    with operation("care.come_back", by=by, about=away):
        away.during = DateRange(away.during.lower, on)
        away.save(update_fields=["during"])
    return away


def leave_many(*, times: Sequence[AwayTime], by: Actor | None, imported_from: uuid.UUID | None = None) -> list[AwayTime]:
    """Record days away of many children as one operation: all of them or none."""
    with operation("care.leave", by=by, about=times[0], imported_from=imported_from):
        return AwayTime.objects.bulk_create(times)
