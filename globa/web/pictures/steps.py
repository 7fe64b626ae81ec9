"""A number that changes on certain days and stays until the next: a line of steps, with the line that it should not cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from globa.reports.writing.days import month
from globa.vocabulary.period import Period
from globa.web.numbers import Number
from globa.web.pictures.measure import Axis, px, width_of

LEFT, RIGHT, TOP, BASE, HEIGHT = 30, 8, 16, 150, 174
HAIRLINES = 5
ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True)
class Step:
    """What the number is from a day on."""

    day: date
    number: Number

    @property
    def value(self) -> float | None:
        return float(self.number.value) if self.number.is_known and self.number.value is not None else None


@dataclass(frozen=True)
class Tick:
    """A label of an axis, with the place of its hairline."""

    label: str
    x: str
    y: str


@dataclass(frozen=True)
class Steps:
    width: int
    areas: tuple[str, ...]
    lines: tuple[str, ...]
    scale: tuple[Tick, ...]
    months: tuple[Tick, ...]
    first: Tick | None
    last: Tick | None
    limit: Tick | None
    height: int = HEIGHT
    left: int = LEFT
    base: int = BASE

    @property
    def right(self) -> int:
        return self.width - RIGHT

    @property
    def is_limit_above(self) -> bool:
        """Whether the words of the limit find room over its line."""
        return bool(self.limit and float(self.limit.y) > TOP + 4)


@dataclass(frozen=True)
class Stepped:
    """What is drawn: `until` is the first day of which nothing is said yet, `limit` the line above and what it is called."""

    period: Period
    until: date
    steps: Sequence[Step]
    limit: float | None = None
    limit_words: str = ""

    @property
    def known(self) -> list[Step]:
        return [step for step in self.steps if step.value is not None]


def steps(of: Stepped, width: int) -> Steps:
    """The axis begins at zero; a day on which nothing was recorded breaks the line."""
    period, limit, known = of.period, of.limit, of.known
    axis = Axis(period.begins, period.ends, LEFT, width - RIGHT)
    scale = _scale(max([limit or 0, *(step.value or 0 for step in known)]))
    height = _Height(scale[-1])
    runs = [[*_corners(run, axis, height)] for run in _runs(of.steps, of.until)]
    return Steps(
        width,
        tuple(f"{run[0][0]},{BASE} {_written(run)} {run[-1][0]},{BASE}" for run in runs),
        tuple(_written(run) for run in runs),
        tuple(Tick(str(value), px(LEFT), px(height.y(value))) for value in scale),
        _months(axis, width),
        Tick(known[0].number.shown, *runs[0][0]) if known else None,
        Tick(known[-1].number.shown, *runs[-1][-1]) if known else None,
        Tick(of.limit_words, px(width - RIGHT), px(height.y(limit))) if limit else None,
    )


@dataclass(frozen=True)
class _Height:
    top: int

    def y(self, value: float) -> float:
        return BASE - (BASE - TOP) * value / self.top


def _scale(most: float) -> list[int]:
    """Round numbers from zero to the first that is not below the largest."""
    step = next((one for one in ROUND if one * HAIRLINES >= most), int(most) or 1)
    count = max(1, -(-int(-(-most // 1)) // step))
    return [step * number for number in range(count + 1)]


def _runs(found: Sequence[Step], ends: date) -> Iterator[list[tuple[date, date, float]]]:
    """Unbroken stretches of what is known: from, until, value."""
    run: list[tuple[date, date, float]] = []
    for step, until in zip(found, [*(one.day for one in found[1:]), ends], strict=True):
        if step.value is not None:
            run.append((step.day, until, step.value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _corners(run: Sequence[tuple[date, date, float]], axis: Axis, height: _Height) -> Iterator[tuple[str, str]]:
    for begins, ends, value in run:
        yield px(axis.x(begins)), px(height.y(value))
        yield px(axis.x(ends)), px(height.y(value))


def _written(corners: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{x},{y}" for x, y in corners)


def _months(axis: Axis, width: int) -> tuple[Tick, ...]:
    """In the middle of each month its name, or its first letter where the names do not fit."""
    days = axis.months(1)
    room = (width - LEFT - RIGHT) / 12
    form = "short" if all(width_of(month(day), 13) < room for day in days) else "narrow"
    return tuple(Tick(month(day, form), px(axis.x(day.replace(day=16))), "0") for day in days if day < axis.ends)
