"""
A money cell whose total is not the sum of its sources, and an amount that is not the sum of what it is divided into.

Always a contradiction, to the cent. A total that is misprinted, and whose likely reading is the sum, is not told here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Severity
from globa.checker.finding import Part as Explaining
from globa.checker.plans import Measured, MoneyCell, sound_total
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.numbers.amount import Reading
from globa.documents.numbers.money import Part
from globa.vocabulary.words import message as _

NAME = "money"
OF_SOURCES = _("%(measure)s: the total says %(printed)s, but its sources make %(sum)s.")
OF_PARTS = _("%(measure)s: %(printed)s is divided into %(sum)s.")


def find(read: Read) -> Iterator[Finding]:
    for plan in read.plans:
        for measured in (*plan.measures, *plan.totals):
            for cell in (measured.planned, measured.used):
                if cell is not None:
                    yield from _of_cell(read, measured, cell)


def _of_cell(read: Read, measured: Measured, cell: MoneyCell) -> Iterator[Finding]:
    for line in cell.lines:
        if line.stated is not None:
            yield from _compared(read, measured, cell, OF_SOURCES, sound_total(line), line.reading, line.parts)
        for part in line.parts:
            yield from _compared(read, measured, cell, OF_PARTS, part.value, part.reading, part.nested)


def _compared(
    read: Read, measured: Measured, cell: MoneyCell, sentence: str, whole: Decimal | None, reading: Reading | None, parts: Sequence[Part]
) -> Iterator[Finding]:
    known = [part for part in parts if part.value is not None]
    if whole is None or len(known) < len(parts) or not known or any(_makes_it_if_misprinted(whole, known, part) for part in known):
        return
    makes = sum((part.value for part in known if part.value is not None), Decimal(0))
    slack = (reading.slack if reading else Decimal(0)) + sum((part.reading.slack for part in known if part.reading), Decimal(0))
    if abs(whole - makes) > slack:
        named = [Explaining(cell.place, part.raw or part.purpose, part.value) for part in known if part.value is not None]
        yield finding(
            NAME, Severity.CONTRADICTION, [cell.place], sentence, measured.number or measured.title, written(whole), written(makes),
            difference=whole - makes, explained=explain(abs(whole - makes), named, read.patience),
            measure=measured.name, printed=written(whole), sum=written(makes),
        )  # fmt: skip


def _makes_it_if_misprinted(whole: Decimal, known: Sequence[Part], part: Part) -> bool:
    """Whether another likely reading of this part makes the sum right."""
    rest = sum((other.value for other in known if other is not part and other.value is not None), Decimal(0))
    return part.reading is not None and any(rest + likely == whole for likely in part.reading.doubtful)
