"""Where an account works, as what and when."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.protection import Protection
from globa.registry.accounts.roles import Role
from globa.vocabulary.sensitivity import classes

__all__ = ["Appointment", "Role"]


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def on(self, day: date) -> AppointmentQuerySet:
        return self.filter(during__contains=day)


@tracked
class Appointment(models.Model):
    """An account's place of work: it opens that organisation and those below it."""

    id = key()
    user = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("account"))
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("works at")
    )
    role = models.CharField(_("as"), max_length=40, choices=Role)
    during = DateRangeField(_("works there"))

    objects = AppointmentQuerySet.as_manager()

    protection = Protection.ACCOUNT
    sensitivity = classes(S1="id user organisation role during")

    class Meta:
        verbose_name = _("appointment")
        constraints = [
            ExclusionConstraint(
                name="one_role_at_a_place_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This account already has the role there on some of these days."),
            ),
            lasts_a_day("appointment_lasts_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
