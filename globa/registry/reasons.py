"""Lists of reasons: why a post changed, why a bed was added, why a record was corrected."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses_others
from globa.vocabulary.sensitivity import classes


class ReasonList(models.TextChoices):
    POST_CHANGE = "post_change", _("change of a post")
    EXTRA_BED = "extra_bed", _("bed above the counted ones")
    CORRECTION = "correction", _("correction of a record")
    DECLINED = "declined", _("a carer declined")


@tracked
class Reason(models.Model):
    """A reason that may be chosen; one that is no longer used stays, for old records name it."""

    id = key()
    list = models.CharField(_("list"), max_length=20, choices=ReasonList)
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("reason"), max_length=120)
    name_en = models.CharField(_("in English"), max_length=120)
    is_used = models.BooleanField(_("may be chosen"), default=True)

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id list code name name_en is_used")

    class Meta:
        verbose_name = _("reason")
        constraints = [
            models.UniqueConstraint(
                fields=["list", "code"],
                name="reason_once_in_its_list",
                violation_error_message=_("There is already a reason with this code in the list."),
            )
        ]
        triggers = [
            refuses_others(
                "reasons_are_kept_for_everybody",
                "globa_keeps_lists()",
                _("This list holds for everybody, so only who administers the national service or this installation changes it."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name
