"""The twelve sources of a municipal plan. Each treasury code belongs to one of them, and each knows its column of the yearly table."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.vocabulary.sensitivity import classes

OTHER_SOURCES = "KITI"
"""Money of a treasury code that belongs to no source of a plan stands among the other sources."""


class PlanSource(models.Model):
    """
    Who pays, as a plan says it. Two levels: below it stand the treasury's codes (`FundingSource.plan_source`).

    `column` is the column of the table of used funds by year in which it is printed; a loan has none. In-kind support is no money.
    """

    id = key()
    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=150)
    name_en = models.CharField(_("in English"), max_length=150)
    short_name = models.CharField(_("short name"), max_length=30)
    short_name_en = models.CharField(_("short name in English"), max_length=30)
    position = models.PositiveSmallIntegerField(_("place in the order"))
    column = models.PositiveSmallIntegerField(_("column of the yearly table"), null=True, blank=True)
    is_money = models.BooleanField(_("is money"), default=True)

    protection = Protection.SHARED
    sensitivity = classes(S0="id code name name_en short_name short_name_en position column is_money")

    class Meta:
        verbose_name = _("source of a plan")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name

    @property
    def shown_short_name(self) -> str:
        return self.short_name_en if (get_language() or "").startswith("en") else self.short_name
