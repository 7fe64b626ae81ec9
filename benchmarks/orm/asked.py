"""For whom and when a figure is asked, and the few aggregates that recur."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, DateField, F, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least
from psycopg.types.range import DateRange

from globa.registry.organisations import Organisation
from globa.vocabulary.period import Period

Number = int | Decimal | None
Answer = Number | tuple[Number, Number]


@dataclass(frozen=True)
class Asked:
    organisation: Organisation
    period: Period

    @property
    def opening(self) -> date:
        """The day before the period, at whose end the opening stock is counted."""
        return self.period.begins - timedelta(days=1)

    @property
    def closing(self) -> date:
        return self.period.ends - timedelta(days=1)

    @property
    def next_january(self) -> date:
        return date(self.closing.year + 1, 1, 1)

    @property
    def days(self) -> DateRange:
        return DateRange(self.period.begins, self.period.ends)

    def of(self, model: Any) -> QuerySet[Any]:
        rows: QuerySet[Any] = model._default_manager.filter(organisation=self.organisation).order_by()
        return rows

    def within(self, field: str) -> dict[str, date]:
        """The field's day lies in the period."""
        return {f"{field}__gte": self.period.begins, f"{field}__lt": self.period.ends}


Peer = Callable[[Asked], Answer]


def persons(rows: QuerySet[Any], field: str) -> int:
    """Different people; whoever was recorded twice and merged is one."""
    return int(rows.aggregate(n=Count(Coalesce(f"{field}__same_as_id", f"{field}_id"), distinct=True))["n"])


def different(rows: QuerySet[Any], field: str) -> int:
    return int(rows.aggregate(n=Count(field, distinct=True))["n"])


def total(rows: QuerySet[Any], field: str) -> int | Decimal:
    return rows.aggregate(n=Sum(field))["n"] or 0


def hours(rows: QuerySet[Any], field: str = "minutes") -> Decimal:
    return (Decimal(total(rows, field)) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)


def days(rows: QuerySet[Any], asked: Asked) -> int:
    """Days of `during` inside the period."""
    begins, ends = (Value(day, DateField()) for day in (asked.period.begins, asked.period.ends))
    last = Least(Coalesce(F("during__endswith"), ends), ends)
    found = rows.filter(during__overlap=asked.days).aggregate(n=Sum(last - Greatest(F("during__startswith"), begins)))["n"]
    return found.days if found else 0
