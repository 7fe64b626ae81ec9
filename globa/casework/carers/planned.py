"""What is agreed with a carer for a day to come: a visit, a review, a training."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.letters import Kind, send_letter
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

CORRECTABLE = ("kind", "on", "at", "where")


class AlreadyCancelled(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This meeting was taken out of the calendar already. Agree on a new one."))


class NothingChanged(Refusal):
    def __init__(self) -> None:
        super().__init__(message("Nothing was changed. Write the new day, hour or place, or go back."))


class MeetingKind(models.TextChoices):
    VISIT = "visit", _("visit at home")
    REVIEW = "review", _("review of the plan")
    TRAINING = "training", _("training")
    GROUP = "group", _("self-help group")
    OTHER = "other", _("meeting")


class PlannedMeetingQuerySet(OwnQuerySet):
    def since(self, day: date) -> PlannedMeetingQuerySet:
        """Those that do not take place too."""
        return self.filter(on__gte=day).order_by("on", "at", "pk")

    def coming(self, since: date) -> PlannedMeetingQuerySet:
        return self.since(since).filter(cancelled_because="")


@tracked
class PlannedMeeting(models.Model):
    """It is not counted: what took place is recorded as a service or an event on its day."""

    id = key()
    organisation = recorded_by()
    carer = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="planned_meetings", verbose_name=_("carer"))
    kind = models.CharField(_("kind"), max_length=20, choices=MeetingKind)
    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True, blank=True)
    where = models.CharField(_("where"), max_length=150, blank=True)
    cancelled_because = models.CharField(_("why it does not take place"), max_length=300, blank=True)

    objects = PlannedMeetingQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("carer")
    sensitivity = classes(S1="id organisation kind on at", S2="carer where cancelled_because")

    class Meta:
        verbose_name = _("planned meeting")
        constraints = [
            models.UniqueConstraint(
                fields=["carer", "kind", "on", "at"],
                condition=Q(cancelled_because=""),
                nulls_distinct=False,
                name="meeting_planned_once",
                violation_error_message=_("This is agreed already. Look at the list of what is agreed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


def plan(
    *, organisation: Organisation, carer: Person, kind: str, on: date, by: Actor | None, at: time | None = None, **details: Any
) -> PlannedMeeting:
    made = PlannedMeeting(organisation=organisation, carer=carer, kind=kind, on=on, at=at, **details)
    with operation("casework.plan_meeting", by=by, about=made):
        made.save(force_insert=True)
    return made


def correct(*, meeting: PlannedMeeting, reason: str, by: Actor | None, tell: Iterable[User] = (), **changes: Any) -> None:
    """Move it to another day, hour or place; what was agreed before stays in the history with who and why."""
    _still_agreed(meeting)
    changed = {name: value for name, value in changes.items() if name in CORRECTABLE and value != getattr(meeting, name)}
    if not changed:
        raise NothingChanged
    with operation("casework.correct_meeting", by=by, about=meeting, reason=reason):
        for name, value in changed.items():
            setattr(meeting, name, value)
        meeting.save(update_fields=list(changed))
        _tell(tell)


def cancel(*, meeting: PlannedMeeting, reason: str, by: Actor | None, tell: Iterable[User] = ()) -> None:
    _still_agreed(meeting)
    with operation("casework.cancel_meeting", by=by, about=meeting, reason=reason):
        meeting.cancelled_because = reason
        meeting.save(update_fields=["cancelled_because"])
        _tell(tell)


def _still_agreed(meeting: PlannedMeeting) -> None:
    if meeting.cancelled_because:
        raise AlreadyCancelled


def _tell(users: Iterable[User]) -> None:
    for user in users:
        send_letter(to=user, kind=Kind.REVIEW, page="/mine/")
