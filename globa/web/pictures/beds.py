"""A year of a home, bed by bed: half-open days, and empty is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from globa.reports.writing.days import month
from globa.vocabulary.period import Period
from globa.web.pictures.measure import Axis, fitted, px
from globa.web.pictures.timeline import Span

LANE, STEP = 20, 25


@dataclass(frozen=True)
class Bed:
    label: str
    stays: Sequence[Span]
    away: Sequence[Span] = ()


@dataclass(frozen=True)
class Stretch:
    x: str
    y: str
    width: str
    text_x: str
    text_y: str
    title: str
    name: str
    href: str


@dataclass(frozen=True)
class BedLane:
    label: str
    label_y: str
    y: str
    stays: tuple[Stretch, ...]
    away: tuple[Stretch, ...]


@dataclass(frozen=True)
class MonthLine:
    x: str
    text_x: str
    label: str


@dataclass(frozen=True)
class BedYear:
    width: int
    left: str
    lane_width: str
    lanes: tuple[BedLane, ...]
    months: tuple[MonthLine, ...]

    @property
    def bottom(self) -> int:
        return STEP * len(self.lanes) + 4

    @property
    def height(self) -> int:
        return self.bottom + 22

    @property
    def label_y(self) -> int:
        return self.bottom + 16


def bed_year(beds: Sequence[Bed], period: Period, width: int) -> BedYear:
    left = 34 if max((len(bed.label) for bed in beds), default=0) <= 4 else 66
    axis = Axis(period.begins, period.ends, left, width)
    lanes = tuple(_lane(bed, axis, 2 + STEP * index) for index, bed in enumerate(beds))
    months = tuple(
        MonthLine(px(axis.x(day)), px(axis.x(day) + 4), month(day)) for day in axis.months(1 if width >= 600 else 3) if day < period.ends
    )
    return BedYear(width, px(left), px(width - left), lanes, months)


def _lane(bed: Bed, axis: Axis, y: int) -> BedLane:
    stays = tuple(_stretch(stay, axis, y) for stay in bed.stays if axis.shows(stay.begins, stay.ends))
    away = tuple(_stretch(time, axis, y + 11) for time in bed.away if axis.shows(time.begins, time.ends))
    return BedLane(bed.label, str(y + 15), str(y), stays, away)


def _stretch(span: Span, axis: Axis, y: float) -> Stretch:
    left, right = axis.x(span.begins), axis.x(span.ends or axis.ends)
    return Stretch(
        px(left), px(y), px(max(2.0, right - left)), px(left + 7), px(y + 14.5),
        fitted(span.title, right - left - 12, 13), f"{span.title} {span.days}", span.href,
    )  # fmt: skip
