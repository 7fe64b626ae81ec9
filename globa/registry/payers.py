"""Who pays: the own budget, a project, a line of a plan. A service, a post and an entry point to one."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.protection import Protection
from globa.journal.same import unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class PayerKind(models.TextChoices):
    OWN_BUDGET = "own_budget", _("own budget")
    EU_PROJECT = "eu_project", _("EU project")
    OTHER_PROJECT = "other_project", _("other project")
    PLAN_LINE = "plan_line", _("line of the municipal plan")


@tracked
class Payer(models.Model):
    """An occasion has at most one payer, so that it is never paid for twice."""

    id = key()
    organisation = recorded_by()
    code = models.SlugField(_("code"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=PayerKind)
    during = DateRangeField(_("pays"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation code name kind during")

    class Meta:
        verbose_name = _("payer")
        constraints = [
            unique_with("organisation", name="payer_of_organisation"),
            ExclusionConstraint(
                name="payer_code_once_in_an_organisation",
                expressions=[("organisation", RangeOperators.EQUAL), ("code", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("There is already a payer with this code."),
            ),
            lasts_a_day("payer_pays_a_day"),
        ]

    def __str__(self) -> str:
        return self.name
