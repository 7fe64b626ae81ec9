"""A file opened in an emergency: with a reason, for four hours, told to the head and looked at afterwards."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes

LASTS = timedelta(hours=4)
SHORTEST_REASON = 20
models.TextField.register_lookup(Length)


class OpeningQuerySet(OwnQuerySet):
    def in_force(self) -> OpeningQuerySet:
        return self.filter(until__gt=timezone.now(), closed_at=None)

    def unreviewed(self) -> OpeningQuerySet:
        return self.filter(reviewed_at=None)


@tracked
class Opening(models.Model):
    """It opens what the role could read of an involved person, and to a head a psychologist's notes."""

    id = key()
    organisation = recorded_by()
    user = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="openings", verbose_name=_("by whom"))
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="openings", verbose_name=_("person"))
    reason = models.TextField(_("why"))
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    until = models.DateTimeField(_("until"))
    closed_at = models.DateTimeField(_("closed early"), null=True)
    reviewed_by = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="+", null=True, verbose_name=_("looked at by"))
    reviewed_at = models.DateTimeField(_("looked at"), null=True)
    is_justified = models.BooleanField(_("was justified"), null=True)
    review = models.TextField(_("what was found"), blank=True)

    objects = OpeningQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(
        S1="id organisation user opened_at until closed_at reviewed_by reviewed_at is_justified", S2="person", S3="reason review"
    )

    class Meta:
        verbose_name = _("opening in an emergency")
        constraints = [
            models.CheckConstraint(
                name="opening_says_why",
                condition=Q(reason__length__gte=SHORTEST_REASON),
                violation_error_message=_("Say in at least 20 letters what happened: whoever looks at it afterwards must understand."),
            ),
            models.CheckConstraint(
                name="opening_lasts_four_hours_at_most",
                condition=Q(until__gt=F("opened_at"), until__lte=F("opened_at") + LASTS),
                violation_error_message=_("A file is opened in an emergency for four hours at most."),
            ),
            models.CheckConstraint(
                name="opening_is_reviewed_by_another",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("user")),
                violation_error_message=_("Nobody looks at their own opening. Ask the head or the data-protection officer."),
            ),
            models.CheckConstraint(
                name="review_is_whole",
                condition=Q(reviewed_by=None, reviewed_at=None, is_justified=None)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False, is_justified__isnull=False),
                violation_error_message=_("A review says who looked, when, and whether it was justified."),
            ),
        ]
        triggers = [
            refuses(
                "emergency_is_within_the_organisation",
                "NOT EXISTS (SELECT 1 FROM registry_involvement i"
                " WHERE i.person_id = NEW.person_id AND i.organisation_id = NEW.organisation_id)",
                _("The organisation keeps no file on this person, so there is nothing that it could open."),
            ),
            refuses(
                "no_emergency_opens_a_conflict",
                "globa_has_conflict(NEW.user_id, NEW.person_id)",
                _("There is a conflict of interest, which an emergency does not lift. Ask a colleague or the head."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.opened_at:%Y-%m-%d %H:%M}"


def open_file(*, person: Person, organisation: Organisation, user: User, reason: str) -> Opening:
    """Open a file for four hours; the organisation must keep one."""
    now = timezone.now()
    made = Opening(organisation=organisation, user=user, person=person, reason=reason.strip(), opened_at=now, until=now + LASTS)
    with operation("registry.open_in_emergency", by=user, about=made, reason=reason.strip()):
        made.save(force_insert=True)
    return made


def close_early(*, opening: Opening, by: Actor | None) -> None:
    with operation("registry.close_emergency", by=by, about=opening):
        opening.closed_at = timezone.now()
        opening.save(update_fields=["closed_at"])


def look_at(*, opening: Opening, by: User, is_justified: bool, review: str) -> None:
    with operation("registry.review_emergency", by=by, about=opening, reason=review):
        opening.reviewed_by, opening.reviewed_at, opening.is_justified, opening.review = by, timezone.now(), is_justified, review
        opening.save(update_fields=["reviewed_by", "reviewed_at", "is_justified", "review"])
