"""Norms: ages, days, caps, amounts and multiples as dated rows with their act and point. Code holds none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from psycopg.types.range import DateRange

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day, make_room
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses_others
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class NormUnit(models.TextChoices):
    YEARS = "years", _("years")
    HOURS = "hours", _("hours")
    MONTHS = "months", _("months")
    DAYS = "days", _("calendar days")
    WORKING_DAYS = "working_days", _("working days")
    CHILDREN = "children", _("children")
    PERSONS = "persons", _("persons")
    EUROS = "EUR", _("EUR")
    BSI = "BSI", _("base social benefits")
    MMA = "MMA", _("minimum monthly wages")
    TOPICS = "topics", _("topics")
    POSTS = "posts", _("posts")


class NoNorm(Refusal):
    def __init__(self, code: str, day: date) -> None:
        super().__init__(
            message(
                "No norm “%(code)s” is recorded for %(day)s. Without it nothing can be compared with the law: add the "
                "norm with its act and point."
            ),
            code=code,
            day=day,
        )


@dataclass(frozen=True)
class Through:
    """The national values of one norm through time, read once for many days."""

    code: str
    values: tuple[tuple[DateRange, Decimal], ...]

    def on(self, day: date) -> Decimal:
        for during, value in self.values:
            if day in during:
                return value
        raise NoNorm(self.code, day)


class NormQuerySet(models.QuerySet["Norm"]):
    def in_force(self, code: str, day: date, municipality: models.Model | None = None) -> Norm:
        """Return the municipality's own norm of the day, else the national one; none at all is refused."""
        rows = self.filter(code=code, during__contains=day)
        own = rows.filter(municipality=municipality).first() if municipality else None
        found = own or rows.filter(municipality__isnull=True).first()
        if found is None:
            raise NoNorm(code, day)
        return found

    def through(self, code: str) -> Through:
        """One query, for whoever asks of the days of many rows."""
        return Through(code, tuple(self.filter(code=code, municipality__isnull=True).values_list("during", "value")))

    def coming_of_age(self) -> Through:
        """Full years of age from which somebody is no longer a child."""
        return self.through("coming-of-age")


@tracked
class Norm(models.Model):
    """A number that a law or rule gives. It warns; it never blocks an emergency placement."""

    id = key()
    code = models.SlugField(_("code"), max_length=80)
    name = models.CharField(_("what it limits"), max_length=250)
    name_en = models.CharField(_("in English"), max_length=250)
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="norms", verbose_name=_("municipality")
    )
    value: models.DecimalField[Decimal, Decimal] = models.DecimalField(_("value"), max_digits=12, decimal_places=3)
    unit = models.CharField(pgettext_lazy("of measure", "unit"), max_length=20, choices=NormUnit)
    act = models.CharField(_("act"), max_length=250)
    point = models.CharField(_("point"), max_length=120, blank=True)
    is_verified = models.BooleanField(_("seen in the act"), default=False)
    during = DateRangeField(_("in force"))

    objects = NormQuerySet.as_manager()

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id code name name_en municipality value unit act point is_verified during")

    class Meta:
        verbose_name = _("norm")
        ordering = ["code", "during"]
        constraints = [
            ExclusionConstraint(
                name="one_norm_at_a_time_nationally",
                expressions=[("code", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(municipality__isnull=True),
                violation_error_message=_("Another value of this norm is in force on some of these days."),
            ),
            ExclusionConstraint(
                name="one_norm_at_a_time_in_a_municipality",
                expressions=[("code", RangeOperators.EQUAL), ("municipality", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another value of this norm is in force there on some of these days."),
            ),
            lasts_a_day("norm_is_in_force_a_day"),
        ]
        triggers = [
            refuses_others(
                "norm_is_added_by_who_keeps_them",
                "globa_keeps_lists() OR globa_administers(NEW.municipality_id)",
                _("Norms hold for everybody, so only who administers the national service or this installation adds them."),
            ),
            refuses_others(
                "norm_is_not_rewritten",
                "(NEW.code, NEW.value, NEW.unit, NEW.act, NEW.point, NEW.municipality_id, lower(NEW.during)) IS NOT DISTINCT FROM"
                " (OLD.code, OLD.value, OLD.unit, OLD.act, OLD.point, OLD.municipality_id, lower(OLD.during))"
                " AND NEW.during <@ OLD.during AND NEW.is_verified >= OLD.is_verified",
                _("A norm that was in force is never written anew: what was compared with it stays so. Add the new value from its day."),
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.value}"


def add_value(*, norm: Norm, value: Decimal, act: str, point: str, since: date, is_verified: bool, by: Actor | None) -> Norm:
    """Add what the norm says from a day on; the value before it ends there and stays as it was."""
    made = Norm(
        code=norm.code, name=norm.name, name_en=norm.name_en, unit=norm.unit, municipality=norm.municipality,
        value=value, act=act.strip(), point=point.strip(), is_verified=is_verified,
    )  # fmt: skip
    with operation("registry.add_norm", by=by, about=made, reason=f"{act.strip()}, {point.strip()}"):
        made.during = make_room(Norm.objects.filter(code=norm.code, municipality=norm.municipality), since)
        made.save(force_insert=True)
    return made


def verify(*, norm: Norm, by: Actor | None) -> None:
    """Somebody looked into the act and saw this very value at the point named."""
    with operation("registry.verify_norm", by=by, about=norm):
        norm.is_verified = True
        norm.save(update_fields=["is_verified"])
