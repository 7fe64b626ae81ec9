"""Writing what cannot be true: a folder lists one case a constraint, and none may be missing."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from psycopg.types.range import DateRange

from globa.journal.keys import new_key
from globa.journal.operations import operation
from globa.journal.refusals import Untrue, sentence_for
from globa.journal.same import Same
from tests.architecture.declarations import recorded_models, refusable
from tests.builders import SINCE, Place

Case = Callable[[Place], Any]
NO_DAY = DateRange(SINCE, SINCE)


def again(record: models.Model, **changes: Any) -> None:
    """Record the same once more, but for the changes."""
    twin = copy.copy(record)
    twin.pk = new_key()
    for name, value in changes.items():
        setattr(twin, name, value)
    twin.save(force_insert=True)


def change(record: models.Model, **changes: Any) -> None:
    type(record)._base_manager.filter(pk=record.pk).update(**changes)


def is_refused(name: str, case: Case, at: Place) -> None:
    with pytest.raises(Untrue) as refused, operation("test", by=at.worker, about=at.organisation):
        case(at)
    assert (refused.value.constraint, str(refused.value)) == (name, sentence_for(name))


def untried(room: str, *cases: Mapping[str, Case]) -> set[str]:
    """Constraints of a room without a case, and cases without a constraint; the pointers across are tried in tests/security."""
    wanted = {name for model in recorded_models() if model._meta.app_label == room for name in refusable(model)}
    return (wanted - _pointers_across(apps.get_app_config(room).get_models())) ^ {name for tried in cases for name in tried}


def _pointers_across(found: Iterable[type[models.Model]]) -> set[str]:
    declared = [constraint for model in found for constraint in model._meta.constraints]
    return {constraint.name for constraint in declared if isinstance(constraint, Same) and constraint.column == "organisation"}
