"""How often somebody outside knocks: counted, so that one sender cannot bury a centre in enquiries. Nobody is known by it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class Knock(models.Model):
    """
    One enquiry that was let in. `sender` is a keyed hash of the address and of the day, never the address itself.

    Written, counted and after a day deleted by the database function `globa_enquire` alone.
    """

    id = key()
    organisation = recorded_by()
    sender = models.CharField(_("sender, not to be recognised"), max_length=64)
    knocked_at = models.DateTimeField(_("when"), default=timezone.now)

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation sender knocked_at")

    class Meta:
        verbose_name = _("enquiry let in")
        indexes = [models.Index(fields=["organisation", "knocked_at"], name="knocks_of_organisation")]

    def __str__(self) -> str:
        return f"{self.knocked_at:%Y-%m-%d %H:%M}"
