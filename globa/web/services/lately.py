"""Whom a worker helped last: they are offered first, for most help goes to the same people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Max, Q

from globa.casework.services import Recipient
from globa.registry.people import Person
from globa.web.services.giver import Giver

OFFERED = 6


def lately_helped(giver: Giver) -> list[Person]:
    """Those whom the worker helped last, the last one first; two queries."""
    last = [row["person"] for row in _helped(giver).order_by("-day", "-said", "person")[:OFFERED]]
    people = Person.objects.visible_to(giver.user).surviving().in_bulk(last)
    return [people[pk] for pk in last if pk in people]


def helped_first(giver: Giver, people: Sequence[Person]) -> list[Person]:
    """The same people, those whom the worker helped before first; who was found nearer stays before the others."""
    if not people:
        return []
    known = set(_helped(giver).filter(person__in=[person.pk for person in people]).values_list("person", flat=True))
    return sorted(people, key=lambda person: person.pk not in known)


def _helped(giver: Giver) -> Any:
    """A row a person, with the day of the last service."""
    mine = Q(service__provider=giver.person, service__withdrawn_on__isnull=True, service__organisation=giver.organisation)
    named = Recipient.objects.filter(mine).order_by().values("person")
    return named.annotate(day=Max("service__happened_on"), said=Max("service__number"))
