"""Flat rates: costs that are not shown one by one but claimed as a percent of others, by a rule with its days and its act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.protection import Protection
from globa.vocabulary.sensitivity import classes

CENT = Decimal("0.01")
ITEMS = RegexValidator(r"^(?:\d[\d.]*(?: \d[\d.]*)*)?$", _("Write the beginnings of item codes with spaces between them."))


class RateRuleQuerySet(models.QuerySet["RateRule"]):
    def on(self, day: date) -> RateRuleQuerySet:
        return self.filter(during__contains=day)


class RateRule(models.Model):
    """
    `base_items` are beginnings of the codes of those items that the percent is of; empty are all direct costs.

    `is_verified` says whether anybody has seen the percent in the act.
    """

    id = key()
    code = models.SlugField(_("code"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("in English"), max_length=200)
    base_items = models.CharField(_("of which items"), max_length=200, blank=True, validators=[ITEMS])
    percent = models.DecimalField(_("percent"), max_digits=6, decimal_places=3)
    during = DateRangeField(_("in force"))
    act = models.CharField(_("act"), max_length=250)
    is_verified = models.BooleanField(_("seen in the act"), default=False)

    objects = RateRuleQuerySet.as_manager()

    protection = Protection.SHARED
    sensitivity = classes(S0="id code name name_en base_items percent during act is_verified")

    class Meta:
        verbose_name = _("flat rate")
        ordering = ["code", "during"]
        constraints = [
            ExclusionConstraint(
                name="one_flat_rate_at_a_time",
                expressions=[("code", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another percent of this rule is in force on some of these days."),
            ),
            lasts_a_day("flat_rate_lasts_a_day"),
            models.CheckConstraint(
                name="flat_rate_is_a_percent",
                condition=Q(percent__gt=0, percent__lte=100),
                violation_error_message=_("Write a percent above 0 and up to 100."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name

    def of(self, base: Decimal) -> Decimal:
        """
        Return what may be claimed, in whole cents, a half cent up.

        Check: 30 % of 376 270,27 are 112 881,08.
        """
        return (base * self.percent / 100).quantize(CENT, ROUND_HALF_UP)

    def is_of(self, item: str) -> bool:
        """Whether costs of an item belong to the base."""
        return not self.base_items or item.startswith(tuple(self.base_items.split()))


@dataclass(frozen=True)
class Claimed:
    """What was booked by a flat rate for one payer, or one source where no payer is named, beside what the rule gives."""

    rule: RateRule
    of: Any
    basis: str
    base: Decimal
    booked: Decimal

    @property
    def due(self) -> Decimal:
        return self.rule.of(self.base)

    @property
    def difference(self) -> Decimal:
        return self.booked - self.due

    @property
    def agrees(self) -> bool:
        return abs(self.difference) < CENT


def claimed(entries: models.QuerySet[Any]) -> list[Claimed]:
    """Every flat rate among the entries, of a year as a rule; cash and accrual are compared apart. Two queries."""
    by_rate = list(entries.filter(flat_rate__isnull=False).select_related("flat_rate", "payer", "source"))
    if not by_rate:
        return []
    direct = list(_direct(entries))
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for entry in by_rate:
        groups.setdefault((entry.flat_rate_id, entry.payer_id, None if entry.payer_id else entry.source_id, entry.basis), []).append(entry)
    return [_claimed(booked, direct) for booked in groups.values()]


def _direct(entries: models.QuerySet[Any]) -> Iterable[Any]:
    rows = entries.filter(flat_rate__isnull=True).order_by()
    return rows.values("payer_id", "source_id", "basis", "item__code").annotate(sum=Sum("amount"))


def _claimed(booked: list[Any], direct: Iterable[dict[str, Any]]) -> Claimed:
    first = booked[0]
    base = sum((row["sum"] for row in _base(first, direct)), Decimal(0))
    return Claimed(first.flat_rate, first.payer or first.source, first.basis, base, sum((one.amount for one in booked), Decimal(0)))


def _base(entry: Any, direct: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in direct:
        is_same = row["payer_id"] == entry.payer_id if entry.payer_id else row["source_id"] == entry.source_id
        if is_same and row["basis"] == entry.basis and entry.flat_rate.is_of(row["item__code"] or ""):
            yield row
