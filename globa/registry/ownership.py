"""Every case row carries the organisation that recorded it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


def recorded_by() -> models.ForeignKey:
    return models.ForeignKey("registry.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by"))
