"""Coordinates as SVG wants them, and how much text fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NARROW = frozenset("iIįlj.,:;'|!()[] \u00a0ftr-·")
WIDE = frozenset("mwMW—…%")


def px(value: float) -> str:
    return f"{value:.1f}"


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Estimate how wide Inter writes this; a little too wide rather than too narrow."""
    ems = sum(0.31 if letter in NARROW else 0.87 if letter in WIDE else 0.69 if letter.isupper() else 0.57 for letter in text)
    return ems * size * (1.06 if bold else 1.0)


def fitted(text: str, room: float, size: float, bold: bool = False) -> str:
    """Return the text if it fits, else nothing: half a name in a picture is worse than none."""
    return text if text and width_of(text, size, bold) <= room else ""


@dataclass(frozen=True)
class Axis:
    """Days from `begins` up to, not including, `ends`, laid from `left` to `right`."""

    begins: date
    ends: date
    left: float
    right: float

    def x(self, day: date) -> float:
        inside = min(max(day, self.begins), self.ends)
        return self.left + (self.right - self.left) * (inside - self.begins).days / max(1, (self.ends - self.begins).days)

    def shows(self, begins: date, ends: date | None) -> bool:
        return begins < self.ends and (ends is None or ends > self.begins)

    def months(self, every: int) -> list[date]:
        """The first days of months inside, `every` 3 only quarters, `every` 12 only years."""
        first = self.begins.year * 12 + self.begins.month - 1
        last = self.ends.year * 12 + self.ends.month - 1
        days = [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1) if month % every == 0]
        return [day for day in days if self.begins <= day <= self.ends]
