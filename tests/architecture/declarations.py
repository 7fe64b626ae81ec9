"""What every model declares about itself. Each function returns what is wrong, in words, so that a planted defect can be shown to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pgtrigger
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.constraints import BaseConstraint

from globa.config.database.policies import is_history, own_models
from globa.journal.protection import Protection
from globa.journal.refusals import sentence_for
from globa.vocabulary.sensitivity import Sensitivity

# From the bottom up; ARCHITECTURE.md says why.
ROOMS = ("journal", "registry", "care", "casework", "planning", "reports", "publication", "importers")
Model = type[models.Model]


def recorded_models() -> list[Model]:
    """Return the models of the rooms that record, without their histories."""
    return [model for model in own_models() if not is_history(model)]


def columns_of(model: Model) -> set[str]:
    return {field.name for field in [*model._meta.concrete_fields, *model._meta.many_to_many]}


def without_class(found: Iterable[Model]) -> list[str]:
    """Columns without a sensitivity class, and classes that name no column."""
    problems = []
    for model in found:
        declared: dict[str, Sensitivity] = getattr(model, "sensitivity", {})
        columns = columns_of(model)
        problems += [f"{model._meta.label}.{name} has no sensitivity class" for name in sorted(columns - set(declared))]
        problems += [f"{model._meta.label}.{name} is classed but is no column" for name in sorted(set(declared) - columns)]
    return problems


def without_protection(found: Iterable[Model]) -> list[str]:
    return [f"{model._meta.label} says nothing about who may see its rows" for model in found if not _protected(model)]


def _protected(model: Model) -> bool:
    protection = getattr(model, "protection", None)
    return isinstance(protection, Protection) and (protection is not Protection.ORGANISATION or _has(model, "organisation"))


def _has(model: Model, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def pointing_up(found: Iterable[Model]) -> list[str]:
    """Pointers from a room to a room above it."""
    problems = []
    for model in found:
        for field in model._meta.concrete_fields:
            target = field.related_model._meta.app_label if field.is_relation and field.related_model else ""
            if target in ROOMS and ROOMS.index(target) > ROOMS.index(model._meta.app_label):
                problems.append(f"{model._meta.label}.{field.name} points up to {target}")
    return problems


def without_sentence(found: Iterable[Model]) -> list[str]:
    """Constraints that a person may run into and would not understand."""
    return [f"{model._meta.label}: {name}" for model in found for name in refusable(model) if not _is_sentence(sentence_for(name))]


def refusable(model: Model) -> Iterator[str]:
    """Name what can refuse a row of the model; a key with a column beside it cannot, for the key alone is unique."""
    for constraint in model._meta.constraints:
        if not (isinstance(constraint, models.UniqueConstraint) and "id" in constraint.fields):
            yield constraint.name
    for trigger in getattr(model._meta, "triggers", []):
        if trigger.when != pgtrigger.After:  # a history, or what follows from a row
            yield trigger.name


def _is_sentence(text: str) -> bool:
    anything = sentence_for("no such constraint")
    return text not in (anything, BaseConstraint.default_violation_error_message) and text.endswith(".") and " " in text
