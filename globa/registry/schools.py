"""Schools, one list for the whole installation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses_others
from globa.vocabulary.sensitivity import classes


class SchoolKind(models.TextChoices):
    GENERAL = "general", _("general education")
    SPECIAL = "special", _("special education")
    VOCATIONAL = "vocational", _("vocational")
    KINDERGARTEN = "kindergarten", _("kindergarten")
    SOCIALISATION_CENTRE = "socialisation_centre", _("socialisation centre")
    HIGHER = "higher", _("higher education")


@tracked
class School(models.Model):
    """A place of learning; a closed one stays, for old records name it."""

    id = key()
    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30, choices=SchoolKind)
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id code name kind municipality")

    class Meta:
        verbose_name = _("school")
        ordering = ["name"]
        triggers = [
            refuses_others(
                "schools_are_kept_for_everybody",
                "globa_keeps_lists()",
                _("This list holds for everybody, so only who administers the national service or this installation changes it."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
