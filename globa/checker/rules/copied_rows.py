"""
Rows that were copied and not filled in anew: the same numbers under another name, the same sums in two lines, the same long words.

Suspicious: two things may be alike. Small numbers are alike by chance, so a row has to say enough to count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from globa.checker.amounts import Amount, written
from globa.checker.finding import Finding, Severity
from globa.checker.folding import folded
from globa.checker.grids import Grid
from globa.checker.plans import Measured, MoneyCell, Plan
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Cell
from globa.documents.numbers.money import Line
from globa.vocabulary.words import message as _

NAME = "copied"
ROWS = _("“%(one)s” and “%(other)s” have the same numbers: %(numbers)s.")
LINES = _("%(measure)s: two lines have the same sums of the same sources: %(parts)s.")
WORDS = _("%(one)s and %(other)s have the same words: “%(text)s”.")
SUMS = _("%(one)s and %(other)s have the same sums of the same sources: %(parts)s.")
ENOUGH_DIGITS, ENOUGH_LETTERS = 8, 60


def find(read: Read) -> Iterator[Finding]:
    plan_tables = {id(plan.table) for plan in read.plans}
    for grid in read.grids:
        if id(grid.table) not in plan_tables:
            yield from _rows(grid)
    for plan in read.plans:
        yield from _lines(plan)
        yield from _sums(plan)
        yield from _words(plan)


def _rows(grid: Grid) -> Iterator[Finding]:
    """Rows of one level only: the total of one part is that part."""
    alike: dict[tuple[tuple[int, Decimal], ...], list[int]] = defaultdict(list)
    for place, row in enumerate(grid.rows):
        numbers = _numbers(grid, place)
        if not row.is_total and _says_enough([one for _column, one in numbers]):
            alike[tuple((column, one.value) for column, one in numbers)].append(place)
    for places in alike.values():
        for one, other in pairwise(places):
            yield from _alike(grid, one, other)


def _numbers(grid: Grid, row: int) -> list[tuple[int, Amount]]:
    return [(column, one) for column in range(len(grid.columns)) if (one := grid.at(row, column)) and not grid.columns[column].is_total]


def _says_enough(numbers: Sequence[Amount]) -> bool:
    different = {one.value for one in numbers if one.value}
    return len(different) >= 3 and sum(len(re.sub(r"\D", "", written(value)).strip("0")) for value in different) >= ENOUGH_DIGITS


def _alike(grid: Grid, one: int, other: int) -> Iterator[Finding]:
    first, second = grid.rows[one], grid.rows[other]
    if second.parent == one or (first.is_nested != second.is_nested):
        return
    numbers = [found for _column, found in _numbers(grid, one)]
    places = [found.place for _column, found in (*_numbers(grid, one), *_numbers(grid, other))]
    said = ", ".join(found.text.strip() for found in numbers)
    yield finding(
        NAME, Severity.SUSPICIOUS, places, ROWS, first.label, second.label, said,
        confidence=Decimal("0.8"), one=first.label, other=second.label, numbers=said,
    )  # fmt: skip


def _lines(plan: Plan) -> Iterator[Finding]:
    """Two bodies that were paid the same by two sources, though in all they were paid differently."""
    for measured in plan.measures:
        for cell in (measured.planned, measured.used):
            lines = cell.lines if cell else ()
            for place, line in enumerate(lines):
                for other in lines[place + 1 :]:
                    same = _parts(line) & _parts(other)
                    if cell is not None and len(same) >= 2 and sum(len(f"{int(value)}") for _source, value in same) >= 6:
                        yield _of_lines(measured, cell, same)


def _parts(line: Line) -> set[tuple[str, Decimal]]:
    return {(part.raw, part.value) for part in line.parts if part.value}


def _of_lines(measured: Measured, cell: MoneyCell, same: set[tuple[str, Decimal]]) -> Finding:
    parts = "; ".join(f"{written(value)} {raw}" for raw, value in sorted(same))
    return finding(
        NAME,
        Severity.SUSPICIOUS,
        [cell.place],
        LINES,
        measured.number,
        parts,
        confidence=Decimal("0.7"),
        measure=measured.name,
        parts=parts,
    )


def _sums(plan: Plan) -> Iterator[Finding]:
    cells = [(measured, cell) for measured in plan.measures for cell in (measured.planned, measured.used) if cell]
    alike: dict[frozenset[tuple[str, Decimal]], list[tuple[Measured, MoneyCell]]] = defaultdict(list)
    for measured, cell in cells:
        parts = frozenset(part for line in cell.lines for part in _parts(line))
        if len(parts) >= 2 and sum(len(f"{value:f}".strip("0.")) for _raw, value in parts) >= ENOUGH_DIGITS:
            alike[parts].append((measured, cell))
    for parts, found in alike.items():
        for (one, first), (other, second) in pairwise(found):
            if one.number != other.number:
                said = "; ".join(f"{written(value)} {raw}" for raw, value in sorted(parts))
                yield finding(
                    NAME, Severity.SUSPICIOUS, [first.place, second.place], SUMS, one.number, other.number, said,
                    confidence=Decimal("0.8"), one=one.name, other=other.name, parts=said,
                )  # fmt: skip


def _words(plan: Plan) -> Iterator[Finding]:
    """Long words with a number in them: a sentence without one may well be said twice."""
    alike: dict[str, list[tuple[Measured, Cell]]] = defaultdict(list)
    for measured in plan.measures:
        if measured.achieved and len(measured.achieved.text) >= ENOUGH_LETTERS and re.search(r"\d", measured.achieved.text):
            alike[folded(measured.achieved.text)].append((measured, measured.achieved))
    for found in alike.values():
        for (one, first), (other, second) in pairwise(found):
            text = " ".join(first.text.split())
            yield finding(
                NAME, Severity.SUSPICIOUS, [first.place, second.place], WORDS, one.number, other.number, text,
                confidence=Decimal("0.8"), one=one.name, other=other.name, text=text,
            )  # fmt: skip
