"""An organisation's file on a person: from when to when, and for what."""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class Purpose(models.TextChoices):
    CARE = "care", _("care of a child")
    GUARDIANSHIP = "guardianship", _("guardian or carer")
    FAMILY = "family", _("family of a child")
    WORK = "work", _("works here")
    TRAINING = "training", _("prepares to become a carer")
    HELP = "help", _("was given a service")


class LegalBasis(models.TextChoices):
    """Of processing (GDPR article 6), with what the special categories rest on (article 9)."""

    PUBLIC_TASK = "public_task", _("task in the public interest (6.1 e, 9.2 b)")
    LEGAL_DUTY = "legal_duty", _("duty by law (6.1 c)")
    VITAL = "vital", _("vital interests (6.1 d, 9.2 c)")
    CONTRACT = "contract", _("contract (6.1 b)")
    CONSENT = "consent", _("consent (6.1 a, 9.2 a)")


class InvolvementQuerySet(OwnQuerySet):
    def on(self, day: date) -> InvolvementQuerySet:
        return self.filter(during__contains=day)


# Whoever closes the last file need not be shown the assignments that end with it, hence past the wall of the readers.
END_ASSIGNMENTS = """
    PERFORM set_config('globa.counting', 'on', true);
    UPDATE registry_assignment a SET during = daterange(lower(a.during), greatest(lower(a.during), file.until))
    FROM (
        SELECT max(coalesce(upper(i.during), 'infinity')) AS until FROM registry_involvement i
        WHERE i.person_id = NEW.person_id AND i.organisation_id = NEW.organisation_id
    ) file
    WHERE a.person_id = NEW.person_id AND a.organisation_id = NEW.organisation_id
      AND NOT isempty(a.during) AND coalesce(upper(a.during), 'infinity') > file.until;
    PERFORM set_config('globa.counting', coalesce(counted, ''), true);
    RETURN NULL;
"""


@tracked
class Involvement(models.Model):
    """Without one an organisation does not see the person at all."""

    id = key()
    # The check waits for the end of the transaction: the file is opened before the person is written.
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="involvements", verbose_name=_("person"))
    organisation = recorded_by()
    purpose = models.CharField(_("for"), max_length=20, choices=Purpose)
    basis = models.CharField(_("legal basis"), max_length=20, choices=LegalBasis, default=LegalBasis.PUBLIC_TASK)
    during = DateRangeField(_("file open"))

    objects = InvolvementQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(S2="id person organisation purpose basis during")

    class Meta:
        verbose_name = _("file on a person")
        constraints = [
            ExclusionConstraint(
                name="one_file_a_purpose_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("purpose", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("The organisation already has a file on this person for this purpose."),
            ),
            lasts_a_day("file_is_open_a_day"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="assignments_end_with_the_file",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("during"),
                declare=[("counted", "text := current_setting('globa.counting', true)")],
                func=END_ASSIGNMENTS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.get_purpose_display()}"


def close_file(*, involvement: Involvement, on: date, by: Actor | None, reason: str) -> None:
    """From `on` the file is in the archive: the head opens it, nobody else; with the last file end the assignments."""
    with operation("registry.close_file", by=by, about=involvement, reason=reason):
        involvement.during = (involvement.during.lower, on)
        involvement.save(update_fields=["during"])
