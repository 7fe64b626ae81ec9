"""
A dash beside a named source: somebody knew who pays, and the amount was never written.

Suspicious. Amounts of euros in the row's own words, such as an estimate, are named as what it may have been.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.finding import Finding, Severity
from globa.checker.plans import Measured, MoneyCell
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.numbers.amount import Sign, readings
from globa.vocabulary.words import message as _

NAME = "dash"
DASH = _("%(measure)s: a dash stands beside a source, “%(source)s”, and no amount.")
WITH_WORDS = _("%(measure)s: a dash stands beside a source, “%(source)s”; the row's own text names %(amounts)s Eur.")


def find(read: Read) -> Iterator[Finding]:
    for plan in read.plans:
        for measured in plan.measures:
            for cell in (measured.planned, measured.used):
                if cell is not None:
                    yield from _dashes(measured, cell)


def _dashes(measured: Measured, cell: MoneyCell) -> Iterator[Finding]:
    amounts = _in_words(measured)
    for line in cell.lines:
        named = [part.raw for part in line.parts if part.value is None and part.source]
        for source in named:
            body = " ".join(measured.body.text.split()) if measured.body else ""
            side = "used" if cell is measured.used else "planned"
            yield finding(
                NAME, Severity.SUSPICIOUS, [cell.place], WITH_WORDS if amounts else DASH, measured.number, side, body, source,
                confidence=Decimal("0.9"), measure=measured.name, source=source, amounts=", ".join(amounts),
            )  # fmt: skip


def _in_words(measured: Measured) -> list[str]:
    texts = [cell.text for cell in (measured.expected, measured.achieved) if cell is not None]
    return [written(one.value) for text in texts for one in readings(text) if one.sign is Sign.EUROS]
