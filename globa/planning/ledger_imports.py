"""A file of the accounting program that was taken into the ledger: known again when it comes twice, taken back whole."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.planning.ledger import AlreadyWithdrawn, Entry
from globa.registry.access import OwnQuerySet
from globa.registry.files import keep
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.sensitivity import Sensitivity, classes

ANY_KIND = "application/octet-stream"


def fingerprint(content: bytes) -> str:
    """By which the same file is known again, whatever it is called."""
    return hashlib.sha256(content).hexdigest()


@tracked
class LedgerImport(models.Model):
    """`fingerprint` is of the file's bytes, whatever it is called; the entries say in which of its cells each was read."""

    id = key()
    organisation = recorded_by()
    name = models.CharField(_("file"), max_length=200)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("the original"))
    taken_on = models.DateField(_("taken in on"), default=today, editable=False)
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True, editable=False)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation name fingerprint file taken_on withdrawn_on")

    class Meta:
        verbose_name = _("file taken into the ledger")
        ordering = ["-taken_on", "-id"]
        constraints = [
            unique_with("organisation", name="ledger_import_of_organisation"),
            Same("file", "organisation", name="ledger_import_of_own_file"),
            models.UniqueConstraint(
                fields=["organisation", "fingerprint"],
                name="file_taken_in_once",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("This file was taken in already, so nothing of it was booked twice. Take it back first."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


def take_in(
    *, organisation: Organisation, name: str, content: bytes, entries: Sequence[Entry], by: Actor | None, once: uuid.UUID | None = None
) -> LedgerImport:
    """Book what was read of a file as one operation: all of it or nothing. The original stays with it."""
    made = LedgerImport(organisation=organisation, name=name[:200], fingerprint=fingerprint(content))
    for entry in entries:
        entry.organisation, entry.taken_from = organisation, made
    with operation("planning.take_in", by=by, about=made, imported_from=made.pk, once=once):
        made.file = keep(
            organisation=organisation, name=made.name, media_type=ANY_KIND, content=content, sensitivity=Sensitivity.S1, by=by,
        )  # fmt: skip
        made.save(force_insert=True)
        Entry.objects.bulk_create(entries)
    return made


def take_back(*, taken: LedgerImport, by: Actor | None, reason: str) -> int:
    """Withdraw every entry of the file that is not withdrawn yet; return how many. A closed month among them refuses it all."""
    if taken.withdrawn_on:
        raise AlreadyWithdrawn
    with operation("planning.take_back", by=by, about=taken, reason=reason):
        taken.withdrawn_on = today()
        taken.save(update_fields=["withdrawn_on"])
        return Entry.objects.filter(taken_from=taken, withdrawn_on__isnull=True).update(withdrawn_on=today())
