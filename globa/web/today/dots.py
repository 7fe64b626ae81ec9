"""A dot for every family, from left to right by the days since its last service; those beyond the line have waited long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LINE, GAP = 206, 52, 132, 6
ROOM = 36
"""Of the height for the dots; below them the line has its words."""
PITCHES = (8, 7, 6, 5, 4)
FAR = 10**6


@dataclass(frozen=True)
class Dot:
    x: str
    y: str
    is_late: bool


@dataclass(frozen=True)
class Dots:
    """`each` is how many families one dot stands for: more than one only where they would not fit."""

    dots: tuple[Dot, ...]
    radius: str
    each: int = 1
    width: int = WIDTH
    height: int = HEIGHT
    line: int = LINE


def dots_of(days: Sequence[int | None], long: int) -> Dots:
    """`days` since the last service, None for never; more than `long` is beyond the line."""
    ordered = sorted(FAR if one is None else one for one in days)
    each = 1
    while True:
        for pitch in PITCHES:
            if placed := _placed(ordered[::each], long, pitch):
                return Dots(tuple(placed), f"{pitch / 2 - 0.7:.1f}", each)
        each += 1


def _placed(ordered: Sequence[int], long: int, pitch: int) -> list[Dot] | None:
    """None where they do not fit at this size. A full column gives to the nearest one on the same side of the line."""
    before, after, high = LINE // pitch, (WIDTH - LINE - GAP) // pitch, ROOM // pitch
    taken: Counter[int] = Counter()
    found = []
    for one in ordered:
        side = range(before) if one <= long else range(before, before + after)
        wanted = min(one * before // (long + 1), side[-1])
        free = [column for column in side if taken[column] < high]
        if not free:
            return None
        column = min(free, key=lambda at: (abs(at - wanted), at))
        x = column * pitch + pitch / 2 + (GAP if one > long else 0)
        found.append(Dot(f"{x:.1f}", f"{taken[column] * pitch + pitch / 2:.1f}", one > long))
        taken[column] += 1
    return found
