"""
Where money went: a band from each source to each part that it paid for, as wide as the money is.

No band is made wider than its money so that it can be seen: the names, the amounts and the table beneath tell of the thin ones. A label has
a place of its own beside its end, however small the end is, so no two labels lie over each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.web.pictures.measure import px, width_of

INKS = {
    1: ("#1a6b5b", ".42"),
    2: ("#5478c6", ".42"),
    3: ("#eeb24a", ".42"),
    4: ("#8a4f8a", ".42"),
    5: ("#8b979f", ".42"),
    6: ("#c4cec9", ".8"),
}
"""How each of the six looks of money is laid thin over another; its end carries the pattern too."""
BODY, TOP, GAP, NODE, LINE = 200.0, 6.0, 10.0, 14.0, 18
FONT = 13.5
MOST = 3


@dataclass(frozen=True)
class End:
    """A source (`look` is its pattern, 1 to 6) or a part (`no` stands before its title). `short` is for a phone, `said` the amount."""

    key: str
    title: str
    said: str
    no: str = ""
    short: str = ""
    look: int = 0
    href: str = ""


@dataclass(frozen=True)
class Node:
    end: End
    x: str
    y: str
    height: str
    text_x: str
    text_y: str
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """What a reader hears, beginning with what the eye sees."""
        return " ".join(part for part in (self.end.no, self.end.title, self.end.said) if part)


@dataclass(frozen=True)
class Band:
    path: str
    ink: str
    opacity: str
    name: str
    width: float


@dataclass(frozen=True)
class Flows:
    width: int
    height: str
    sources: tuple[Node, ...]
    parts: tuple[Node, ...]
    bands: tuple[Band, ...]
    is_narrow: bool


@dataclass(frozen=True)
class _Place:
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def flows(
    sources: Sequence[End],
    parts: Sequence[End],
    amounts: Mapping[tuple[str, str], Decimal],
    width: int,
) -> Flows:
    """
    `amounts` by (source, part); what takes money back (a negative sum) has no width.

    The ends are links and the bands are not: a thin band that others cross cannot be hit. The table opens every one of them.
    """
    is_narrow = width < 600
    left, right = (112.0, width - 60.0) if is_narrow else (290.0, width - 330.0)
    paid = {key: max(Decimal(0), amount) for key, amount in amounts.items()}
    scale = (BODY * (1.25 if is_narrow else 1)) / float(sum(paid.values(), Decimal(0)) or 1)
    names = [_named(end, left - 10, is_narrow) for end in sources]
    texts = [() if is_narrow else _wrapped(end.title, width - right - NODE - 14, end.no) for end in parts]
    from_places = _stacked([_sum(paid, 0, end) * scale for end in sources], [LINE * (len(lines) + is_narrow) + 2.0 for lines in names])
    to_places = _stacked([_sum(paid, 1, end) * scale for end in parts], [LINE * (len(lines) + 1) + 4.0 for lines in texts])
    height = max(_bottom(from_places), _bottom(to_places))
    from_places, to_places = _spread(from_places, height), _spread(to_places, height)
    bands = _bands(sources, parts, paid, scale, from_places, to_places, (left + NODE, right))
    return Flows(
        width, px(height + TOP),
        tuple(_source(end, place, left, lines, is_narrow) for end, place, lines in zip(sources, from_places, names, strict=True)),
        tuple(_part(end, place, right, lines) for end, place, lines in zip(parts, to_places, texts, strict=True)),
        bands, is_narrow,
    )  # fmt: skip


def _sum(paid: Mapping[tuple[str, str], Decimal], side: int, end: End) -> float:
    return float(sum((amount for key, amount in paid.items() if key[side] == end.key), Decimal(0)))


def _stacked(heights: Sequence[float], rooms: Sequence[float]) -> list[_Place]:
    """One below another, each in a slot that holds its label too."""
    places, y = [], TOP
    for height, room in zip(heights, rooms, strict=True):
        slot = max(height, room)
        places.append(_Place(y + (slot - height) / 2, height))
        y += slot + GAP
    return places


def _bottom(places: Sequence[_Place]) -> float:
    return max((max(place.top + place.height, place.middle + 14) for place in places), default=TOP)


def _spread(places: Sequence[_Place], height: float) -> list[_Place]:
    """The shorter side takes as much room as the longer one."""
    more = (height - _bottom(places)) / max(1, len(places) - 1)
    return [_Place(place.top + more * index, place.height) for index, place in enumerate(places)]


def _bands(
    sources: Sequence[End],
    parts: Sequence[End],
    paid: Mapping[tuple[str, str], Decimal],
    scale: float,
    from_places: Sequence[_Place],
    to_places: Sequence[_Place],
    between: tuple[float, float],
) -> tuple[Band, ...]:
    """From above to below on both sides, so that the bands of one end never cross each other there."""
    arrived = [place.top for place in to_places]
    bands = []
    for source, place in zip(sources, from_places, strict=True):
        left = place.top
        for index, part in enumerate(parts):
            key = (source.key, part.key)
            wide = float(paid.get(key, Decimal(0))) * scale
            if wide:
                name = f"{source.title} – {part.no} {part.title}".replace("  ", " ")
                bands.append(Band(_path(between, left, arrived[index], wide), *INKS[source.look or 6], name, wide))
                left, arrived[index] = left + wide, arrived[index] + wide
    return tuple(bands)


def _path(between: tuple[float, float], left: float, right: float, wide: float) -> str:
    """A band whose two edges are the same curve, one below the other."""
    begins, ends = between
    bend = px((begins + ends) / 2)
    upper = f"M{px(begins)} {left:.2f}C{bend} {left:.2f} {bend} {right:.2f} {px(ends)} {right:.2f}"
    return f"{upper}V{right + wide:.2f}C{bend} {right + wide:.2f} {bend} {left + wide:.2f} {px(begins)} {left + wide:.2f}Z"


def _source(end: End, place: _Place, left: float, lines: tuple[str, ...], is_narrow: bool) -> Node:
    """On a phone the amount stands below the name, else behind it."""
    text_y = place.middle + (5.0 - LINE / 2 * len(lines) if is_narrow else 4.5)
    return _node(end, place, left, left - 10, text_y, lines)


def _part(end: End, place: _Place, right: float, lines: tuple[str, ...]) -> Node:
    """The lines of a title stand around the middle of its end; on a phone there is room for its number only."""
    return _node(end, place, right, right + NODE + 12, place.middle + 5.0 - LINE / 2 * len(lines), lines)


def _node(end: End, place: _Place, x: float, text_x: float, text_y: float, lines: tuple[str, ...]) -> Node:
    """An end is drawn two pixels high at least, so that it is there; its bands stay as thin as they are."""
    drawn = max(2.0, place.height)
    return Node(end, px(x), f"{place.middle - drawn / 2:.2f}", f"{drawn:.2f}", px(text_x), px(text_y), lines)


def _named(end: End, room: float, is_narrow: bool) -> tuple[str, ...]:
    """A source in one line with its amount behind it, by its short name where the whole one is too long; on a phone in several."""
    if is_narrow:
        return _wrapped(end.short or end.title, room)
    fits = width_of(end.title, FONT, bold=True) + width_of(end.said, FONT) + 8 <= room
    return (end.title if fits or not end.short else end.short,)


def _wrapped(title: str, room: float, no: str = "") -> tuple[str, ...]:
    """A title in three lines at most, the first behind its number; what does not fit is told by the table."""
    lines, words = [""], title.split()
    while words:
        wider = f"{lines[-1]} {words[0]}".strip()
        before = f"{no} " if len(lines) == 1 and no else ""
        if lines[-1] and width_of(before + wider, FONT) > room:
            if len(lines) == MOST:
                return (*lines[:-1], f"{lines[-1].rstrip(' ,;')}…")
            lines.append("")
            continue
        lines[-1] = wider
        words.pop(0)
    return tuple(lines)
