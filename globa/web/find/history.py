"""The history of a record in words: who, when, why, and each field before and after."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from globa.journal.versions import Change, Version, versions_of
from globa.registry.accounts.users import User
from globa.web.writing import days

DONE: dict[str, str | Promise] = {
    "casework.record_service": gettext_lazy("recorded"),
    "casework.correct_service": gettext_lazy("corrected"),
    "casework.withdraw_service": gettext_lazy("withdrawn"),
}
KINDS: dict[str, str | Promise] = {
    "added": gettext_lazy("recorded"),
    "changed": gettext_lazy("changed"),
    "removed": gettext_lazy("removed"),
}
WITHOUT_WORDS = ("year", "number")


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    done: str
    by: str
    at: datetime
    reason: str
    differences: tuple[Difference, ...]


def history_of(record: models.Model, without: Collection[str] = ()) -> list[Step]:
    """Return it, newest first. Of fields in `without` only is said that they changed."""
    versions = versions_of(record)
    names = _names_of_users(versions)
    related = _related([change for version in versions for change in version.changes])
    return [_step(version, names, related, without) for version in versions]


def _step(version: Version, names: dict[uuid.UUID, str], related: dict[tuple[str, Any], str], without: Collection[str]) -> Step:
    operation = version.operation
    done = DONE.get(operation.verb) if operation else None
    actor = operation.actor_id if operation else None
    changes = [change for change in version.changes if change.field.name not in WITHOUT_WORDS]
    return Step(
        str(done or KINDS.get(version.kind, version.kind)),
        names.get(actor, _("somebody whose account is closed")) if actor else _("the system"),
        version.at,
        operation.reason if operation else "",
        tuple(_difference(change, related, without) for change in changes),
    )


def _difference(change: Change, related: dict[tuple[str, Any], str], without: Collection[str]) -> Difference:
    label = str(getattr(change.field, "verbose_name", change.field.name))
    if change.field.name in without:
        return Difference(label, "…", "…")
    return Difference(label, *(_written(change.field, value, related) for value in (change.before, change.after)))


def _written(field: models.Field[Any, Any], value: Any, related: dict[tuple[str, Any], str]) -> str:
    if value in (None, ""):
        return ""
    if field.is_relation:
        return related.get((field.name, value), "…")
    if isinstance(value, date):
        return days.iso(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if hasattr(value, "lower") and hasattr(value, "upper") and not isinstance(value, str):
        return " – ".join(days.iso(end) if end else "…" for end in (value.lower, value.upper))
    return str(value)


def _names_of_users(versions: Sequence[Version]) -> dict[uuid.UUID, str]:
    ids = {version.operation.actor_id for version in versions if version.operation and version.operation.actor_id}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=ids)} if ids else {}


def _related(changes: Sequence[Change]) -> dict[tuple[str, Any], str]:
    """Name what pointers point to; one query a field that ever changed."""
    ids: dict[models.Field[Any, Any], set[Any]] = {}
    for change in changes:
        if change.field.is_relation:
            ids.setdefault(change.field, set()).update(value for value in (change.before, change.after) if value)
    return {
        (field.name, key): str(one)
        for field, keys in ids.items()
        for key, one in field.related_model._default_manager.in_bulk(keys).items()  # type: ignore[union-attr]
    }
