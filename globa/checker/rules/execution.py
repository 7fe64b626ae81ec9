"""
Money used that is far from what was planned: less than a half of it, or more than half as much again.

Never a contradiction: plans change. Bodies with a line each are compared line by line; a misprinted total is taken for its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.finding import Finding, Severity
from globa.checker.plans import Measured, MoneyCell, sound_total
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "execution"
LEAST, MOST = Decimal(50), Decimal(150)
FAR = _("%(measure)s: %(used)s used of %(planned)s planned, %(percent)s %%.")


def find(read: Read) -> Iterator[Finding]:
    for plan in read.plans:
        for measured in plan.measures:
            if measured.planned is not None and measured.used is not None:
                for planned, used in _pairs(measured.planned, measured.used):
                    yield from _far(measured, planned, used)


def _pairs(planned: MoneyCell, used: MoneyCell) -> list[tuple[Decimal | None, Decimal | None]]:
    if len(planned.lines) == len(used.lines):
        return [(sound_total(one), sound_total(other)) for one, other in zip(planned.lines, used.lines, strict=True)]
    return [(planned.total, used.total)]


def _far(measured: Measured, planned: Decimal | None, used: Decimal | None) -> Iterator[Finding]:
    if not planned or used is None or planned < 0 or measured.planned is None or measured.used is None:
        return
    percent = used / planned * 100
    if not LEAST <= percent <= MOST:
        yield finding(
            NAME, Severity.SUSPICIOUS, [measured.used.place, measured.planned.place], FAR, measured.number, written(planned), written(used),
            difference=used - planned, confidence=Decimal("0.9"),
            measure=measured.name, planned=written(planned), used=written(used), percent=written(percent.quantize(Decimal(1))),
        )  # fmt: skip
