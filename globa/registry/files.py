"""Bytes with their hash, type and class: acts, conclusions, plans and imports all need them."""

from __future__ import annotations

import hashlib

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import Sensitivity, classes


class File(models.Model):
    """A file never changes: another content is another file."""

    id = key()
    organisation = recorded_by()
    name = models.CharField(_("name"), max_length=200)
    media_type = models.CharField(_("type"), max_length=100)
    sensitivity_class = models.CharField(_("sensitivity"), max_length=4, choices=[(level.name, level.value) for level in Sensitivity])
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("size, bytes"))
    content = models.BinaryField(_("content"))
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation name media_type sensitivity_class sha256 size added_at", S3="content")

    class Meta:
        verbose_name = _("file")
        constraints = [
            unique_with("organisation", name="file_of_organisation"),
            models.CheckConstraint(
                name="file_hash_is_a_hash",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("The fingerprint of the file is damaged, so the file was not kept. Add it again."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


def keep(*, organisation: Organisation, name: str, media_type: str, content: bytes, sensitivity: Sensitivity, by: Actor | None) -> File:
    file = File(
        organisation=organisation,
        name=name,
        media_type=media_type,
        content=content,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        sensitivity_class=sensitivity.name,
    )
    with operation("registry.keep_file", by=by, about=file):
        file.save(force_insert=True)
    return file
