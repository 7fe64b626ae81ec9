"""Where an account works, as what and when."""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.protection import Protection
from globa.journal.rules import refuses_others
from globa.registry.accounts.roles import Role
from globa.vocabulary.sensitivity import classes

__all__ = ["Appointment", "Role"]


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def on(self, day: date) -> AppointmentQuerySet:
        return self.filter(during__contains=day)


_ADMINISTERING = f"'{Role.HEAD}', '{Role.ADMINISTRATOR}'"
"""To whom globa/registry/policy.py opens the administration; a test compares."""
_ONLY_ENDED = (
    "(TG_OP = 'UPDATE' AND NEW.user_id = OLD.user_id AND NEW.organisation_id = OLD.organisation_id AND NEW.role = OLD.role"
    " AND NEW.during <@ OLD.during)"
)


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
        triggers = [
            refuses_others(
                "appointed_by_who_administers",
                f"{_ONLY_ENDED} OR NEW.user_id IS DISTINCT FROM nullif(current_setting('globa.actor', true), '')::uuid"
                " AND globa_administers(NEW.organisation_id)"
                " AND (TG_OP = 'INSERT' OR globa_administers(OLD.organisation_id) AND NEW.user_id = OLD.user_id)",
                _("Only who administers an organisation gives a role there, and nobody to themselves. Ask another administrator."),
            ),
            refuses_others(
                "role_fits_the_kind_of_place",
                f"{_ONLY_ENDED} OR EXISTS (SELECT 1 FROM registry_organisation o WHERE o.id = NEW.organisation_id"  # noqa: S608 - constants
                " AND (NEW.role <> 'national_officer' OR o.kind = 'national_service')"
                " AND (NEW.role <> 'municipal_clerk' OR o.kind = 'municipality'))",
                _("A municipal clerk works at a municipality, and a national officer at the national service. Choose another role."),
            ),
            refuses_others(
                "somebody_administers",
                f"NOT (OLD.role IN ({_ADMINISTERING}) AND upper_inf(OLD.during))"  # noqa: S608 - constants
                f" OR NEW.role IN ({_ADMINISTERING}) AND upper_inf(NEW.during) AND NEW.organisation_id = OLD.organisation_id"
                " OR EXISTS (SELECT 1 FROM registry_appointment a JOIN registry_user u ON u.id = a.user_id AND u.is_active"
                f" WHERE a.organisation_id = OLD.organisation_id AND a.role IN ({_ADMINISTERING}) AND a.id <> OLD.id"
                " AND upper_inf(a.during))",
                _("Nobody would be left who administers this organisation. Appoint another administrator first."),
                on=pgtrigger.Update,
                alone="'administrators of ' || OLD.organisation_id::text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
