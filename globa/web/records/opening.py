"""Which records have a page that opens to the reader: a link to another one would lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.urls import reverse

from globa.registry.accounts.users import User
from globa.web.gate import opens_to
from globa.web.records.kinds import KINDS
from globa.web.records.references import address_of, split


def opened_among(user: User, role: str, references: Iterable[str]) -> frozenset[str]:
    """One question a kind of record; a figure's list holds one kind."""
    by_label: dict[str, list[UUID]] = defaultdict(list)
    for reference in references:
        label, key = split(reference)
        by_label[label].append(key)
    return frozenset(f"{label}:{key}" for label, keys in by_label.items() for key in _opened(user, role, label, keys))


def _opened(user: User, role: str, label: str, keys: list[UUID]) -> Iterator[UUID]:
    kind = KINDS.get(label)
    if kind and opens_to(role, page_of(label, keys[0])):
        yield from kind.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True)


def page_of(label: str, key: UUID) -> str:
    """A service has a page of its own."""
    return reverse("services-service", args=[key]) if label == "casework.service" else address_of(f"{label}:{key}")
