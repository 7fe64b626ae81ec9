"""One bar cut into its parts: what a whole is made of, with the rest always there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from globa.web.numbers import Number
from globa.web.pictures.measure import fitted, px

SHADES = ("#12564a", "#37806e", "#7bb3a2", "#b4d5c9", "#d5e7e0")
HIDDEN = "url(#hidden)"
GAP = 2.0


@dataclass(frozen=True)
class Part:
    """`fill` fixes the colour where a part has one of its own, as a source of money has."""

    label: str
    number: Number
    fill: str = ""


@dataclass(frozen=True)
class Segment:
    part: Part
    x: str
    width: str
    fill: str
    inside: str


@dataclass(frozen=True)
class Whole:
    width: int
    segments: tuple[Segment, ...]
    height: int = 14

    @property
    def said(self) -> str:
        return ", ".join(f"{segment.part.label} {segment.part.number.shown}" for segment in self.segments)


def whole(parts: Sequence[Part], width: int) -> Whole:
    """Draw the parts by their size; hidden and unknown ones get a hatched sliver, so that size tells nothing."""
    sizes = [float(part.number.value or 0) if part.number.is_known else 0.0 for part in parts]
    drawn = [index for index, part in enumerate(parts) if sizes[index] > 0 or not part.number.is_known]
    slivers = 10.0 * sum(1 for index in drawn if not parts[index].number.is_known)
    room = width - slivers - GAP * max(0, len(drawn) - 1)
    total = sum(sizes) or 1
    segments, x = [], 0.0
    for place, index in enumerate(drawn):
        part = parts[index]
        wide = max(2.0, room * sizes[index] / total) if part.number.is_known else 10.0
        fill = part.fill or SHADES[place % len(SHADES)] if part.number.is_known else HIDDEN
        segments.append(Segment(part, px(x), px(wide), fill, fitted(part.number.shown, wide - 8, 12)))
        x += wide + GAP
    return Whole(width, tuple(segments))
