"""
Which entries of a table a total adds up.

A table seldom says it. So each reading that its labels allow is tried - all entries above, those since the last total, the totals before,
the entries below it, these divided by sex or municipality - and the one that agrees in most places is taken for what its author meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, groupby

from globa.checker.amounts import CENT, FOREVER, Amount, bounds, is_rounded
from globa.checker.folding import folded
from globa.checker.grids import Grid
from globa.checker.labels import axis

Reading = tuple[tuple[int, ...], ...]
NOT_ADDED = re.compile(r"vidur|vidut|\bvid\b|santyk|ikain|\bkain|tarif|norma|average|\bmean\b|rate|price|pokyt|skirtum|augim|vykdym")
PERCENT = re.compile(r"%|\bproc\b|procent|per ?cent|\bdalis\b")
HEADED = re.compile(r"(.{3,}?),? (?:is ?viso|viso|total)\W*$")
PRICED = re.compile(r"kain|ikain|kiek|tarif|norma|price|quantity|rate")
NOTHING_THERE = re.compile(r"netei|nevyk|nebuv|nera\b|nenum|nepla|neveik|uzdaryt|nulis|none")


@dataclass(frozen=True)
class Reckoning:
    """One number that should be the sum of others: `total` printed, `parts` found, and what stands there as text instead of a number."""

    total: Amount
    entry: int
    across: int
    parts: tuple[tuple[int, Amount], ...]
    unknown: tuple[str, ...] = ()

    @property
    def sum(self) -> Decimal:
        return sum((part.value for _entry, part in self.parts), Decimal(0))

    @property
    def difference(self) -> Decimal:
        return self.total.value - self.sum

    @property
    def agrees(self) -> bool:
        low, high = bounds(part for _entry, part in self.parts)
        return self.total.agrees(low, FOREVER if self.unknown else high)

    @property
    def may_be_rounded(self) -> bool:
        """One or three decimals, and off by no more than rounding every part can make it."""
        step = min([self.total.step, *(part.step for _entry, part in self.parts)])
        return step not in (1, CENT) and abs(self.difference) * 2 <= step * (len(self.parts) + 1)


@dataclass
class Reckoned:
    """A total under the reading that was taken for it."""

    entry: int
    reading: Reading
    agreeing: list[Reckoning] = field(default_factory=list)
    disagreeing: list[Reckoning] = field(default_factory=list)

    @property
    def score(self) -> tuple[int, int]:
        return len(self.agreeing) - len(self.disagreeing), len(self.agreeing)


def reckoned(grid: Grid) -> Iterator[Reckoned]:
    """Of every total among the rows the best reading. For the columns ask the turned grid."""
    for entry, row in enumerate(grid.rows):
        if row.is_total and not row.is_nested:
            tried = [_tried(grid, entry, reading) for reading in _readings(grid, entry)]
            told = [one for one in tried if one.agreeing or one.disagreeing]
            if told and not _is_product(grid, entry):
                yield max(told, key=lambda one: one.score)


def _tried(grid: Grid, entry: int, reading: Reading) -> Reckoned:
    one = Reckoned(entry, reading)
    for across in _across(grid):
        total = grid.at(entry, across) if _adds_up(grid, entry, across) else None
        for group in reading if total is not None else ():
            assert total is not None
            if (place := _place(grid, entry, across, total, group)) is not None:
                (one.agreeing if place.agrees else one.disagreeing).append(place)
    return one


def _adds_up(grid: Grid, entry: int, across: int) -> bool:
    """Averages, prices and changes are not added; shares are where they make a hundred."""
    words = folded(grid.columns[across].label)
    total = grid.at(entry, across)
    return not NOT_ADDED.search(words) and (not PERCENT.search(words) or total is None or abs(total.value - 100) * 10 <= 1)


def _place(grid: Grid, entry: int, across: int, total: Amount, group: Sequence[int]) -> Reckoning | None:
    parts = tuple((part, found) for part in group if (found := grid.at(part, across)) is not None)
    texts = [text for part in group if isinstance(text := grid.squares[part][across], str)]
    unknown = tuple(text for text in texts if not NOTHING_THERE.search(folded(text)))
    return Reckoning(total, entry, across, parts, unknown) if parts else None


def _readings(grid: Grid, entry: int) -> Iterator[Reading]:
    """In the order of how natural they are; of equally good ones the first counts."""
    rows = grid.rows
    plain = [place for place in range(len(rows)) if _may_be_added(grid, place, entry)]
    if len(own := _of_its_head(grid, plain, entry)) > 1:
        yield (tuple(own),)
        return
    totals = [place for place in range(entry) if rows[place].is_total and not rows[place].is_nested]
    above = [place for place in plain if place < entry]
    since = [place for place in above if place > _last([*totals, *(one for one in grid.sections if one < entry)])]
    below = [place for place in plain if entry < place < _next(grid, entry)]
    candidates: list[Sequence[Sequence[int]]] = [[since], [above]] if above else []
    if totals:
        candidates += [[[*totals, *since]], [totals]]
    candidates += [*_divided(grid, below), [[place for place in plain if place != entry]]]
    candidates += _divided(grid, above) if above else []
    seen: set[Reading] = set()
    for candidate in candidates:
        reading = tuple(tuple(group) for group in candidate if len(group) > 1)
        if reading and reading not in seen:
            seen.add(reading)
            yield reading


def _of_its_head(grid: Grid, plain: Sequence[int], entry: int) -> list[int]:
    """„2022 m. Iš viso“ is of „2022 m. Mergaitės“ and „2022 m. Berniukai“."""
    found = HEADED.match(folded(grid.rows[entry].label))
    return [place for place in plain if folded(grid.rows[place].label).startswith(f"{found[1]} ")] if found else []


def _may_be_added(grid: Grid, place: int, entry: int) -> bool:
    row, total = grid.rows[place], grid.rows[entry]
    is_percent = is_rounded(row.label) and not is_rounded(total.label)
    return not row.is_total and not row.is_nested and place not in grid.sections and not (is_percent and "%" in row.label)


def _last(places: Sequence[int]) -> int:
    return max(places, default=-1)


def _next(grid: Grid, entry: int) -> int:
    ends = [place for place, row in enumerate(grid.rows) if place > entry and (row.is_total or place in grid.sections)]
    return min(ends, default=len(grid.rows))


def _divided(grid: Grid, below: Sequence[int]) -> Iterator[Sequence[Sequence[int]]]:
    """What follows a total: all of it, or runs of one axis each of which makes the whole."""
    if below:
        runs = [(name, list(run)) for name, run in groupby(below, key=lambda place: axis(grid.rows[place].label))]
        yield [below]
        if len(runs) > 1:
            yield [run for _name, run in runs]
            yield [run for name, run in runs if name]


def _is_product(grid: Grid, entry: int) -> bool:
    """Quantity times price: the total multiplies its neighbours, line for line, and its heads speak of prices."""
    if not PRICED.search(folded(" ".join(row.label for row in grid.rows))):
        return False
    lines = ([found for place in range(len(grid.rows)) if place != entry and (found := grid.at(place, across))] for across in _across(grid))
    asked = [
        (line, total) for line, across in zip(lines, _across(grid), strict=True) if len(line) > 1 and (total := grid.at(entry, across))
    ]
    return sum(_multiplies(line, total) for line, total in asked) * 2 > len(asked)


def _across(grid: Grid) -> range:
    return range(len(grid.columns))


def _multiplies(line: Sequence[Amount], total: Amount) -> bool:
    return any(abs(one.value * other.value - total.value) * 2 <= total.step for one, other in combinations(line, 2))
