"""Whom a record concerns: its row is shown to those to whom one of these people is opened."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.db import models


@dataclass(frozen=True)
class Through:
    """People named by other rows: `names`, a pointer to a person there, where `points` there equals `here` of this row."""

    model: str
    points: str
    names: str
    here: str = "id"
    unless: str = ""
    """A column of those rows: where it is filled in, the row no longer holds."""


@dataclass(frozen=True)
class Concerns:
    """
    Declared on a model as `concerns`, for row security and for querysets alike.

    `people` are pointers to persons, of which one that is opened is enough; so is one named `through` other rows.
    `made_by` is the pointer to the worker who always sees what they themselves recorded. `opens` is how far a person
    must be opened: "name" or "file". A row whose pointers are all empty is shown to whoever sees the organisation's rows.
    """

    opens: str
    people: tuple[str, ...] = ()
    through: tuple[Through, ...] = ()
    made_by: str = ""

    def may_be_about_nobody(self, model: type[models.Model]) -> bool:
        return bool(self.people) and all(model._meta.get_field(name).null for name in self.people)


def by_name(*people: str) -> Concerns:
    return Concerns("name", people)


def by_file(*people: str, made_by: str = "") -> Concerns:
    return Concerns("file", people, made_by=made_by)


def through(pointer: str, names: str, *, here: str = "id", unless: str = "", made_by: str = "", people: tuple[str, ...] = ()) -> Concerns:
    """`through("casework.Recipient.service", "person")`: the persons of the recipients that point to this row."""
    model, _dot, points = pointer.rpartition(".")
    return Concerns("file", people, (Through(model, points, names, here, unless),), made_by)


def concerns_of(model: type[models.Model]) -> Concerns | None:
    """Return what the model, or for a history the model that it follows, declares."""
    declared = getattr(model, "pgh_tracked_model", None) or model
    found: Concerns | None = getattr(declared, "concerns", None)
    return found


def model_named(label: str) -> type[models.Model]:
    return apps.get_model(label)
