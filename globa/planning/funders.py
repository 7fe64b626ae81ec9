"""One payment, one funder: the same amount of the same document may not be claimed from two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from globa.planning.ledger import Basis


@dataclass(frozen=True)
class PaidTwice:
    """Entries of one document, day, item and amount that name different sources or payers."""

    document: str
    booked_on: date
    amount: Decimal
    entries: tuple[Any, ...]


def paid_twice(entries: models.QuerySet[Any]) -> list[PaidTwice]:
    """A document shared by two funders has two amounts as a rule; two equal ones are looked at. One query."""
    rows = entries.filter(basis=Basis.CASH, amount__gt=0).exclude(document="").select_related("source", "payer", "item")
    same: dict[tuple[Any, ...], list[Any]] = {}
    for entry in rows.order_by("booked_on", "document", "pk"):
        same.setdefault((entry.document, entry.booked_on, entry.item_id, entry.amount), []).append(entry)
    return [PaidTwice(key[0], key[1], key[3], tuple(many)) for key, many in same.items() if _funders(many) > 1]


def _funders(entries: Sequence[Any]) -> int:
    return len({(entry.source_id, entry.payer_id) for entry in entries})
