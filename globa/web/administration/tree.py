"""The institution and what belongs to it by date: units and home groups, and the homes in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from globa.care.dwellings import Dwelling, found_home
from globa.registry import units
from globa.registry.organisations import PLACED_KINDS, Belonging, Organisation, OrganisationKind
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Day, RowField, Why, page
from globa.web.forms.choosing import titled
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

KINDS = [(code, label) for code, label in titled(OrganisationKind.choices) if code in PLACED_KINDS]
NAMED = {"required": _("Write the name.")}


@dataclass(frozen=True)
class Line:
    """A place in the tree, with the homes of it that work."""

    unit: Organisation
    depth: int
    homes: int

    @property
    def is_closed(self) -> bool:
        return bool(self.unit.during and self.unit.during.upper and self.unit.during.upper <= today())


class UnitForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a place", "Name"), max_length=200, error_messages=NAMED)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", ""), *KINDS], error_messages={"required": _("Choose the kind.")})
    parent = RowField(label=_("Belongs to"), error_messages={"required": _("Choose to which it belongs.")})
    since = Day(label=_("From"))


class RenameForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a place", "Name"), max_length=200, error_messages=NAMED)
    reason = Why()


class MoveForm(forms.Form):
    to = RowField(label=_("Belongs to"), error_messages={"required": _("Choose to which it belongs.")})
    on = Day(label=_("From"))
    reason = Why()


class CloseForm(forms.Form):
    on = Day(label=_("First day without work"))
    reason = Why()


class HomeForm(forms.Form):
    name = forms.CharField(
        label=_("Short name"), max_length=120, help_text=_("As everybody calls it, without the address."), error_messages=NAMED
    )
    places = forms.IntegerField(
        label=_("Counted places"),
        min_value=0,
        max_value=60,
        widget=forms.TextInput({"inputmode": "numeric"}),
        help_text=_("A bed is put up for each of them."),
        error_messages={"required": _("Write how many children can live there."), "invalid": _("Write a whole number.")},
    )
    since = Day(label=_("From"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tree(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    acts = {
        "add": Act(
            UnitForm,
            lambda given: units.add_unit(parent=given["parent"], name=given["name"], kind=given["kind"], since=given["since"], by=at.user),
            _("It is added to the tree."),
            rows={"parent": at.working()},
            to=lambda made: reverse("administration-unit", args=[made.pk]),
        )
    }
    return page(request, "administration/tree.html", lambda: {"lines": lines(at), "organisation": at.organisation}, acts)


def lines(at: Keeping) -> list[Line]:
    """The tree as its last places have it, each place before what belongs to it; two queries."""
    children: dict[UUID | None, list[Organisation]] = {}
    by_key = {one.pk: one for one in at.places}
    last = {row.organisation_id: row.parent_id for row in Belonging.objects.filter(organisation__in=at.keys).order_by("during")}
    for one in at.places:
        parent = last.get(one.pk)
        children.setdefault(parent if parent in by_key else None, []).append(one)
    homes: dict[UUID, int] = {}
    for unit in Dwelling.objects.homes().filter(organisation__in=at.keys, during__contains=today()).values_list("unit", flat=True):
        homes[unit] = homes.get(unit, 0) + 1
    return _below(children, None, 0, homes)


def _below(children: dict[UUID | None, list[Organisation]], parent: UUID | None, depth: int, homes: dict[UUID, int]) -> list[Line]:
    found = []
    for one in children.get(parent, []):
        found.append(Line(one, depth, homes.get(one.pk, 0)))
        found += _below(children, one.pk, depth + 1, homes)
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: PlacedRequest, pk: UUID) -> HttpResponse:
    at = keeping(request)
    found = at.place(pk)
    looked_at(request, [])
    shown = {
        "unit": found,
        "told": told(at.user, found),
        "is_placed": found.kind in PLACED_KINDS,
        "belongings": found.belongings.select_related("parent").order_by("-during"),
        "homes": Dwelling.objects.visible_to(at.user).homes().filter(unit=found).order_by("name"),
    }
    return page(request, "administration/unit.html", lambda: shown, _acts(at, found))


def _acts(at: Keeping, found: Organisation) -> dict[str, Act]:
    acts = {
        "rename": Act(
            RenameForm,
            lambda given: units.rename(organisation=found, name=given["name"], by=at.user, reason=given["reason"]),
            _("The name is changed."),
            initial={"name": found.name},
        )
    }
    if found.kind not in PLACED_KINDS:
        return acts
    others = [(one, label) for one, label in at.working() if one.pk != found.pk]
    acts["home"] = Act(
        HomeForm,
        lambda given: _found_home(at, found, given),
        _("The home is added, with its beds."),
        at={"dwelling_code_once": "name"},
        to=lambda made: reverse("administration-home", args=[made.pk]),
    )
    if others:
        acts["move"] = Act(
            MoveForm,
            lambda given: units.move(unit=found, to=given["to"], on=given["on"], by=at.user, reason=given["reason"]),
            _("It belongs there from that day."),
            rows={"to": others},
            at={"organisation_has_one_parent_at_a_time": "on"},
        )
    acts["close"] = Act(
        CloseForm,
        lambda given: units.close(unit=found, on=given["on"], by=at.user, reason=given["reason"]),
        _("It does not work from that day on."),
        at={"unit_works_while_its_homes_do": "on"},
    )
    return acts


def _found_home(at: Keeping, found: Organisation, given: dict[str, Any]) -> Dwelling:
    return found_home(
        organisation=at.organisation, unit=found, name=given["name"], places=given["places"], since=given["since"], by=at.user
    )
