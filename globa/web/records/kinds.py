"""Which records have a page, what each is called, and which of its fields and lists a reader wants to see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.care.models import AwayTime, Capacity, CarerContract, Guardianship, Status, Stay
from globa.casework.models import AssessmentWithPlan, Case, Conclusion, Event, Recommendation, Service
from globa.planning.models import Direction, Entry
from globa.registry.accounts.users import User
from globa.registry.models import (
    Licence,
    LicensedAddress,
    Organisation,
    Paper,
    PostAllowance,
    PostHolding,
    PostLimit,
    Vehicle,
)

Text = str | Promise
HIDDEN = ("id", "year", "number", "item_has_parts", "recorded_on", "named_again")
"""Keys, and what stands in the heading already."""


@dataclass(frozen=True)
class Several:
    """Rows of another table that belong to the record: a relation of it, and what of each row is shown."""

    title: Text
    relation: str
    related: tuple[str, ...]
    what: Callable[[Any], tuple[Any, str]]
    """The record to name and lead to, and what is said of it."""


@dataclass(frozen=True)
class RecordKind:
    """`called` is what follows the kind in the heading; `related` is fetched with the record for it."""

    model: type[models.Model]
    called: Callable[[Any], str]
    related: tuple[str, ...] = ()
    several: tuple[Several, ...] = ()
    also_of: str = ""
    """A record that this one stands on, whose fields are shown with its own: a conclusion's paper."""
    hidden: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)

    def visible_to(self, user: User) -> models.QuerySet[Any]:
        if self.model is Organisation:  # the tree is reference data, open to everybody
            return Organisation.objects.all()
        found: models.QuerySet[Any] = self.model._default_manager.all().visible_to(user)  # type: ignore[attr-defined]
        return found

    def fields(self) -> list[models.Field[Any, Any]]:
        left_out = (*HIDDEN, *self.hidden, self.also_of)
        return [field for field in self.model._meta.concrete_fields if field.name not in left_out]


def _away(away: AwayTime) -> tuple[Any, str]:
    return away, ""


def _person_as(row: Any) -> tuple[Any, str]:
    return row.person, str(row.get_role_display())


KINDS: dict[str, RecordKind] = {
    kind.label: kind
    for kind in (
        RecordKind(
            Stay, lambda stay: f"{stay.child}, {stay.dwelling}", ("child", "dwelling"),
            (Several(_("Away from it"), "away_times", (), _away),), hidden=("setting",),
        ),
        RecordKind(Guardianship, lambda one: str(one.child), ("child",)),
        RecordKind(CarerContract, lambda one: str(one.carer), ("carer",)),
        RecordKind(AwayTime, lambda one: str(one.child), ("child",)),
        RecordKind(Status, lambda one: str(one.child), ("child",)),
        RecordKind(Capacity, lambda one: str(one.dwelling), ("dwelling",)),
        RecordKind(
            Service, lambda one: one.shown_number, ("organisation",),
            (Several(_("For whom"), "recipients", ("person",), _person_as),),
        ),
        RecordKind(
            Event, lambda one: f"{one.title}, {one.shown_number}", ("organisation",),
            (Several(_("Who came"), "attendances", ("person",), _person_as),), hidden=("title",),
        ),
        RecordKind(Conclusion, lambda one: f"{one.paper.number}, {one.household}", ("paper", "household"), also_of="paper"),
        RecordKind(Recommendation, lambda one: f"{one.paper.number}, {one.household}", ("paper", "household"), also_of="paper"),
        RecordKind(AssessmentWithPlan, lambda one: str(one.child), ("child",)),
        RecordKind(
            Case, lambda one: one.shown_number, ("organisation",),
            (Several(pgettext_lazy("of a case", "Children"), "children", ("child",), lambda row: (row.child, "")),),
        ),
        RecordKind(Paper, str),
        RecordKind(PostHolding, lambda one: f"{one.worker}, {one.post}", ("worker", "post")),
        RecordKind(PostLimit, lambda one: str(one.organisation), ("organisation",)),
        RecordKind(PostAllowance, lambda one: str(one.post), ("post",)),
        RecordKind(
            Licence, lambda one: one.number, (),
            (Several(_("Addresses"), "addresses", ("address",), lambda row: (row, "")),),
        ),
        RecordKind(LicensedAddress, lambda one: str(one.address), ("address",)),
        RecordKind(Vehicle, lambda one: one.name),
        RecordKind(Organisation, str),
        RecordKind(Entry, lambda one: f"{one.item or one.document or one.purpose}, {one.booked_on}", ("item",)),
        RecordKind(Direction, lambda one: f"{one.year}, {one.code}"),
    )
}  # fmt: skip
