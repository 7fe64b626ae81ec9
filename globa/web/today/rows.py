"""A line of today's work: what, about whom, until when, on what ground, and where it is done."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from globa.registry.people import Person
from globa.reports.writing import days

SOON = 3
LATE = 3


@dataclass(frozen=True)
class Row:
    """`who` and `person` are empty for what is about nobody; `day` is the last one on which it is in time; `act` is what one does there."""

    title: str
    address: str
    on: date
    day: date | None = None
    who: str = ""
    person: uuid.UUID | None = None
    basis: str = ""
    act: str = ""

    @property
    def is_late(self) -> bool:
        return self.day is not None and self.day < self.on

    @property
    def tone(self) -> str:
        if self.is_late:
            return "brick"
        return "amber" if self.day is not None and self.day <= self.on + timedelta(days=1) else "line"

    @property
    def when(self) -> str:
        """What the tag says: how late, today, a weekday of this week, else the day."""
        if self.day is None:
            return ""
        if self.is_late:
            return _("late %(days)s d.") % {"days": (self.on - self.day).days}
        if self.day == self.on:
            return _("today")
        return date_format(self.day, "l").lower() if self.day < self.on + timedelta(days=7) else days.iso(self.day)


def about(person: Person, title: str, address: str, on: date, day: date | None = None, basis: str = "", act: str = "") -> Row:
    age = person.age_on(on)
    who = _("%(name)s, aged %(years)s") % {"name": person, "years": age} if age is not None and age < GROWN_UP else str(person)
    return Row(title, address, on, day, who, person.pk, basis, act)


GROWN_UP = 18
"""Of a child the age tells namesakes apart; of grown-ups it is not said."""


def nearest(rows: Iterable[Row]) -> list[Row]:
    """What became late last, then what is due next: what has waited for years waits in the whole list."""
    listed = sorted(rows, key=lambda row: (row.day or row.on, row.title, row.who))
    late, due = [row for row in listed if row.is_late], [row for row in listed if not row.is_late]
    return [*late[::-1][: LATE + max(0, SOON - len(due))], *due[: SOON + max(0, LATE - len(late))]]
