"""Whatever lasts, lasts a day at least: half-open ranges of days that are not empty."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def lasts_a_day(name: str, *, begins: bool = False) -> models.CheckConstraint:
    """Refuse a `during` without a day in it, and with `begins` one without a first day."""
    condition = Q(during__isempty=False, during__lower_inf=False) if begins else Q(during__isempty=False)
    return models.CheckConstraint(
        name=name,
        condition=condition,
        violation_error_message=_("It would end on the day it begins, or before. Compare the two days."),
    )
