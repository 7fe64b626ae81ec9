"""A carer's year: hours of training beside the norm, days of rest taken and left. Counted, and of nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Sum

from globa.care.away import AwayKind, AwayTime
from globa.casework.groups import Attendance, EventKind
from globa.journal.operations import counting
from globa.registry.norms import NoNorm, Norm
from globa.registry.people import Person

TRAINING = (EventKind.GIMK_BASIC, EventKind.GIMK_SPECIALISED, EventKind.GIMK_CLOSE_RELATIVES, EventKind.GIMK_CONTINUING)
TRAINING_NORM, RESPITE_NORM = "carer-training-a-year", "carer-respite-a-year"


@dataclass(frozen=True)
class CarerYear:
    """A norm that nobody has recorded is None, and then nothing is said to be missing or left."""

    year: int
    minutes: int
    hours_norm: int | None
    days_of_rest: int
    days_norm: int | None

    @property
    def minutes_missing(self) -> int:
        return max(0, (self.hours_norm or 0) * 60 - self.minutes)

    @property
    def days_left(self) -> int | None:
        return None if self.days_norm is None else max(0, self.days_norm - self.days_of_rest)


def year_of(carer: Person, day: date) -> CarerYear:
    begins, ends = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return CarerYear(
        day.year, _minutes(carer, begins, ends), _norm(TRAINING_NORM, day), _rest(carer, begins, ends, day), _norm(RESPITE_NORM, day)
    )


def _minutes(carer: Person, begins: date, ends: date) -> int:
    held = Attendance.objects.filter(
        person=carer, event__kind__in=TRAINING, event__withdrawn_on=None, event__happened_on__gte=begins, event__happened_on__lt=ends
    )
    return held.aggregate(minutes=Sum("event__minutes"))["minutes"] or 0


def _rest(carer: Person, begins: date, ends: date, day: date) -> int:
    """
    Days on which a child, also one who has left since, was elsewhere so that the carer could rest; each day once.

    Of a rest whose end is not known yet only the days up to this one are taken.
    """
    with counting():
        times = AwayTime.objects.filter(stay__carer=carer, kind=AwayKind.RESPITE, during__overlap=(begins, ends))
        spans = list(times.order_by().values_list("during", flat=True))
    days: set[date] = set()
    for span in spans:
        first, last = max(span.lower or begins, begins), min(span.upper or day + timedelta(days=1), ends)
        days |= {first + timedelta(days=number) for number in range((last - first).days)}
    return len(days)


def _norm(code: str, day: date) -> int | None:
    try:
        value: Decimal = Norm.objects.in_force(code, day).value
    except NoNorm:
        return None
    return int(value)
