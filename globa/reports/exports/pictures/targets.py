"""Plan against result: a bar as far as was reached, an ink stroke where it was meant to be, brick only where it was missed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from globa.reports.exports.pictures import svg
from globa.reports.exports.pictures.amounts import Amount
from globa.reports.exports.pictures.svg import Drawing

ROW, TALL = 50.0, 14.0


def targets(caption: str, drawn: list[Amount]) -> Drawing:
    """Every line has a scale of its own: children and percents are not compared with one another."""
    shapes: list[str] = []
    for place, one in enumerate(drawn):
        shapes += _line(one, ROW * place)
    return svg.drawing(shapes, ROW * len(drawn) + 4, f"{caption}: {'; '.join(_said(one) for one in drawn)}.")


def _line(one: Amount, y: float) -> list[str]:
    scale = (svg.WIDTH - 4) / (max(one.size or 0, one.aim or 0) * 1.08 or 1)
    told = _numbers(one)
    room = svg.WIDTH - svg.width_of(told, 13) - 16
    fill = svg.MISSED if one.is_missed else svg.STRONG
    shapes = [
        svg.text(0, y + 14, svg.fitted(one.label, room, 13)),
        svg.text(svg.WIDTH, y + 14, told, anchor="end", fill=svg.MISSED if one.is_missed else svg.INK, bold=True),
        svg.rect(0, y + 22, svg.WIDTH - 2, TALL, svg.FAINT),
        svg.rect(0, y + 22, (one.size or 0) * scale, TALL, fill),
    ]
    if one.aim is not None:
        shapes.append(svg.line(one.aim * scale, y + 18, one.aim * scale, y + 26 + TALL, svg.INK, 3))
    return shapes


def _numbers(one: Amount) -> str:
    missed = f" · {_('missed')}" if one.is_missed else ""
    return f"{one.shown} / {one.aim_shown}{missed}"


def _said(one: Amount) -> str:
    return f"{one.label} – {_('planned')} {one.aim_shown}, {_('reached')} {one.shown}{', ' + _('missed') if one.is_missed else ''}"
