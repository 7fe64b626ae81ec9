"""Where a child lives: one place at a time, one bed a child, and what began and ended it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from globa.care.dwellings import WITH_BEDS, Bed, Dwelling, DwellingKind, Room
from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class Origin(models.TextChoices):
    """From where a child came to a place."""

    PARENTS = "parents", _("from parents")
    TEMPORARY_GUARDIANS = "temporary_guardians", _("from temporary guardians")
    PERMANENT_GUARDIANS = "permanent_guardians", _("from permanent guardians")
    OTHER_INSTITUTION = "other_institution", _("from another institution")
    ON_DUTY_CARER = "on_duty_carer", _("from an on-duty carer")
    COMMUNITY_HOME = "community_home", _("from a community home")
    FAMILY_HOME = "family_home", _("from a family home")
    UNACCOMPANIED = "unaccompanied", _("found, or without anybody")
    SAME_INSTITUTION = "same_institution", _("moved inside the institution")
    OTHER = "other", _("other")


class Destination(models.TextChoices):
    """To where, or on what event, a child left a place."""

    PARENTS = "parents", _("returned to parents")
    CAME_OF_AGE = "came_of_age", _("came of age")
    OTHER_INSTITUTION = "other_institution", _("to another institution")
    PERMANENT_GUARDIANSHIP_ABROAD = "permanent_guardianship_abroad", _("permanent guardianship abroad")
    PERMANENT_GUARDIANSHIP_DOMESTIC = "permanent_guardianship_domestic", _("permanent guardianship in Lithuania")
    TEMPORARY_GUARDIANS = "temporary_guardians", _("to temporary guardians")
    ADOPTED = "adopted", _("adopted")
    ON_DUTY_CARER = "on_duty_carer", _("to an on-duty carer")
    COMMUNITY_HOME = "community_home", _("to a community home")
    FAMILY_HOME = "family_home", _("to a family home")
    EMANCIPATED = "emancipated", _("emancipated")
    MARRIED = "married", _("married")
    DIED = "died", _("died")
    RAN_AWAY = "ran_away", _("ran away, stay closed")
    SAME_INSTITUTION = "same_institution", _("moved inside the institution")
    OTHER = "other", _("other")


class StayQuerySet(OwnQuerySet):
    def on(self, day: date) -> StayQuerySet:
        return self.filter(during__contains=day)

    def in_homes(self) -> StayQuerySet:
        return self.filter(setting=DwellingKind.COMMUNITY_HOME)


@tracked
class Stay(models.Model):
    """One unbroken time a child lives in one place. The day of leaving is no longer a day of the stay."""

    id = key()
    organisation = recorded_by()
    child = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="stays", verbose_name=_("child"))
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="stays", verbose_name=_("place"))
    setting = models.CharField(_("kind of place"), max_length=20, choices=DwellingKind)
    bed = models.ForeignKey(Bed, on_delete=models.PROTECT, null=True, blank=True, related_name="stays", verbose_name=_("bed"))
    carer = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="children_in_care", verbose_name=_("carer")
    )
    during = DateRangeField(_("lived here"))
    origin = models.CharField(_("came from"), max_length=40, choices=Origin)
    destination = models.CharField(_("left for"), max_length=40, choices=Destination, blank=True)
    municipality_of_origin = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality of origin")
    )

    objects = StayQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("child")
    sensitivity = classes(S1="id organisation", S2="child dwelling setting bed carer during origin destination municipality_of_origin")

    class Meta:
        verbose_name = _("stay")
        ordering = ["during"]
        constraints = [
            unique_with("organisation", name="stay_of_organisation"),
            unique_with("child", name="stay_of_child"),
            Same("dwelling", "organisation", name="stay_in_own_dwelling"),
            Same(
                "dwelling",
                "setting",
                theirs="kind",
                name="stay_setting_is_the_dwellings",
                violation_error_message=_("The kind of place is not that of the home. Choose the home again: its kind goes with it."),
            ),
            Same(
                "bed",
                "dwelling",
                name="stay_in_bed_of_dwelling",
                violation_error_message=_("The bed stands in another home. Choose a bed of this home."),
            ),
            ExclusionConstraint(
                name="child_lives_in_one_place_at_a_time",
                expressions=[("child", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_(
                    "The child already lives somewhere else on some of these days. Two places at once would count the "
                    "child twice: end the other stay first, or choose other days."
                ),
            ),
            ExclusionConstraint(
                name="bed_has_one_child_at_a_time",
                expressions=[("bed", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_(
                    "The bed is taken on some of these days. Choose a free bed; in an emergency add one and say why."
                ),
            ),
            models.CheckConstraint(
                name="who_has_left_went_somewhere",
                condition=Q(during__upper_inf=True) | ~Q(destination=""),
                violation_error_message=_("Say where the child went."),
            ),
            models.CheckConstraint(
                name="who_lives_here_has_not_left",
                condition=Q(during__upper_inf=False) | Q(destination=""),
                violation_error_message=_("The stay has no end yet, so it cannot say where the child went. Give the day of leaving."),
            ),
            models.CheckConstraint(
                name="stay_lasts_a_day",
                condition=Q(during__isempty=False, during__lower_inf=False),
                violation_error_message=_("The stay ends before it begins. Compare the two days."),
            ),
            models.CheckConstraint(
                name="where_places_are_counted_a_bed_is_named",
                condition=~Q(setting__in=WITH_BEDS) | Q(bed__isnull=False),
                violation_error_message=_("Say in which bed the child sleeps: places are counted here, and no two children share one."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "setting"], name="stay_by_setting")]
        triggers = [
            refuses(
                "stay_while_the_bed_stands",
                "NEW.bed_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM care_bed b WHERE b.id = NEW.bed_id AND b.during @> NEW.during)",
                _("The bed does not stand there on all of these days. Choose another bed, or other days."),
            ),
            refuses(
                "stay_while_the_dwelling_is_used",
                "NOT EXISTS (SELECT 1 FROM care_dwelling d WHERE d.id = NEW.dwelling_id AND d.during @> NEW.during)",
                _("The home does not work on all of these days. Choose another home, or other days."),
            ),
            refuses(
                "stay_covers_its_away_times",
                "EXISTS (SELECT 1 FROM care_awaytime a WHERE a.stay_id = NEW.id AND NOT NEW.during @> a.during)",
                _("The child was away on days that would no longer be part of the stay. Record first when the child came back."),
            ),
            refuses(
                "stay_not_before_birth",
                "EXISTS (SELECT 1 FROM registry_person p WHERE p.id = NEW.child_id AND p.birth_date > lower(NEW.during))",
                _("The stay begins before the child was born. Compare the day with the date of birth."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id}: {self.during}"

    @property
    def began_on(self) -> date:
        return self.during.lower

    @property
    def ended_on(self) -> date | None:
        """The first day away, None while the child lives here."""
        return self.during.upper

    def days_in(self, period: Period) -> int:
        begins = max(self.began_on, period.begins)
        ends = min(self.ended_on or period.ends, period.ends)
        return max((ends - begins).days, 0)


class AlreadyLeft(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This stay has already ended. To change the day or the reason, correct the stay and say why."))


class CountedBed(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message("This bed is one of the counted places, so it is not taken away like an extra one. Change the places of the home.")
        )


def admit(
    *,
    child: Person,
    bed: Bed | None = None,
    dwelling: Dwelling | None = None,
    on: date,
    origin: str,
    by: Actor | None,
    carer: Person | None = None,
    municipality_of_origin: Organisation | None = None,
    once: uuid.UUID | None = None,
) -> Stay:
    """Record that a child began to live somewhere: in a bed where places are counted, else in a dwelling."""
    place = bed.dwelling if bed else dwelling
    if place is None:
        raise ValueError("a stay needs a bed or a dwelling")
    stay = Stay(
        organisation_id=place.organisation_id,
        child=child,
        dwelling=place,
        setting=place.kind,
        bed=bed,
        carer=carer,
        during=(on, None),
        origin=origin,
        municipality_of_origin=municipality_of_origin,
    )
    with operation("care.admit", by=by, about=stay, once=once):
        stay.save(force_insert=True)
    stay.refresh_from_db(fields=["during"])
    return stay


def discharge(*, stay: Stay, on: date, destination: str, by: Actor | None) -> Stay:
    """Record that a child left; `on` is the first day away."""
    if stay.during.upper is not None:
        raise AlreadyLeft
    with operation("care.discharge", by=by, about=stay):
        stay.during = DateRange(stay.during.lower, on)
        stay.destination = destination
        stay.save(update_fields=["during", "destination"])
    return stay


def move(*, stay: Stay, to: Bed, on: date, by: Actor | None, carer: Person | None = None) -> Stay:
    """Move a child inside the institution: the old stay ends and the new one begins on the same day.

    Between two places of one kind no flow is counted; from a home to a carer of the centre, or back, one is.
    """
    same_kind = stay.setting == to.dwelling.kind
    moved = Stay(
        organisation_id=stay.organisation_id,
        child_id=stay.child_id,
        dwelling=to.dwelling,
        setting=to.dwelling.kind,
        bed=to,
        carer=carer,
        during=(on, None),
        origin=Origin.SAME_INSTITUTION if same_kind else _flow(Origin, stay.setting),
        municipality_of_origin_id=stay.municipality_of_origin_id,
    )
    with operation("care.move", by=by, about=moved):
        discharge(stay=stay, on=on, destination=Destination.SAME_INSTITUTION if same_kind else _flow(Destination, moved.setting), by=by)
        moved.save(force_insert=True)
    moved.refresh_from_db(fields=["during"])
    return moved


def record_many(*, stays: Sequence[Stay], by: Actor | None, imported_from: uuid.UUID | None = None) -> list[Stay]:
    """Record stays as a register has them, begun and ended, as one operation: all of them or none."""
    with operation("care.record_stays", by=by, about=stays[0], imported_from=imported_from):
        return Stay.objects.bulk_create(stays)


def _flow(list_of: type[models.TextChoices], setting: str) -> str:
    return setting if setting in list_of.values else "other"


def add_extra_bed(*, dwelling: Dwelling, name: str, reason: str, on: date, by: Actor | None, room: Room | None = None) -> Bed:
    """Make a bed above the counted places: an emergency placement is never blocked, only explained."""
    bed = Bed(
        organisation_id=dwelling.organisation_id, dwelling=dwelling, room=room, name=name, is_extra=True, reason=reason, during=(on, None)
    )
    with operation("care.add_extra_bed", by=by, about=bed, reason=reason):
        bed.save(force_insert=True)
    bed.refresh_from_db(fields=["during"])
    return bed


def remove_extra_bed(*, bed: Bed, on: date, by: Actor | None) -> Bed:
    """Take a bed above the counted places away again; `on` is the first day without it."""
    if not bed.is_extra:
        raise CountedBed
    with operation("care.remove_extra_bed", by=by, about=bed):
        bed.refresh_from_db(fields=["during"])
        bed.during = DateRange(bed.during.lower, on)
        bed.save(update_fields=["during"])
    return bed


def correct(*, stay: Stay, by: Actor | None, reason: str, **changes: Any) -> Stay:
    """Change what was recorded wrongly; the old version stays in the history with who and why."""
    with operation("care.correct_stay", by=by, about=stay, reason=reason):
        for name, value in changes.items():
            setattr(stay, name, value)
        stay.save(update_fields=list(changes))
    return stay
