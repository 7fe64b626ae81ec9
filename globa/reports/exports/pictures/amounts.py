"""A point of a picture with its number, as drawn and as written."""

from __future__ import annotations

from dataclasses import dataclass

from globa.reports.document import Comparator, Document, Picture
from globa.reports.exports.tables import target
from globa.reports.writing.spans import figure


@dataclass(frozen=True)
class Amount:
    """`size` is None where nothing is known; it is then a gap, never a zero."""

    label: str
    size: float | None
    shown: str
    aim: float | None = None
    aim_shown: str = ""
    is_missed: bool = False


def amounts(document: Document, of: Picture) -> list[Amount]:
    found = []
    for point in of.points:
        value = document.value(point.key)
        known = value.value if value and value.recorded else None
        meant = point.meant or Comparator.EXACTLY
        missed = point.target is not None and known is not None and not meant.holds(point.target, known)
        aim = float(point.target) if point.target is not None else None
        found.append(Amount(point.label, None if known is None else float(known), figure(value), aim, target(point), missed))
    return found


def finding(caption: str, drawn: list[Amount]) -> str:
    """What a picture says to whoever does not see it: its caption and every number, which the table repeats."""
    return f"{caption}: {'; '.join(f'{one.label} {one.shown}' for one in drawn)}."
