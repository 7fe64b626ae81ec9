"""Where children live: a home group's house, a carer's home, a guardian family; rooms, beds and counted places."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day, make_room
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class DwellingKind(models.TextChoices):
    COMMUNITY_HOME = "community_home", _("community children's home")
    ON_DUTY_CARER = "on_duty_carer", _("on-duty carer's home")
    PERMANENT_CARER = "permanent_carer", _("permanent carer's home")
    GUARDIAN_FAMILY = "guardian_family", _("guardian family")
    FAMILY_HOME = "family_home", _("family home (legal person)")
    ELSEWHERE = "elsewhere", _("elsewhere")


WITH_BEDS = (DwellingKind.COMMUNITY_HOME, DwellingKind.ON_DUTY_CARER, DwellingKind.PERMANENT_CARER)


class DwellingQuerySet(OwnQuerySet):
    def homes(self) -> DwellingQuerySet:
        return self.filter(kind=DwellingKind.COMMUNITY_HOME)


@tracked
class Dwelling(models.Model):
    """A home group's house goes by its short name; the address is shown where it is needed."""

    id = key()
    organisation = recorded_by()
    code = models.SlugField(_("code"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20, choices=DwellingKind)
    name = models.CharField(_("name"), max_length=120)
    unit = models.ForeignKey(
        "registry.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dwellings",
        verbose_name=_("home group or unit"),
    )
    household = models.ForeignKey(
        "registry.Household", on_delete=models.PROTECT, null=True, blank=True, related_name="dwellings", verbose_name=_("household")
    )
    address = models.ForeignKey(
        "registry.Address", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("address")
    )
    during = DateRangeField(_("used"))

    objects = DwellingQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation code kind unit during", S2="name household", S2P="address")

    class Meta:
        verbose_name = _("dwelling")
        ordering = ["code"]
        constraints = [
            unique_with("organisation", name="dwelling_of_organisation"),
            unique_with("kind", name="dwelling_of_kind"),
            Same("household", "organisation", name="dwelling_of_own_household"),
            Same("address", "organisation", name="dwelling_at_own_address"),
            models.UniqueConstraint(
                fields=["organisation", "code"],
                name="dwelling_code_once",
                violation_error_message=_("There is already a home with this code."),
            ),
            lasts_a_day("dwelling_is_used_a_day"),
        ]
        triggers = [
            refuses(
                "dwelling_is_used_while_children_live_there",
                "EXISTS (SELECT 1 FROM care_stay s WHERE s.dwelling_id = NEW.id AND NOT NEW.during @> s.during)",
                _("Children live there on days on which the home would not work. Record first where they went."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Capacity(models.Model):
    """The counted places of a dwelling; children may exceed them, and then it is said."""

    id = key()
    organisation = recorded_by()
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="capacities")
    places = models.PositiveSmallIntegerField(_("places"))
    during = DateRangeField(_("counted"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation dwelling places during")

    class Meta:
        verbose_name = _("places")
        constraints = [
            Same("dwelling", "organisation", name="capacity_of_own_dwelling"),
            ExclusionConstraint(
                name="one_capacity_at_a_time",
                expressions=[("dwelling", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another number of places is already recorded for some of these days."),
            ),
            lasts_a_day("capacity_lasts_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.dwelling}: {self.places}"


@tracked
class Room(models.Model):
    """A bedroom."""

    id = key()
    organisation = recorded_by()
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(_("room"), max_length=40)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation dwelling name")

    class Meta:
        verbose_name = _("room")
        ordering = ["name"]
        constraints = [
            unique_with("dwelling", name="room_of_dwelling"),
            Same("dwelling", "organisation", name="room_of_own_dwelling"),
            models.UniqueConstraint(
                fields=["dwelling", "name"], name="room_once", violation_error_message=_("There is already a room with this name.")
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Bed(models.Model):
    """A place for one child. A bed made in an emergency above the counted ones says why."""

    id = key()
    organisation = recorded_by()
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="beds")
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="beds", verbose_name=_("room"))
    name = models.CharField(_("bed"), max_length=20)
    is_extra = models.BooleanField(_("above the counted places"), default=False)
    reason = models.TextField(_("why it was added"), blank=True)
    during = DateRangeField(_("stands"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation dwelling room name is_extra during", S2="reason")

    class Meta:
        verbose_name = _("bed")
        ordering = ["name"]
        constraints = [
            unique_with("dwelling", name="bed_of_dwelling"),
            Same("dwelling", "organisation", name="bed_of_own_dwelling"),
            Same(
                "room",
                "dwelling",
                name="bed_in_room_of_dwelling",
                violation_error_message=_("The room is in another home. Choose a room of this home."),
            ),
            ExclusionConstraint(
                name="bed_name_once_at_a_time",
                expressions=[("dwelling", RangeOperators.EQUAL), ("name", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("There is already a bed with this name."),
            ),
            models.CheckConstraint(
                name="extra_bed_has_a_reason",
                condition=Q(is_extra=False) | ~Q(reason=""),
                violation_error_message=_("Say why a bed above the counted ones is needed. It may be added; the reason is kept."),
            ),
            lasts_a_day("bed_stands_a_day"),
        ]
        triggers = [
            refuses(
                "bed_stands_while_a_child_sleeps_in_it",
                "EXISTS (SELECT 1 FROM care_stay s WHERE s.bed_id = NEW.id AND NOT NEW.during @> s.during)",
                _("A child sleeps in this bed on days on which it would not stand there. Record first where the child went."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


def found_home(*, organisation: Organisation, unit: Organisation, name: str, places: int, since: date, by: Actor | None) -> Dwelling:
    """Begin a home of a home group, with its counted places and a bed for each of them."""
    home = Dwelling(
        organisation=organisation, unit=unit, kind=DwellingKind.COMMUNITY_HOME, code=_free_code(organisation, name),
        name=name.strip(), during=(since, None),
    )  # fmt: skip
    with operation("care.found_home", by=by, about=home):
        home.save(force_insert=True)
        if places:
            Capacity.objects.create(organisation=organisation, dwelling=home, places=places, during=(since, None))
        add_beds(dwelling=home, room=None, number=places, since=since, by=by)
    return home


def close_home(*, dwelling: Dwelling, on: date, by: Actor | None, reason: str) -> None:
    """From `on` it does not work, its beds do not stand and its places are not counted; all of it stays in the history."""
    with operation("care.close_home", by=by, about=dwelling, reason=reason):
        for lasting in (*_lasting(dwelling.beds, on), *_lasting(dwelling.capacities, on), dwelling):
            lasting.during = (lasting.during.lower, on)
            lasting.save(update_fields=["during"])


def rename_home(*, dwelling: Dwelling, name: str, unit: Organisation | None, by: Actor | None) -> None:
    """Its short name, and to which home group it belongs."""
    with operation("care.rename_home", by=by, about=dwelling):
        dwelling.name, dwelling.unit = name.strip(), unit
        dwelling.save(update_fields=["name", "unit"])


def count_places(*, dwelling: Dwelling, places: int, since: date, by: Actor | None) -> Capacity:
    """From a day on so many places are counted."""
    made = Capacity(organisation_id=dwelling.organisation_id, dwelling=dwelling, places=places)
    with operation("care.count_places", by=by, about=made):
        made.during = make_room(Capacity.objects.filter(dwelling=dwelling), since)
        made.save(force_insert=True)
    return made


def add_room(*, dwelling: Dwelling, name: str, by: Actor | None) -> Room:
    made = Room(organisation_id=dwelling.organisation_id, dwelling=dwelling, name=name.strip())
    with operation("care.add_room", by=by, about=made):
        made.save(force_insert=True)
    return made


def rename_room(*, room: Room, name: str, by: Actor | None) -> None:
    """Another number or name; which beds stand in it does not change."""
    with operation("care.rename_room", by=by, about=room):
        room.name = name.strip()
        room.save(update_fields=["name"])


def add_beds(*, dwelling: Dwelling, room: Room | None, number: int, since: date, by: Actor | None, extra_because: str = "") -> list[Bed]:
    """Put up so many beds, numbered on from those there ever were; with a reason they stand above the counted places."""
    if not number:
        return []
    last = max((int(name) for name in dwelling.beds.values_list("name", flat=True) if name.isdigit()), default=0)
    made = [
        Bed(
            organisation_id=dwelling.organisation_id, dwelling=dwelling, room=room, name=str(last + place + 1), during=(since, None),
            is_extra=bool(extra_because), reason=extra_because,
        )
        for place in range(number)
    ]  # fmt: skip
    with operation("care.add_beds", by=by, about=made[0]):
        return Bed.objects.bulk_create(made)


def move_bed(*, bed: Bed, room: Room | None, by: Actor | None) -> None:
    """Into another room of the same home."""
    with operation("care.move_bed", by=by, about=bed):
        bed.room = room
        bed.save(update_fields=["room"])


def take_bed_away(*, bed: Bed, on: date, by: Actor | None, reason: str) -> None:
    """From `on` it does not stand there any more; who slept in it is known as before."""
    with operation("care.take_bed_away", by=by, about=bed, reason=reason):
        bed.during = (bed.during.lower, on)
        bed.save(update_fields=["during"])


def _lasting(rows: Any, on: date) -> Any:
    """Those that began before the day and would go on."""
    return rows.filter(during__startswith__lt=on, during__contains=on)


def _free_code(organisation: Organisation, name: str) -> str:
    wanted = slugify(name)[:56] or "home"
    tried = [wanted, *(f"{wanted}-{number}" for number in range(2, 100))]
    taken = set(Dwelling.objects.filter(organisation=organisation, code__in=tried).values_list("code", flat=True))
    return next(code for code in tried if code not in taken)
