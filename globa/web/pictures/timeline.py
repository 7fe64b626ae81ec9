"""A child's way on two lanes: who represents the child by law above, where the child lives below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from globa.reports.writing.days import month
from globa.web.pictures.measure import Axis, fitted, px, width_of

TONES = {  # fill, border, text
    "law-faint": ("#e7ecf7", "#a8b8b1", "#16241f"),
    "law": ("#4a69b0", "#4a69b0", "#fff"),
    "law-strong": ("#3d5ca3", "#3d5ca3", "#fff"),
    "life-faint": ("#f0f6f3", "#a8b8b1", "#16241f"),
    "life": ("#7bb3a2", "#a8b8b1", "#16241f"),
    "life-strong": ("#12564a", "#12564a", "#fff"),
}
LANE = 44
SHORTEST = timedelta(days=120)
"""Whoever came today has a way too short to be seen: the picture begins earlier."""


@dataclass(frozen=True)
class Span:
    """Half-open days; `ends` is empty while it lasts."""

    title: str
    begins: date
    ends: date | None = None
    note: str = ""
    tone: str = "life"
    href: str = ""

    @property
    def days(self) -> str:
        return f"{self.begins:%Y-%m-%d} – {f'{self.ends:%Y-%m-%d}' if self.ends else '…'}"


@dataclass(frozen=True)
class Lane:
    title: str
    note: str
    spans: Sequence[Span]
    away: Sequence[Span] = ()


@dataclass(frozen=True)
class Moment:
    day: date
    words: str


@dataclass(frozen=True)
class Box:
    x: str
    y: str
    width: str
    height: str
    fill: str
    border: str
    ink: str
    text_x: str
    title_y: str
    title: str
    note_y: str
    note: str
    href: str
    name: str


@dataclass(frozen=True)
class Hatch:
    x: str
    y: str
    width: str


@dataclass(frozen=True)
class DrawnLane:
    title: str
    note: str
    title_y: str
    note_y: str
    boxes: tuple[Box, ...]
    hatches: tuple[Hatch, ...]


@dataclass(frozen=True)
class Tick:
    x: str
    text_x: str
    label: str
    is_year: bool


@dataclass(frozen=True)
class Mark:
    x: str
    text_x: str
    words: str
    anchor: str


@dataclass(frozen=True)
class Timeline:
    width: int
    height: int
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    today_x: str
    top: int
    bottom: int

    @property
    def label_y(self) -> int:
        return self.bottom + 16

    @property
    def has_links(self) -> bool:
        return any(box.href for lane in self.lanes for box in lane.boxes)


def timeline(lanes: Sequence[Lane], today: date, width: int, marks: Sequence[Moment] = ()) -> Timeline:
    """Draw from the first day of any lane to a little after today; the names of the lanes stand beside it, or above on a phone."""
    is_narrow = width < 600
    first = min(_first_day(lanes, is_narrow) or today - timedelta(days=365), today - SHORTEST)
    axis = Axis(first, today + timedelta(days=1), 2 if is_narrow else 129, width - 2)
    top, step = (44, 76) if is_narrow else (34, 70)
    drawn = tuple(_lane(lane, axis, top + step * index, is_narrow) for index, lane in enumerate(lanes))
    bottom = top + step * (len(lanes) - 1) + LANE + 14
    shown = () if is_narrow else tuple(_mark(mark, axis, width) for mark in marks)
    return Timeline(width, bottom + 24, drawn, tuple(_ticks(axis)), shown, px(axis.x(today)), top - 10, bottom)


def _first_day(lanes: Sequence[Lane], is_narrow: bool) -> date | None:
    """A phone has no room for the time before care: it begins a fortnight before its first day."""
    begun = [span.begins for lane in lanes for span in lane.spans]
    in_care = [span.begins for lane in lanes for span in lane.spans if not span.tone.endswith("faint")]
    if is_narrow and in_care:
        return max(min(begun), min(in_care) - timedelta(days=14))
    return min(begun, default=None)


def _lane(lane: Lane, axis: Axis, y: float, is_narrow: bool) -> DrawnLane:
    boxes = tuple(_box(span, axis, y, lane.away) for span in lane.spans if axis.shows(span.begins, span.ends))
    hatches = tuple(_hatch(span, axis, y) for span in lane.away if axis.shows(span.begins, span.ends))
    if is_narrow:
        return DrawnLane(f"{lane.title} {lane.note}".strip(), "", px(y - 9), "", boxes, hatches)
    title_y = y + (19 if lane.note else 27)
    return DrawnLane(lane.title, lane.note, px(title_y), px(title_y + 17), boxes, hatches)


def _box(span: Span, axis: Axis, y: float, away: Sequence[Span]) -> Box:
    left, right = axis.x(span.begins), axis.x(span.ends or axis.ends)
    room = right - left - 16
    title = fitted(span.title, room, 13.5, bold=True)
    hatched = min((axis.x(time.begins) for time in away if axis.x(time.begins) > left), default=right)
    note = fitted(span.note, min(room, hatched - left - 12), 12.5) if title else ""
    fill, border, ink = TONES[span.tone]
    return Box(
        px(left), px(y), px(max(2.0, right - left - 1.5)), str(LANE), fill, border, ink, px(left + 8),
        px(y + (18 if note else 27)), title, px(y + 35), note, span.href, f"{span.title} {span.note} {span.days}",
    )  # fmt: skip


def _hatch(span: Span, axis: Axis, y: float) -> Hatch:
    left = axis.x(span.begins)
    return Hatch(px(left), px(y + LANE - 11), px(max(3.0, axis.x(span.ends or axis.ends) - left)))


def _mark(mark: Moment, axis: Axis, width: int) -> Mark:
    x = axis.x(mark.day)
    overflows = x + width_of(mark.words, 13) > width - 70
    return Mark(px(x), px(x + (6 if overflows else -6)), mark.words, "end" if overflows else "start")


def _ticks(axis: Axis) -> list[Tick]:
    """Quarters while they have room, else half-years, else years; a label only where the next one leaves space."""
    per_month = (axis.right - axis.left) / max(1.0, (axis.ends - axis.begins).days / 30.44)
    every = next((months for months in (3, 6, 12, 24, 60) if per_month * months >= 46), 60)
    ticks, edge = [], axis.right - 92
    for day in axis.months(min(every, 12)):
        if every > 12 and day.year % (every // 12):
            continue
        x, is_year = axis.x(day), day.month == 1
        label = str(day.year) if is_year else month(day)
        ticks.append(Tick(px(x), px(x + 4), label if x + 4 < edge else "", is_year))
    return ticks
