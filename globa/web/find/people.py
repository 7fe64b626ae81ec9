"""Finding a person by a name typed by hand: letters without their marks, a slip of the finger, either name first."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, F, FloatField, Func, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Concat, Least, Lower

from globa.registry.people import OtherName, Person, PersonQuerySet

ALIKE = 0.5
"""A word of four letters with one wrong is just above it."""
SHOWN = 8
LONGEST = 100


class WordSimilarity(Func):
    """How much of the first text's letters, three by three, stand together in the second: 1 is all of them."""

    function = "word_similarity"
    output_field = FloatField()


class Unaccented(Func):
    function = "unaccent"
    output_field = TextField()


def found(people: PersonQuerySet, text: str) -> QuerySet[Person]:
    """Return those whose name holds every typed word, or nearly; the nearest first."""
    words = text[:LONGEST].split()
    if not words:
        return people.none()
    named = people.annotate(full_name=_full_name())
    likeness = [WordSimilarity(Unaccented(Lower(Value(word))), F("full_name")) for word in words]
    alike: Any = Least(*likeness) if len(likeness) > 1 else likeness[0]
    return named.annotate(likeness=alike).filter(likeness__gte=ALIKE).order_by("-likeness", "family_name", "given_name", "pk")


def suggested(people: PersonQuerySet, text: str, without: list[uuid.UUID]) -> list[Person]:
    return list(found(people.surviving().exclude(pk__in=without), text)[:SHOWN])


def _full_name() -> Unaccented:
    """All names of a person as one text, also those of other times and scripts."""
    other = (
        OtherName.objects.filter(person=OuterRef("pk"))
        .order_by()
        .values("person")
        .annotate(all=StringAgg(Concat("given_name", Value(" "), "family_name", output_field=CharField()), delimiter=" "))
        .values("all")
    )
    joined = Func(
        F("given_name"), F("family_name"), Subquery(other, output_field=TextField()),
        function="concat_ws", template="%(function)s(' ', %(expressions)s)", output_field=TextField(),
    )  # fmt: skip
    return Unaccented(Lower(joined))
