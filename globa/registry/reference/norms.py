"""
The norms that come with the program.

`is_verified` says that somebody saw the value at the place named; where sources contradict each other or only
general knowledge stands behind a number, it is not, and an installation is asked to correct it. What an
installation has changed, or written under a code of its own, is no longer touched from here.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import connection

from globa.journal.operations import operation
from globa.registry.norms import Norm
from globa.registry.organisations import Organisation
from globa.registry.reference.loading import VERB, days, keep_in_step, read

Scope = tuple[str, uuid.UUID | None]

CHANGED_HERE = """
    SELECT DISTINCT event.code, event.municipality_id
    FROM registry_normevent event
    LEFT JOIN pghistory_context context ON context.id = event.pgh_context_id
    LEFT JOIN journal_operation operation ON operation.id::text = context.metadata ->> 'operation'
    WHERE operation.verb IS DISTINCT FROM %s
"""


def load(path: Path, organisations: Mapping[str, Organisation]) -> None:
    own = _changed_here()
    rows = [row for row in (_norm(raw, organisations) for raw in read(path)) if _scope(row) not in own]
    _remove_those_no_longer_named(rows, own)
    keep_in_step(Norm, rows, by=("code", "municipality_id", "during"))


def _norm(row: Mapping[str, str], organisations: Mapping[str, Organisation]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("code", "name", "name_en", "unit", "act", "point")},
        "municipality": organisations[row["municipality"]] if row["municipality"] else None,
        "value": Decimal(row["value"]),
        "is_verified": row["is_verified"] == "yes",
        "during": days(row["since"], row["until"]),
    }


def _scope(row: Mapping[str, Any]) -> Scope:
    return row["code"], row["municipality"] and row["municipality"].pk


def _changed_here() -> set[Scope]:
    with connection.cursor() as cursor:
        cursor.execute(CHANGED_HERE, [VERB])
        return {(code, municipality) for code, municipality in cursor.fetchall()}


def _remove_those_no_longer_named(rows: list[dict[str, Any]], own: set[Scope]) -> None:
    """A value whose days are written anew would overlap with its old days."""
    named = {(*_scope(row), row["during"]) for row in rows}
    gone = [
        norm
        for norm in Norm.objects.all()
        if (norm.code, norm.municipality_id) not in own and (norm.code, norm.municipality_id, norm.during) not in named
    ]
    if gone:
        with operation(VERB, by=None, about=gone[0]):
            Norm.objects.filter(pk__in=[norm.pk for norm in gone]).delete()
