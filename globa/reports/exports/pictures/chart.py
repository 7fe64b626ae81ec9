"""The organisation on a day as a tree: a unit a box, below and to the right what belongs to it."""

from __future__ import annotations

from decimal import Decimal

from globa.reports.document import ChartUnit, OrganisationChart
from globa.reports.exports.pictures import svg
from globa.reports.exports.pictures.svg import Drawing
from globa.reports.exports.tables import units_with_depth
from globa.reports.writing.numbers import number

INDENT, GAP, LINE_HEIGHT = 36.0, 10.0, 18.0


def chart(given: OrganisationChart) -> Drawing:
    """Posts by number, not people by name: names, where the form shows them, stand in the table."""
    shapes: list[str] = []
    left_edge: dict[int, float] = {}
    y, said = 2.0, []
    for depth, unit in units_with_depth(given.root):
        told = _posts(unit)
        tall = 16 + LINE_HEIGHT * (1 + len(told))
        shapes += _joined(depth, y + tall / 2, left_edge) + _box(unit.name, told, INDENT * depth, y, tall)
        left_edge[depth] = y + tall
        said.append(f"{unit.name}{': ' + ', '.join(told) if told else ''}")
        y += tall + GAP
    return svg.drawing(shapes, y, f"{given.caption}: {'; '.join(said)}.")


def _joined(depth: int, middle: float, left_edge: dict[int, float]) -> list[str]:
    """From the box above down and in."""
    if depth == 0:
        return []
    x = INDENT * (depth - 1) + 16
    return [
        svg.line(x, left_edge[depth - 1], x, middle, svg.SECOND),
        svg.line(x, middle, INDENT * depth, middle, svg.SECOND),
    ]


def _box(name: str, told: list[str], x: float, y: float, tall: float) -> list[str]:
    wide = svg.WIDTH - x - 2
    lines = [svg.text(x + 14, y + 21, svg.fitted(name, wide - 28, 14), size=14, bold=True)]
    lines += [
        svg.text(x + 14, y + 21 + LINE_HEIGHT * (place + 1), svg.fitted(one, wide - 28, 13), fill=svg.SECOND)
        for place, one in enumerate(told)
    ]
    return [svg.rect(x + 1, y, wide, tall, svg.FAINT if x else "#e2efe9", svg.SECOND, 5), *lines]


def _posts(unit: ChartUnit) -> list[str]:
    """“socialinis darbuotojas 9”, each post once."""
    totals: dict[str, Decimal] = {}
    for person in unit.people:
        totals[person.post] = totals.get(person.post, Decimal(0)) + person.fte
    told = [f"{post} {number(fte)}" for post, fte in totals.items()]
    return _wrapped(told)


def _wrapped(told: list[str]) -> list[str]:
    lines: list[str] = []
    for one in told:
        if lines and svg.width_of(f"{lines[-1]} · {one}", 13) < 480:
            lines[-1] += f" · {one}"
        else:
            lines.append(one)
    return lines
