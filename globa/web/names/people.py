"""Finding a person by a name typed by hand: without its marks, either name first, in any form of the family, with one slip."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, FloatField, Func, IntegerField, QuerySet, UUIDField, Value

from globa.registry.names.finding import opened_and_named
from globa.registry.people import Person, PersonQuerySet

SHOWN = 8


def found(people: PersonQuerySet, text: str) -> QuerySet[Person]:
    """Return those of whom every typed word is a name, or nearly; the likeliest first. One query is asked at once."""
    meant = opened_and_named(text)
    if not meant:
        return people.none()
    ids, likeness = Value(list(meant), ArrayField(UUIDField())), Value(list(meant.values()), ArrayField(FloatField()))
    place = Func(ids, F("pk"), function="array_position", output_field=IntegerField())
    alike = Func(likeness, place, template="(%(expressions)s]", arg_joiner=")[", output_field=FloatField())
    return people.filter(pk__in=list(meant)).annotate(likeness=alike).order_by("-likeness", "family_name", "given_name", "pk")


def suggested(people: PersonQuerySet, text: str, without: list[uuid.UUID]) -> list[Person]:
    return list(found(people.surviving().exclude(pk__in=without), text)[:SHOWN])
