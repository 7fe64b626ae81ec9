"""From which day an organisation records something: before it a figure is "not recorded", never 0."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


@tracked
class Recording(models.Model):
    """`table` is the name of a fact table."""

    id = key()
    organisation = recorded_by()
    table = models.CharField(_("what is recorded"), max_length=40)
    since = models.DateField(_("recorded since"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation table since")

    class Meta:
        verbose_name = _("start of recording")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "table"],
                name="recording_starts_once",
                violation_error_message=_("It is already said from which day this is recorded. Change that day instead."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.table}: {self.since}"
