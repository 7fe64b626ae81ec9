"""Whatever lasts, lasts a day at least: half-open ranges of days that are not empty."""

from __future__ import annotations

from datetime import date
from typing import Any

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


def make_room(rows: models.QuerySet[Any], since: date) -> tuple[date, date | None]:
    """
    Let the row that is in force on a day end there, and return the days of the one that takes its place.

    It lasts until the next one begins, if one is recorded already. A row that begins on this very day would be left
    without a day, which the database refuses.
    """
    if (now := rows.select_for_update().filter(during__contains=since).first()) is not None:
        now.during = (now.during.lower, since)
        now.save(update_fields=["during"])
    later = rows.filter(during__startswith__gt=since).order_by("during").first()
    return since, later.during.lower if later else None
