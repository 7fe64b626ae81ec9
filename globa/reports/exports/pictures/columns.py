"""Columns over months or years: the largest, or over years the latest, stands out; an unknown one is a gap with its sign."""

from __future__ import annotations

from globa.reports.exports.pictures import svg
from globa.reports.exports.pictures.amounts import Amount, finding
from globa.reports.exports.pictures.svg import Drawing

TOP, BASE, LABELS = 28.0, 140.0, 30.0


def columns(caption: str, drawn: list[Amount], is_trend: bool = False) -> Drawing:
    """More than a dozen long labels do not fit below columns: they lie as bars instead."""
    slot = svg.WIDTH / max(1, len(drawn))
    if not is_trend and any(svg.width_of(one.label, 13) > slot - 4 for one in drawn) and len(drawn) > 6:
        short = [one.label[:3] for one in drawn]
        if len(set(short)) < len(short) or len(drawn) != 12:
            return lying(caption, drawn)
    top = max((one.size or 0 for one in drawn), default=0) or 1
    strong = _standing_out(drawn, is_trend)
    shapes = [svg.line(0, BASE, svg.WIDTH, BASE)]
    for place, one in enumerate(drawn):
        shapes += _column(one, slot * place, slot, top, place == strong)
    return svg.drawing(shapes, BASE + LABELS, finding(caption, drawn))


def _standing_out(drawn: list[Amount], is_trend: bool) -> int:
    sizes = [-1.0 if one.size is None else one.size for one in drawn]
    return len(sizes) - 1 if is_trend else sizes.index(max(sizes)) if sizes else -1


def _column(one: Amount, x: float, slot: float, top: float, is_strong: bool) -> list[str]:
    wide = min(slot - min(6.0, slot * 0.15), 76)
    left, middle = x + (slot - wide) / 2, x + slot / 2
    label = svg.text(middle, BASE + 19, svg.fitted(one.label, slot - 2, 12.5), size=12.5, anchor="middle", fill=svg.SECOND)
    if one.size is None:
        gap = svg.line(left, BASE, left + wide, BASE, "#75847d", dashed=True)
        return [gap, svg.text(middle, BASE - 8, "?", anchor="middle", fill=svg.SECOND), label]
    tall = (BASE - TOP) * max(0.0, one.size) / top
    fill = svg.STRONG if is_strong else svg.EARLIER
    size = 13 if svg.width_of(one.shown, 13) <= slot else 11.5
    shown = svg.text(middle, BASE - tall - 6, svg.fitted(one.shown, slot + 4, size), size=size, anchor="middle")
    return [svg.rect(left, BASE - tall, wide, tall, fill), shown, label]


ROW, NAME, NUMBER = 26.0, 250.0, 110.0


def lying(caption: str, drawn: list[Amount]) -> Drawing:
    """A bar a line with its name before it."""
    top = max((one.size or 0 for one in drawn), default=0) or 1
    shapes: list[str] = []
    for place, one in enumerate(drawn):
        y = ROW * place
        shapes.append(svg.text(NAME - 8, y + 17, svg.fitted(one.label, NAME - 10, 13), anchor="end"))
        long = (svg.WIDTH - NAME - NUMBER) * (one.size or 0) / top
        shapes.append(svg.rect(NAME, y + 5, long, ROW - 10, svg.STRONG))
        shapes.append(svg.text(NAME + long + 6, y + 17, one.shown if one.size is not None else "?"))
    return svg.drawing(shapes, ROW * len(drawn) + 4, finding(caption, drawn))
