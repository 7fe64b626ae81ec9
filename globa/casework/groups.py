"""Groups, meetings, trainings and outreach: named attendance and anonymous head-counts in one place."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from itertools import chain, count
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from globa.casework import named
from globa.casework.named import AsNamed, Renamed, StillNamed, names_anybody
from globa.casework.services import NOBODY_ELSE, RecipientRole
from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.numbers import next_numbers, number_field, shown
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

BEFORE_BIRTH = _("The day is before one of the people was born. Compare the day with the date of birth.")


class EventKind(models.TextChoices):
    SELF_HELP_GROUP = "self_help_group", _("self-help group")
    GIMK_BASIC = "gimk_basic", _("GIMK basic programme")
    GIMK_SPECIALISED = "gimk_specialised", _("GIMK specialised programme")
    GIMK_CLOSE_RELATIVES = "gimk_close_relatives", _("GIMK programme for close relatives")
    GIMK_CONTINUING = "gimk_continuing", _("GIMK continuing programme")
    STAFF_COUNCIL = "staff_council", _("sitting of the social workers' council")
    STAFF_MEETING = "staff_meeting", _("staff meeting")
    METHODICAL_GROUP = "methodical_group", _("methodical group session")
    STAFF_TRAINING = "staff_training", _("training of workers")
    SUPERVISION_SESSION = "supervision_session", _("supervision session")
    OUTREACH = "outreach", _("outreach")
    COMMUNITY_MEETING = "community_meeting", _("meeting with the community")
    OTHER = "other", _("other")


class Campaign(models.TextChoices):
    FOSTER_WEEK = "foster_week", _("foster week")
    GUARDIANS_DAY = "guardians_day", _("guardians' day")


@tracked
class Course(models.Model):
    """A group that meets several times: groups are counted apart from their meetings."""

    id = key()
    organisation = recorded_by()
    code = models.SlugField(_("code"), max_length=60)
    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=30, choices=EventKind)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation code name kind")

    class Meta:
        verbose_name = _("group or course")
        constraints = [
            unique_with("organisation", name="course_of_organisation"),
            unique_with("kind", name="course_of_kind"),
            models.UniqueConstraint(
                fields=["organisation", "code"],
                name="course_code_once",
                violation_error_message=_("There is already a group with this code."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EventQuerySet(OwnQuerySet):
    def in_force(self) -> EventQuerySet:
        return self.filter(withdrawn_on__isnull=True)

    def newest_first(self) -> EventQuerySet:
        return self.order_by("-happened_on", "-number")


@tracked
class Event(models.Model):
    """One meeting on one day, with those who came: by name, and counted."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = number_field()
    kind = models.CharField(_("kind"), max_length=30, choices=EventKind)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("group"))
    campaign = models.CharField(_("part of"), max_length=30, choices=Campaign, blank=True)
    title = models.CharField(_("title"), max_length=200)
    happened_on = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    place = models.CharField(_("where"), max_length=150, blank=True)
    unnamed_heads = models.PositiveIntegerField(_("people who came and are not named"), default=0)
    recorded_on = models.DateField(_("recorded on"), default=today, editable=False)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    named_again = named.named_again()

    objects = EventQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(
        S1="id organisation year number kind course campaign title happened_on minutes place unnamed_heads recorded_on withdrawn_on"
        " named_again"
    )

    class Meta:
        verbose_name = _("event")
        ordering = ["happened_on"]
        constraints = [
            unique_with("organisation", name="event_of_organisation"),
            Same("course", "organisation", name="event_of_own_course"),
            Same(
                "course",
                "kind",
                name="event_kind_is_the_courses",
                violation_error_message=_("The group meets for something else. Choose a group of this kind, or another kind of meeting."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "year", "number"],
                name="event_number_once",
                violation_error_message=_("This number is already given. Save again: the next one will be taken."),
            ),
            models.CheckConstraint(
                name="event_is_not_in_the_future",
                condition=Q(happened_on__lte=F("recorded_on")),
                violation_error_message=_("The day has not come yet. An event is recorded after it took place."),
            ),
            models.CheckConstraint(
                name="event_takes_time", condition=Q(minutes__gt=0), violation_error_message=_("Say how long it took, in minutes.")
            ),
            models.CheckConstraint(
                name="event_year_is_of_its_day",
                condition=Q(year=F("happened_on__year")),
                violation_error_message=_(
                    "A number belongs to the year of its day. Withdraw the record with a reason and make it anew on the right day."
                ),
            ),
        ]
        triggers = [
            refuses(
                "event_moved_before_birth",
                "EXISTS (SELECT 1 FROM casework_attendance a JOIN registry_person p ON p.id = a.person_id"
                " WHERE a.event_id = NEW.id AND a.taken_out_on IS NULL AND p.birth_date > NEW.happened_on)",
                BEFORE_BIRTH,
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def shown_number(self) -> str:
        return shown(self.organisation, self.year, self.number)


@tracked
class Attendance(models.Model):
    """A named person at an event."""

    id = key()
    organisation = recorded_by()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="attendances")
    role = models.CharField(_("as"), max_length=20, choices=RecipientRole)
    household = models.ForeignKey("registry.Household", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_out_on = named.taken_out_on()

    objects = StillNamed["Attendance"]()
    ever = models.Manager["Attendance"]()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(S1="id organisation event role taken_out_on", S2="person household")

    class Meta:
        verbose_name = _("attendance")
        constraints = [
            Same("event", "organisation", name="attendance_of_own_event"),
            Same("household", "organisation", name="attendance_of_own_household"),
            models.UniqueConstraint(
                fields=["event", "person"], name="attends_once", violation_error_message=_("This person is already in the list.")
            ),
        ]
        triggers = [
            refuses(
                "event_not_before_birth",
                "EXISTS (SELECT 1 FROM registry_person p JOIN casework_event e ON e.id = NEW.event_id"
                " WHERE p.id = NEW.person_id AND p.birth_date > e.happened_on)",
                BEFORE_BIRTH,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.person_id}"


class EventAlreadyWithdrawn(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This meeting was already withdrawn. If it took place after all, record it again."))


class NobodyCame(Refusal):
    at = "came"

    def __init__(self) -> None:
        super().__init__(message("Say who came: tick the people, or write how many came who are not named."))


def begin_course(*, organisation: Organisation, name: str, kind: str, by: Actor | None) -> Course:
    """Begin a group that will meet several times; its code is made of its name and, where that is taken, a number."""
    code = slugify(name)[:50] or kind
    like = set(Course.objects.filter(organisation=organisation, code__startswith=code).values_list("code", flat=True))
    free = next(one for one in chain([code], (f"{code}-{number}" for number in count(2))) if one not in like)
    course = Course(organisation=organisation, code=free, name=name, kind=kind)
    with operation("casework.begin_course", by=by, about=course):
        course.save(force_insert=True)
    return course


def hold(
    *,
    organisation: Organisation,
    kind: str,
    title: str,
    on: date,
    minutes: int,
    by: Actor | None,
    attended: Sequence[AsNamed] = (),
    unnamed_heads: int = 0,
    once: uuid.UUID | None = None,
    **details: Any,
) -> Event:
    """
    Record that an event took place, with those who came: (person, role, household or None) and a head-count.

    `once` is the key of the form: pressing Save twice records it once.
    """
    event = Event(
        organisation=organisation,
        kind=kind,
        title=title,
        happened_on=on,
        year=on.year,
        minutes=minutes,
        unnamed_heads=unnamed_heads,
        **details,
    )
    with operation("casework.hold_event", by=by, about=event, once=once):
        event.number = next_numbers(organisation, "event", on.year)[0]
        event.save(force_insert=True)
        Attendance.objects.bulk_create(
            Attendance(organisation=organisation, event=event, person=person, role=role, household=household)
            for person, role, household in attended
        )
    return event


CORRECTABLE = ("title", "happened_on", "minutes", "place", "unnamed_heads")


def correct(*, event: Event, by: Actor | None, reason: str, renamed: Renamed = NOBODY_ELSE, **changes: Any) -> Event:
    """Change what was recorded wrongly, also who came. The number stays; the old version is in the history with who and why."""
    if event.withdrawn_on:
        raise EventAlreadyWithdrawn
    if unknown := set(changes) - set(CORRECTABLE):
        raise ValueError(f"not correctable: {', '.join(sorted(unknown))}")
    with operation("casework.correct_event", by=by, about=event, reason=reason):
        named.correct(event, Attendance, "event", renamed, changes)
        recounted = renamed or "unnamed_heads" in changes
        if recounted and not event.unnamed_heads and not names_anybody(event, Attendance, "event"):
            raise NobodyCame
    return event


def withdraw(*, event: Event, by: Actor | None, reason: str) -> Event:
    """Say that a meeting was recorded by mistake; it is no longer counted, and stays with its reason."""
    if event.withdrawn_on:
        raise EventAlreadyWithdrawn
    with operation("casework.withdraw_event", by=by, about=event, reason=reason):
        event.withdrawn_on = today()
        event.save(update_fields=["withdrawn_on"])
    return event
