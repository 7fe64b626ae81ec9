"""From which day an organisation records something: before it a figure is "not recorded", never 0."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
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


def record_since(*, organisation: Organisation, table: str, since: date, by: Actor | None) -> Recording:
    """Say or change from which day it is recorded; figures of earlier days are "not recorded"."""
    found = Recording.objects.filter(organisation=organisation, table=table).first()
    said = found or Recording(organisation=organisation, table=table)
    said.since = since
    with operation("registry.record_since", by=by, about=said, reason=since.isoformat()):
        said.save(force_insert=found is None)
    return said


def record_all_since(*, organisation: Organisation, tables: Sequence[str], since: date, by: Actor | None) -> None:
    """The same day for several, as one act: an institution that begins says it once."""
    first = Recording(organisation=organisation, table=tables[0], since=since)
    with operation("registry.record_since", by=by, about=first, reason=since.isoformat()):
        first.save(force_insert=True)
        for table in tables[1:]:
            record_since(organisation=organisation, table=table, since=since, by=by)
