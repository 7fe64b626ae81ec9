"""The names that a page of evidence needs, fetched together: a query a kind of thing, however many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from globa.casework.services import Recipient
from globa.registry.access import opened_to
from globa.registry.accounts.users import User
from globa.registry.households import Household, Member
from globa.registry.people import Person
from globa.registry.policy import Opens
from globa.reports.part_names import names_of
from globa.web.figures.evidence.columns import Column, Kind
from globa.web.records.references import model_of, split

STATUS_NAMES = {"school": "school", "municipality_of_origin": "municipality"}
Row = Mapping[str, Any]


@dataclass
class Names:
    """`by_dimension` answers codes, `records` what a record is called, by its reference."""

    people: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    recipients: Mapping[str, list[Person]] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    by_dimension: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> list[UUID | None]:
        """Whoever is named; of a list that names nobody that it was shown."""
        named = {UUID(key) for key in self.people} | {person.pk for people in self.recipients.values() for person in people}
        return list(named) or [None]


def names_for(user: User, columns: Sequence[Column], rows: Sequence[Row]) -> Names:
    def wanted(*kinds: Kind) -> set[str]:
        return {row[column.field] for column in columns if column.kind in kinds for row in rows if row[column.field]}

    kinds = {column.kind for column in columns}
    return Names(
        # A row of evidence says something of the person's file, so a name stands beside it only where the file is open.
        people=_named(Person.objects.with_file_open_to(user), wanted(Kind.PERSON))
        | _named(Person.objects.visible_to(user), wanted(Kind.WORKER)),
        families=_named(_families(user), wanted(Kind.FAMILY)),
        recipients=_recipients(user, rows) if Kind.RECIPIENTS in kinds else {},
        records=_records(rows) if Kind.RECORD in kinds else {},
        by_dimension=_codes(columns, rows),
        statuses=_statuses(rows) if Kind.STATUS in kinds else {},
    )


def _named(visible: models.QuerySet[Any], ids: Iterable[str]) -> dict[str, str]:
    wanted = list(ids)
    return {str(one.pk): str(one) for one in visible.filter(pk__in=wanted)} if wanted else {}


def _families(user: User) -> models.QuerySet[Household]:
    return Household.objects.visible_to(user).filter(members__in=Member.objects.visible_to(user)).distinct()


def _recipients(user: User, rows: Sequence[Row]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    services = [split(row["record"])[1] for row in rows]
    shown = Recipient.objects.filter(service__in=services, person__in=opened_to(user, Opens.FILE))
    for recipient in shown.select_related("person").order_by("person"):
        found[f"casework.service:{recipient.service_id}"].append(recipient.person)
    return found


def _records(rows: Sequence[Row]) -> dict[str, str]:
    """One query a kind of record; a fact table whose column this is holds one kind."""
    by_label: dict[str, list[UUID]] = defaultdict(list)
    for row in rows:
        label, key = split(row["record"])
        by_label[label].append(key)
    found = {}
    for label, keys in by_label.items():
        model = model_of(label)
        related = ("organisation",) if label == "casework.case" else ()
        for record in model._default_manager.select_related(*related).filter(pk__in=keys):
            found[f"{label}:{record.pk}"] = CALLED.get(label, str)(record)
    return found


CALLED: dict[str, Callable[[Any], str]] = {"planning.direction": lambda direction: f"{direction.code} {direction.text}"}


def _codes(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, dict[str, str]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for column in columns:
        if column.kind in (Kind.NAMED, Kind.ENDED):
            wanted[column.dimension] |= {row[column.field] for row in rows if row[column.field]}
    return {dimension: names_of(dimension, sorted(codes)) for dimension, codes in wanted.items() if codes}


def _statuses(rows: Sequence[Row]) -> dict[str, str]:
    """A status is a school, a municipality or a condition: its kind says where its name lies."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["value"]:
            wanted[STATUS_NAMES.get(row["kind"], "status")].add(row["value"])
    found: dict[str, str] = {}
    for dimension, codes in wanted.items():
        found |= names_of(dimension, sorted(codes))
    return found
