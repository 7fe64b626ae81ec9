"""The versions of a record: what it said, since when, and which operation changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from globa.journal.operations import Operation


@dataclass(frozen=True)
class Change:
    """One column; the values are as stored, empty before the record existed."""

    field: models.Field[Any, Any]
    before: Any
    after: Any


@dataclass(frozen=True)
class Version:
    """`kind` is added, changed or removed; `operation` is None for a write outside any (none of ours)."""

    kind: str
    at: datetime
    operation: Operation | None
    changes: tuple[Change, ...]


def versions_of(record: models.Model) -> list[Version]:
    """Return the versions, newest first, in two queries. The first one shows no changes: everything was new."""
    events = list(_events(record).filter(pgh_obj_id=record.pk).select_related("pgh_context").order_by("pgh_id"))
    operations = Operation.objects.in_bulk([UUID(named) for event in events if (named := _operation_id(event))])
    made = []
    for before, event in zip([None, *events], events, strict=False):
        named = _operation_id(event)
        made.append(
            Version(event.pgh_label, event.pgh_created_at, operations.get(UUID(named)) if named else None, _changes(record, before, event))
        )
    return made[::-1]


def _events(record: models.Model) -> models.QuerySet[Any]:
    return type(record).pgh_event_model._default_manager.all()  # type: ignore[attr-defined]


def _operation_id(event: Any) -> str:
    return event.pgh_context.metadata.get("operation", "") if event.pgh_context else ""


def _changes(record: models.Model, before: Any, event: Any) -> tuple[Change, ...]:
    if before is None:
        return ()
    return tuple(
        Change(field, getattr(before, field.attname), getattr(event, field.attname))
        for field in record._meta.concrete_fields
        if hasattr(event, field.attname) and getattr(before, field.attname) != getattr(event, field.attname)
    )
