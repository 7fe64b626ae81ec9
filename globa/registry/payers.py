"""Who pays: the own budget, a project, a line of a plan. A service, a post and an entry point to one."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.protection import Protection
from globa.journal.same import unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
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
    name_en = models.CharField(_("in English"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=PayerKind)
    during = DateRangeField(_("pays"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation code name name_en kind during")

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
        is_english = (get_language() or "").startswith("en")
        return (self.name_en or self.name) if is_english else self.name


def named_payers(codes: Iterable[str], user: User) -> dict[str, str]:
    """By code what the payers are called in the reader's language: the institutions of one project name theirs alike. One query."""
    rows = Payer.objects.visible_to(user).filter(code__in=set(codes)).order_by("during")
    return {one.code: str(one) for one in rows}
