"""Schools, one list for the whole installation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.vocabulary.sensitivity import classes


class SchoolKind(models.TextChoices):
    GENERAL = "general", _("general education")
    SPECIAL = "special", _("special education")
    VOCATIONAL = "vocational", _("vocational")
    KINDERGARTEN = "kindergarten", _("kindergarten")
    SOCIALISATION_CENTRE = "socialisation_centre", _("socialisation centre")
    HIGHER = "higher", _("higher education")


class School(models.Model):
    """A place of learning; a closed one stays, for old records name it."""

    id = key()
    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30, choices=SchoolKind)
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )

    protection = Protection.SHARED
    sensitivity = classes(S0="id code name kind municipality")

    class Meta:
        verbose_name = _("school")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
