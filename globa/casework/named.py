"""People whom a record names: one named by mistake is taken out, is counted no longer and stays in the history."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.operations import counting
from globa.registry.households import Household
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal

Row = TypeVar("Row", bound=models.Model)
AsNamed = tuple[Person, str, Household | None]
"""A person, as what, and of which household if of any."""


class StillNamed(models.Manager[Row]):
    """Whoever reads rows of people reads those that hold; `ever` beside it has also who was taken out."""

    def get_queryset(self) -> models.QuerySet[Row]:
        return super().get_queryset().filter(taken_out_on__isnull=True)


def taken_out_on() -> models.DateField:
    return models.DateField(_("taken out on"), null=True, blank=True, editable=False)


def named_again() -> models.PositiveSmallIntegerField:
    """Goes up with every correction of the people, so that the record has a version that says so."""
    return models.PositiveSmallIntegerField(_("people corrected"), default=0, editable=False)


@dataclass(frozen=True)
class Renamed:
    """Who is named besides, and who was named by mistake."""

    added: Sequence[AsNamed] = ()
    taken_out: Collection[Person] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.taken_out)


def correct(
    record: Any, rows: type[models.Model], points: str, renamed: Renamed, changes: Mapping[str, Any], nobody: Refusal | None = None
) -> None:
    """
    Inside an operation: change the columns and whom the record names, as one version of it. `points` is the pointer of the rows.

    `nobody` is raised where none is left. Of two who correct the people at once the second waits, and sees what the first left.
    """
    is_moved_later = changes.get("happened_on", record.happened_on) > record.happened_on
    for name, value in changes.items():
        setattr(record, name, value)
    if not renamed:
        record.save(update_fields=list(changes))
        return
    record.named_again = 1 + type(record).objects.select_for_update().values_list("named_again", flat=True).get(pk=record.pk)
    # Nobody may be born after the day, neither who is added nor who stays; and whoever corrects sees the record by the people in it.
    if is_moved_later:
        record.save(update_fields=[*changes, "named_again"])
    ever, of = rows.ever, {points: record}  # type: ignore[attr-defined]
    _name(record, ever, of, renamed.added)
    ever.filter(**of, person__in=[one.pk for one in renamed.taken_out]).update(taken_out_on=today())
    if nobody and not names_anybody(record, rows, points):
        raise nobody
    if not is_moved_later:
        record.save(update_fields=[*changes, "named_again"])


def _name(record: Any, ever: models.Manager[Any], of: Mapping[str, Any], added: Sequence[AsNamed]) -> None:
    """Who was taken out before is named anew in the same row."""
    before = set(ever.filter(**of, taken_out_on__isnull=False).values_list("person", flat=True))
    for person, role, household in added:
        as_named = {"role": role, "household": household}
        if person.pk in before:
            ever.filter(**of, person=person).update(taken_out_on=None, **as_named)
        else:
            ever.create(organisation=record.organisation, person=person, **of, **as_named)


def names_anybody(record: models.Model, rows: type[models.Model], points: str) -> bool:
    """Over all its rows, also of people who are not opened to whoever asks."""
    with counting():
        return rows._default_manager.filter(**{points: record}).exists()
