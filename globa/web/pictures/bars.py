"""Columns over months or years: the largest or the latest stands out, an unknown one is a gap with its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from globa.web.numbers import Number
from globa.web.pictures.measure import px, width_of

EARLIER, STRONG = "#7bb3a2", "#12564a"
TOP, BASE, HEIGHT = 28, 140, 170
CROWDED = 40
"""Narrower than this, columns of nothing are told by the table only: a row of zeros hides the one that is none."""


@dataclass(frozen=True)
class Column:
    """`short` is the label under a narrow column, when it differs."""

    label: str
    number: Number
    short: str = ""


@dataclass(frozen=True)
class Bar:
    column: Column
    x: str
    end: str
    y: str
    width: str
    height: str
    middle: str
    above: str
    fill: str
    label: str
    shown: str
    is_known: bool

    @property
    def name(self) -> str:
        """What a reader hears: begins with what the eye sees."""
        return f"{self.column.number.shown} {self.column.number.unit_name}, {self.column.label}".replace(" ,", ",")


@dataclass(frozen=True)
class Bars:
    width: int
    bars: tuple[Bar, ...]
    size: str
    height: int = HEIGHT
    base: int = BASE

    @property
    def middle(self) -> int:
        return self.height // 2


def bars(columns: Sequence[Column], width: int, highlight: str = "largest") -> Bars:
    """`highlight` is “largest”, “last”, “none” or the label of a column. The axis begins at zero."""
    known = [float(column.number.value) for column in columns if column.number.is_known and column.number.value is not None]
    top = max(known, default=0) or 1
    slot = width / max(1, len(columns))
    strong = _standing_out(columns, highlight)
    size = 13.0 if slot >= 44 else 11.5
    is_short = any(width_of(column.label, 13) > slot - 4 for column in columns)
    drawn = tuple(_bar(column, index, slot, top, size, index == strong, is_short) for index, column in enumerate(columns))
    return Bars(width, drawn, f"{size:g}")


def _standing_out(columns: Sequence[Column], highlight: str) -> int:
    values = [float(column.number.value) if column.number.is_known and column.number.value is not None else -1 for column in columns]
    labels = [column.label for column in columns]
    if highlight in labels:
        return labels.index(highlight)
    if not values or highlight == "none":
        return -1
    return len(values) - 1 if highlight == "last" else values.index(max(values))


def _bar(column: Column, index: int, slot: float, top: float, size: float, is_strong: bool, is_short: bool) -> Bar:
    value = column.number.value if column.number.is_known else None
    height = (BASE - TOP) * max(0.0, float(value)) / top if value is not None else 0.0
    space = min(6.0, slot * 0.15)
    wide = min(slot - space, 76)
    x = slot * index + (slot - wide) / 2
    label = column.short if is_short and column.short else column.label
    shown = column.number.shown if column.number.is_known else column.number.sign or "?"
    return Bar(
        column, px(x), px(x + wide), px(BASE - height), px(wide), px(height), px(x + wide / 2), px(BASE - height - 6),
        STRONG if is_strong else EARLIER, label,
        "" if width_of(shown, size) > slot + 3 or (value == 0 and slot < CROWDED) else shown, value is not None,
    )  # fmt: skip
