"""Bringing a table into step with a list of rows."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from django.db import models
from psycopg.types.range import DateRange

from globa.journal.operations import operation

Model = TypeVar("Model", bound=models.Model)
VERB = "registry.load_reference"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def days(since: str, until: str) -> DateRange:
    """Read a range written in two columns, in the form in which the database gives it back; an empty end is open."""
    begins, ends = (date.fromisoformat(text) if text else None for text in (since, until))
    return DateRange(begins, ends, "[)" if begins else "()")


ALWAYS = days("", "")


def keep_in_step(model: type[Model], rows: Sequence[Mapping[str, Any]], by: tuple[str, ...]) -> None:
    """Change the rows that differ and add those that are missing, found by `by`; the others keep a quiet history."""
    kept = {tuple(getattr(record, name) for name in by): record for record in model._default_manager.all()}
    new, changed = [], []
    for row in rows:
        wanted = model(**row)
        found = kept.get(tuple(getattr(wanted, name) for name in by))
        if found is None:
            new.append(wanted)
        elif _differs(found, row):
            changed.append(found)
    if new or changed:
        with operation(VERB, by=None, about=[*changed, *new][0]):
            if changed:
                model._default_manager.bulk_update(changed, list(rows[0]))
            model._default_manager.bulk_create(new)


def _differs(record: models.Model, row: Mapping[str, Any]) -> bool:
    """Take the row's values over; say whether one was another."""
    before = {name: getattr(record, name) for name in row}
    for name, value in row.items():
        setattr(record, name, value)
    return before != dict(row)
