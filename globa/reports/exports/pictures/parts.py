"""One bar cut into its parts, each with a pattern of its own, and a key of them below."""

from __future__ import annotations

from globa.reports.exports.pictures import svg
from globa.reports.exports.pictures.amounts import Amount, finding
from globa.reports.exports.pictures.svg import Drawing

TALL, GAP, LINE_HEIGHT = 34.0, 2.0, 22.0


def parts(caption: str, drawn: list[Amount]) -> Drawing:
    """What is nothing or unknown has no piece of the bar, but stands in the key."""
    whole = sum(one.size or 0 for one in drawn) or 1
    room = svg.WIDTH - GAP * max(0, sum(1 for one in drawn if one.size) - 1)
    shapes, x = [], 0.0
    for place, one in enumerate(drawn):
        if one.size and one.size > 0:
            wide = max(2.0, room * one.size / whole)
            shapes.append(svg.rect(x, 2, wide, TALL, svg.pattern(place), svg.INK))
            x += wide + GAP
    for place, one in enumerate(drawn):
        shapes += _in_key(place, one)
    lines = (len(drawn) + 1) // 2
    return svg.drawing(shapes, TALL + 16 + LINE_HEIGHT * lines, finding(caption, drawn))


def _in_key(place: int, one: Amount) -> list[str]:
    """Two columns of the key."""
    x, y = (place % 2) * svg.WIDTH / 2, TALL + 12 + LINE_HEIGHT * (place // 2)
    room = svg.WIDTH / 2 - 34 - svg.width_of(one.shown, 13)
    label = f"{svg.fitted(one.label, room, 13)} {one.shown}"
    return [svg.rect(x + 1, y + 2, 14, 14, svg.pattern(place), svg.INK, 1), svg.text(x + 22, y + 14, label)]
