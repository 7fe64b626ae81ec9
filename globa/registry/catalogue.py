"""The catalogue of services: kinds of service, of which a service given is one."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses_others
from globa.vocabulary.sensitivity import classes


class ServiceGroup(models.TextChoices):
    FOSTER_CENTRE = "foster_centre", _("help to carers and the children with them")
    GENERAL = "general", _("general social services")
    SOCIAL_SUPERVISION = "social_supervision", _("social supervision services")
    SOCIAL_CARE = "social_care", _("social care")
    PREVENTIVE = "preventive", _("preventive services")


@tracked
class CatalogueService(models.Model):
    """A kind of service. `spis_code` is the number the national system knows it by."""

    id = key()
    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("service"), max_length=200)
    name_en = models.CharField(_("in English"), max_length=200)
    group = models.CharField(_("group"), max_length=30, choices=ServiceGroup)
    spis_code = models.CharField(_("SPIS code"), max_length=10, blank=True)
    usual_roles = models.CharField(_("roles that usually give it"), max_length=200, blank=True)
    during = DateRangeField(_("in the catalogue"), null=True, blank=True)

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id code name name_en group spis_code usual_roles during")

    class Meta:
        verbose_name = _("kind of service")
        ordering = ["name"]
        triggers = [
            refuses_others(
                "catalogue_is_kept_for_everybody",
                "globa_keeps_lists()",
                _("This list holds for everybody, so only who administers the national service or this installation changes it."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name
