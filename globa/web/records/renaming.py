"""In the history of a record: whom it named before a correction and after it, as far as the reader may see them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models

from globa.registry.people import Person


class Renaming:
    """The versions of the rows by which a record names people, operation by operation; two queries."""

    def __init__(self, record: models.Model, relation: str) -> None:
        rows = getattr(record, relation)
        events = rows.model.pgh_event_model._default_manager.filter(**{rows.field.attname: record.pk})
        self._events: list[Any] = list(events.select_related("pgh_context").order_by("pgh_id"))
        self._names = {person.pk: str(person) for person in Person.objects.filter(pk__in=self.people)}

    @property
    def people(self) -> set[UUID]:
        """Whoever was ever named."""
        return {event.person_id for event in self._events}

    def of(self, operation: UUID) -> tuple[str, str]:
        """Who was named before the operation, and who after it."""
        before: dict[UUID, bool] = {}
        after: dict[UUID, bool] = {}
        for event in self._events:
            done = UUID(event.pgh_context.metadata["operation"]) if event.pgh_context else None
            if done == operation:
                after = after or dict(before)
                after[event.person_id] = event.taken_out_on is None
            elif not after:
                before[event.person_id] = event.taken_out_on is None
        return self._said(before), self._said(after)

    def _said(self, named: dict[UUID, bool]) -> str:
        return ", ".join(sorted(self._names[pk] for pk, holds in named.items() if holds and pk in self._names))
