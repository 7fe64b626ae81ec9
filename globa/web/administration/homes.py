"""A home: its rooms and beds, its counted places, from a day on; nothing of it is ever deleted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.care import dwellings
from globa.care.dwellings import Bed, Dwelling, Room
from globa.registry.organisations import OrganisationKind
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Day, RowField, Rows, Why, page
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

WHOLE = {"required": _("Write a whole number."), "invalid": _("Write a whole number.")}
NUMERIC = {"inputmode": "numeric"}
NO_ROOM = "none"


class NameForm(forms.Form):
    name = forms.CharField(label=_("Short name"), max_length=120, error_messages={"required": _("Write the name.")})
    unit = RowField(label=_("Home group or unit"), error_messages={"required": _("Choose the home group.")})


class PlacesForm(forms.Form):
    places = forms.IntegerField(label=_("Counted places"), min_value=0, max_value=60, widget=forms.TextInput(NUMERIC), error_messages=WHOLE)
    since = Day(label=_("From"))


class RoomForm(forms.Form):
    name = forms.CharField(label=_("Room"), max_length=40, error_messages={"required": _("Write its number or name.")})


class RenameForm(forms.Form):
    room = RowField(label=_("Room"), error_messages={"required": _("Choose the room.")})
    name = forms.CharField(label=_("New name"), max_length=40, error_messages={"required": _("Write its number or name.")})


class MoveForm(forms.Form):
    bed = RowField(label=_("Bed"), error_messages={"required": _("Choose the bed.")})
    room = RowField(label=_("Into the room"), error_messages={"required": _("Choose the room.")})


class BedsForm(forms.Form):
    number = forms.IntegerField(
        label=_("How many beds"), min_value=1, max_value=20, initial=1, widget=forms.TextInput(NUMERIC), error_messages=WHOLE
    )
    room = RowField(label=_("Room"), error_messages={"required": _("Choose the room.")})
    since = Day(label=_("From"))
    extra = forms.CharField(
        label=_("Why it stands above the counted places"),
        required=False,
        max_length=500,
        help_text=_("Leave it empty for an ordinary bed."),
    )


class AwayForm(forms.Form):
    bed = RowField(label=_("Bed"), error_messages={"required": _("Choose the bed.")})
    on = Day(label=_("First day without it"))
    reason = Why()


class CloseForm(forms.Form):
    on = Day(label=_("First day without work"))
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: PlacedRequest, pk: UUID) -> HttpResponse:
    at = keeping(request)
    found: Dwelling = get_object_or_404(Dwelling.objects.visible_to(at.user).homes().filter(organisation__in=at.keys), pk=pk)
    looked_at(request, [])
    beds = list(found.beds.select_related("room").order_by("name"))
    rooms = list(found.rooms.all())
    capacities = list(found.capacities.order_by("-during"))
    shown = {
        "home": found,
        "beds": beds,
        "capacities": capacities,
        "rooms": rooms,
        "told": told(at.user, found, *rooms, *beds, *capacities),
    }
    return page(request, "administration/dwelling.html", lambda: shown, _acts(at, found, rooms, beds))


def _acts(at: Keeping, found: Dwelling, rooms: list[Room], beds: list[Bed]) -> dict[str, Act]:
    standing = [bed for bed in beds if bed.during.upper is None or bed.during.upper > today()]
    return _of_home(at, found) | _of_rooms(at, found, rooms) | _of_beds(at, found, rooms, standing)


def _of_home(at: Keeping, found: Dwelling) -> dict[str, Act]:
    groups = [(one, label) for one, label in at.working() if one.kind in (OrganisationKind.HOME_GROUP, OrganisationKind.COMMUNITY_HOMES)]
    acts = {
        "places": Act(
            PlacesForm,
            lambda given: dwellings.count_places(dwelling=found, places=given["places"], since=given["since"], by=at.user),
            _("So many places are counted from that day."),
            at={"capacity_lasts_a_day": "since", "one_capacity_at_a_time": "since"},
        ),
        "name": Act(
            NameForm,
            lambda given: dwellings.rename_home(dwelling=found, name=given["name"], unit=given["unit"], by=at.user),
            _("It is changed."),
            rows={"unit": groups},
            initial={"name": found.name, "unit": found.unit_id},
        ),
    }
    if found.during.upper is None:
        acts["close"] = Act(
            CloseForm,
            lambda given: dwellings.close_home(dwelling=found, on=given["on"], by=at.user, reason=given["reason"]),
            _("The home does not work from that day on."),
            at={
                "dwelling_is_used_while_children_live_there": "on",
                "bed_stands_while_a_child_sleeps_in_it": "on",
                "dwelling_is_used_a_day": "on",
            },
        )
    return acts


def _of_rooms(at: Keeping, found: Dwelling, rooms: list[Room]) -> dict[str, Act]:
    acts = {
        "room": Act(
            RoomForm,
            lambda given: dwellings.add_room(dwelling=found, name=given["name"], by=at.user),
            _("The room is added."),
            at={"room_once": "name"},
        )
    }
    if rooms:
        acts["rename"] = Act(
            RenameForm,
            lambda given: dwellings.rename_room(room=given["room"], name=given["name"], by=at.user),
            _("The room is renamed."),
            rows={"room": [(room, room.name) for room in rooms]},
            at={"room_once": "name"},
        )
    return acts


def _of_beds(at: Keeping, found: Dwelling, rooms: list[Room], standing: list[Bed]) -> dict[str, Act]:
    anywhere = [*((room, room.name) for room in rooms), (NO_ROOM, gettext("no room said"))]
    beds = [(bed, f"{bed.name} ({bed.room or gettext('no room said')})") for bed in standing]
    acts = {
        "beds": Act(
            BedsForm,
            lambda given: _beds(at, found, given),
            _("The beds stand from that day."),
            rows={"room": anywhere},
            at={"extra_bed_has_a_reason": "extra", "bed_name_once_at_a_time": "number"},
        )
    }
    return acts | (_of_standing(at, beds, anywhere) if standing else {})


def _of_standing(at: Keeping, beds: Rows, anywhere: Rows) -> dict[str, Act]:
    return {
        "move": Act(
            MoveForm,
            lambda given: dwellings.move_bed(bed=given["bed"], room=_room(given), by=at.user),
            _("The bed stands in the other room."),
            rows={"bed": beds, "room": anywhere},
        ),
        "away": Act(
            AwayForm,
            lambda given: dwellings.take_bed_away(bed=given["bed"], on=given["on"], by=at.user, reason=given["reason"]),
            _("The bed does not stand there from that day on."),
            rows={"bed": beds},
            at={"bed_stands_while_a_child_sleeps_in_it": "bed", "bed_stands_a_day": "on"},
        ),
    }


def _room(given: dict[str, Any]) -> Room | None:
    return None if given["room"] == NO_ROOM else given["room"]


def _beds(at: Keeping, found: Dwelling, given: dict[str, Any]) -> None:
    dwellings.add_beds(
        dwelling=found, room=_room(given), number=given["number"], since=given["since"], by=at.user, extra_because=given["extra"].strip()
    )
