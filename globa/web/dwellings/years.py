"""A year of one home: its beds as lanes, who came and left, and its days of care."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.urls import reverse

from globa.care.away import AwayTime
from globa.care.dwellings import Bed, Capacity, Dwelling
from globa.care.stays import Stay
from globa.registry.accounts.users import User
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.web.dwellings.residents import residents
from globa.web.pictures import beds as drawn
from globa.web.pictures.timeline import Span

YEARS_SHOWN = 8


@dataclass(frozen=True)
class Move:
    """A stay that began or ended in the year."""

    stay: Stay
    days: int
    came: bool
    left: bool


class HomeYear:
    """The part of the year that has been; all stays of the home are read once, with the days away."""

    def __init__(self, dwelling: Dwelling, user: User, asked: str) -> None:
        self.dwelling, self.user = dwelling, user
        self.stays = residents(Stay.objects.filter(dwelling=dwelling).select_related("child", "bed__room").order_by("during"), user)
        self.year = int(asked) if asked.isdecimal() and int(asked) in self.years else self._lively
        whole = Period.year(self.year)
        self.period = Period(whole.begins, min(whole.ends, max(today() + timedelta(days=1), whole.begins + timedelta(days=1))))

    @property
    def years(self) -> list[int]:
        """From the first stay to the last one, at most the last eight."""
        now = today().year
        firsts = [stay.began_on.year for stay in self.stays]
        lasts = [(stay.ended_on - timedelta(days=1)).year if stay.ended_on else now for stay in self.stays]
        first, last = min(firsts, default=now), min(now, max(lasts, default=now))
        return list(range(max(min(first, last), last - YEARS_SHOWN + 1), last + 1))

    @property
    def _lively(self) -> int:
        """The last year in which somebody came or left: a year without either tells least."""
        days = [day for stay in self.stays for day in (stay.began_on, stay.ended_on) if day and day <= today()]
        return min(max((day.year for day in days), default=today().year), self.years[-1])

    @property
    def is_whole(self) -> bool:
        return self.period.is_year

    @property
    def state_day(self) -> date:
        """The day of which the page speaks when the year is chosen: its last one, or today."""
        return self.period.last_day

    @property
    def inside(self) -> list[Stay]:
        return [stay for stay in self.stays if stay.days_in(self.period)]

    @property
    def moves(self) -> list[Move]:
        made = [
            Move(stay, stay.days_in(self.period), stay.began_on in self.period, bool(stay.ended_on and stay.ended_on in self.period))
            for stay in self.stays
            if stay.is_shown  # type: ignore[attr-defined]
        ]
        return sorted((one for one in made if one.came or one.left), key=lambda one: one.stay.ended_on or one.stay.began_on)

    @property
    def moves_of_others(self) -> int:
        """Children who came or left and are not the reader's to see."""
        hidden = [stay for stay in self.inside if not stay.is_shown]  # type: ignore[attr-defined]
        return sum(stay.began_on in self.period or bool(stay.ended_on and stay.ended_on in self.period) for stay in hidden)

    @property
    def days(self) -> int:
        return sum(stay.days_in(self.period) for stay in self.stays)

    def share(self, capacities: Sequence[Capacity]) -> Decimal | None:
        """Days of care of all days of the counted places, in percent; None where no place was counted."""
        offered = sum(one.places * _overlap(one.during.lower, one.during.upper, self.period) for one in capacities)
        return Decimal(100 * self.days) / offered if offered else None

    def lanes(self, beds: Sequence[Bed], away: Sequence[AwayTime]) -> list[drawn.Bed]:
        inside = self.inside
        times = {stay.pk: [time for time in away if time.stay_id == stay.pk] for stay in inside}
        standing = [bed for bed in beds if _overlap(bed.during.lower, bed.during.upper, self.period)]
        return [
            drawn.Bed(
                bed.name,
                [_span(stay) for stay in inside if stay.bed_id == bed.pk],
                [_away(time) for stay in inside if stay.bed_id == bed.pk for time in times[stay.pk]],
            )
            for bed in standing
        ]


def _overlap(begins: date | None, ends: date | None, period: Period) -> int:
    first, last = max(begins or period.begins, period.begins), min(ends or period.ends, period.ends)
    return max(0, (last - first).days)


def _span(stay: Stay) -> Span:
    there = reverse("people-person", args=[stay.child_id]) if stay.is_shown else ""  # type: ignore[attr-defined]
    return Span(short_name(stay.child), stay.began_on, stay.ended_on, href=there)


def _away(time: AwayTime) -> Span:
    return Span(str(time.get_kind_display()), time.during.lower, time.during.upper)


def short_name(person: Person) -> str:
    """As in a picture: Matas Ž."""
    return f"{person.given_name} {person.family_name[:1]}.".strip() if person.family_name else person.name
