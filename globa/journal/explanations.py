"""An unusual look that somebody asked about and that has its reason: said by another than the one who looked."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.vocabulary.sensitivity import classes

models.TextField.register_lookup(Length)


class Explanation(models.Model):
    """Of what was noticed on one day about one looker, and of one person where it was one. Only added."""

    id = key()
    organisation_id = models.UUIDField(_("at which organisation"))
    noticed = models.CharField(_("why it was noticed"), max_length=20)
    looker_id = models.UUIDField(_("who looked"))
    person_id = models.UUIDField(_("at whom"), null=True)
    day = models.DateField(_("on which day"))
    reason = models.TextField(_("explanation"))
    actor_id = models.UUIDField(_("explained by"))
    explained_at = models.DateTimeField(_("explained"), default=timezone.now)

    protection = Protection.READING
    sensitivity = classes(S1="id organisation_id noticed looker_id day reason actor_id explained_at", S2="person_id")

    class Meta:
        verbose_name = _("explanation of a look")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "noticed", "looker_id", "person_id", "day"],
                name="look_is_explained_once",
                nulls_distinct=False,
                violation_error_message=_("This look is explained already."),
            ),
            models.CheckConstraint(
                name="nobody_explains_their_own_look",
                condition=~Q(looker_id=F("actor_id")),
                violation_error_message=_("Nobody explains their own look. Ask the head or the data-protection officer."),
            ),
            models.CheckConstraint(
                name="look_is_explained_in_words",
                condition=Q(reason__length__gte=5),
                violation_error_message=_("Say in a few words what explains the look."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noticed} {self.day}"


def explain(
    *, organisation_id: uuid.UUID, noticed: str, looker_id: uuid.UUID, person_id: uuid.UUID | None, day: date, reason: str, by: Actor
) -> Explanation:
    made = Explanation(
        organisation_id=organisation_id, noticed=noticed, looker_id=looker_id, person_id=person_id, day=day,
        reason=reason.strip(), actor_id=by.pk,
    )  # fmt: skip
    with operation("journal.explain_look", by=by, about=made, reason=made.reason):
        made.save(force_insert=True)
    return made
