"""
Parts of a row or a column - by a longer code, „iš jų“, a dash - against the whole that they are parts of.

A part larger than its whole cannot be. Girls and boys make the whole. Parts by code do not overlap, so more than the whole cannot be
either; less may be meant, for not every part has to be named. „Iš jų“ may name the same persons twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.amounts import Amount, bounds, written
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Part, Severity
from globa.checker.folding import is_of_which
from globa.checker.grids import Grid
from globa.checker.labels import axis, is_codes
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "nested"
LARGER = "larger-part"
IS_LARGER = _("“%(part)s”%(across)s says %(printed)s, which is more than the %(whole)s of “%(of)s” that it is a part of.")
DO_NOT_MAKE = _("The parts of “%(of)s”%(across)s make %(sum)s, and not %(whole)s: a difference of %(off)s.")


@dataclass(frozen=True)
class Family:
    """A whole and its parts in one column."""

    across: int
    whole: Amount
    parts: tuple[tuple[int, Amount], ...]

    @property
    def sum(self) -> Decimal:
        return sum((part.value for _entry, part in self.parts), Decimal(0))

    @property
    def agrees(self) -> bool:
        return self.whole.agrees(*bounds(part for _entry, part in self.parts))


def find(read: Read) -> Iterator[Finding]:
    for grid in read.grids:
        for turned in (grid, grid.turned()):
            for parent in sorted({row.parent for row in turned.rows if row.parent is not None}):
                yield from _of_parent(read, turned, parent)


def _of_parent(read: Read, grid: Grid, parent: int) -> Iterator[Finding]:
    children = [place for place, row in enumerate(grid.rows) if row.parent == parent]
    families = [family for across in range(len(grid.columns)) if (family := _family(grid, parent, children, across))]
    several = [family.agrees for family in families if family.whole.value and len(family.parts) > 1]
    is_coded = all(grid.rows[child].code for child in children)
    is_proved = sum(several) >= 1 if is_coded else sum(several) >= 2 and sum(several) * 2 > len(several)
    for family in families:
        larger = [(entry, part) for entry, part in family.parts if part.low > family.whole.high]
        for entry, part in larger:
            yield _larger(grid, parent, entry, part, family, is_proved=is_proved)
        if not larger and len(family.parts) > 1 and not family.agrees:
            yield from _unequal(read, grid, parent, family, is_proved=is_proved)


def _family(grid: Grid, parent: int, children: Sequence[int], across: int) -> Family | None:
    whole = grid.at(parent, across)
    parts = tuple((child, part) for child in children if (part := grid.at(child, across)) is not None)
    return Family(across, whole, parts) if whole is not None and parts else None


def _larger(grid: Grid, parent: int, entry: int, part: Amount, family: Family, *, is_proved: bool) -> Finding:
    """Lines of a numbered list of indicators may be parts of the line above, or not; „iš jų“ and codes of the classification say so."""
    label, of, across = grid.rows[entry].label, grid.rows[parent].label, grid.columns[family.across].label
    is_sure = is_proved or is_of_which(grid.rows[entry].words or label) or is_codes([grid.rows[entry].code])
    return finding(
        LARGER, Severity.CONTRADICTION if is_sure else Severity.SUSPICIOUS, [part.place, family.whole.place], IS_LARGER,
        label, of, across, written(part.value), written(family.whole.value), difference=part.value - family.whole.value,
        confidence=Decimal("0.95") if is_sure else Decimal("0.5"),
        part=label, of=of, across=f" ({across})" if across else "", printed=part.text.strip(), whole=family.whole.text.strip(),
    )  # fmt: skip


def _unequal(read: Read, grid: Grid, parent: int, family: Family, *, is_proved: bool) -> Iterator[Finding]:
    confidence = _confidence(grid, family, is_proved=is_proved)
    if confidence:
        parts = [Part(part.place, grid.rows[entry].label, part.value) for entry, part in family.parts]
        difference = family.whole.value - family.sum
        of, across = grid.rows[parent].label, grid.columns[family.across].label
        yield finding(
            NAME, Severity.CONTRADICTION if confidence > Decimal("0.7") else Severity.SUSPICIOUS,
            [family.whole.place, *(part.place for part in parts)], DO_NOT_MAKE,
            of, across, written(family.whole.value), written(family.sum),
            difference=difference, explained=explain(abs(difference), parts, read.patience), confidence=confidence,
            of=of, across=f" ({across})" if across else "", sum=written(family.sum), whole=family.whole.text.strip(),
            off=written(abs(difference)),
        )  # fmt: skip


def _confidence(grid: Grid, family: Family, *, is_proved: bool) -> Decimal:
    """What the parts are decides whether they have to make the whole."""
    rows = [grid.rows[entry] for entry, _part in family.parts]
    if all(axis(row.label) == "sex" for row in rows) and len(rows) == 2:
        return Decimal("0.95")
    is_more = family.sum > family.whole.value
    if all(row.code for row in rows):
        is_classified = all(is_codes([row.code]) for row in rows)
        return Decimal("0.95") if is_proved or (is_more and is_classified) else Decimal("0.5") if is_more or is_classified else Decimal(0)
    if is_proved:
        return Decimal("0.7") if is_more else Decimal("0.5")
    return Decimal("0.4") if is_more else Decimal(0)
