"""
A total of a table that is not the sum of its parts, in rows and in columns, and in labels with their values („BVGN 25, GC 10, Viso: 43“).

A contradiction, except where it may be meant: persons counted once who are in several parts, and a table of which no column adds up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from globa.checker.amounts import Amount, bounds, written
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Part, Severity
from globa.checker.folding import folded, is_total
from globa.checker.grids import Grid
from globa.checker.labels import axis
from globa.checker.saying import finding
from globa.checker.sums import Reckoned, Reckoning, reckoned
from globa.checker.understanding import Read
from globa.documents.document import Place
from globa.vocabulary.words import message as _

NAME = "total"
ONCE = re.compile(r"asmen|zmon|vaik|seim|gavej|klient|dalyv|globej|unikal|skirting|person|child|famil")
BARE = re.compile(r"(?:is ?viso|viso|total)\W*(?:\([^()]*\))?(?:,? ?eur\.?)?\W*")
ENDS_WITH_TOTAL = re.compile(r"\b(?:is ?viso|viso|total)\W*$")
WORD, STEM = re.compile(r"[^\W\d_]{4,}"), 5
TOTAL_WORDS = re.compile(r"viso|isviso|suma|bendr|skaici|total|visi|visos|tiksl|uzdav|faktas|eur|lesu")
SAYS_ONCE = re.compile(r"unikal|skirting|be pasikartojim|nesikartojan|distinct|unique")
TOO_MUCH = _("“%(total)s”%(across)s says %(printed)s, but its parts make %(sum)s: %(off)s too much.")
TOO_LITTLE = _("“%(total)s”%(across)s says %(printed)s, but its parts make %(sum)s: %(off)s too little.")


def find(read: Read) -> Iterator[Finding]:
    for grid in read.grids:
        for turned in (grid, grid.turned()):
            for one in reckoned(turned):
                for reckoning in one.disagreeing:
                    yield from _found(read, turned, one, reckoning)
        yield from _of_pairs(read, grid)


def _found(read: Read, grid: Grid, one: Reckoned, reckoning: Reckoning) -> Iterator[Finding]:
    confidence = _confidence(grid, one, reckoning)
    if not confidence:
        return
    total, across = grid.rows[reckoning.entry], grid.columns[reckoning.across]
    parts = [Part(part.place, _named(grid, entry, reckoning.across), part.value) for entry, part in reckoning.parts]
    severity = Severity.CONTRADICTION if confidence > Decimal("0.7") else Severity.SUSPICIOUS
    yield _said(read, severity, total.label, across.label, reckoning.total, parts, confidence)


def _said(read: Read, severity: Severity, label: str, across: str, total: Amount, parts: Sequence[Part], confidence: Decimal) -> Finding:
    """What is too little was left out, what is too much counted twice: either way some of the parts may be the difference."""
    makes = sum((part.amount for part in parts), Decimal(0))
    difference = total.value - makes
    return finding(
        NAME, severity, [total.place, *(part.place for part in parts)], TOO_MUCH if difference > 0 else TOO_LITTLE,
        label, across, written(total.value), written(makes),
        difference=difference, explained=explain(abs(difference), parts, read.patience), confidence=confidence,
        total=label, across=f" ({across})" if across else "", printed=total.text.strip(), sum=written(makes), off=written(abs(difference)),
    )  # fmt: skip


def _named(grid: Grid, entry: int, across: int) -> str:
    return grid.rows[entry].label or grid.columns[across].label


def _confidence(grid: Grid, one: Reckoned, reckoning: Reckoning) -> Decimal:
    """Other columns that add up prove how the total is meant; alone it may be meant otherwise."""
    if reckoning.may_be_rounded:
        return Decimal("0.3")
    if not _is_of_these(grid, one, reckoning) and len(one.agreeing) < len(one.disagreeing) + grid.is_turned:
        return Decimal(0)
    if one.agreeing and _counts_persons_alone(grid, one, reckoning):
        return Decimal("0.4")
    if one.agreeing:
        return Decimal("0.95") if len(one.agreeing) >= len(one.disagreeing) else Decimal("0.6")
    if not _is_near(reckoning) and len(one.disagreeing) > 1:
        return Decimal(0)
    if _counts_each_once(grid, one, reckoning):
        return Decimal(0) if SAYS_ONCE.search(folded(grid.rows[one.entry].label)) else Decimal("0.4")
    is_sure = len(one.disagreeing) == 1 and _is_plain(grid, one) and _is_near(reckoning)
    return Decimal("0.9") if is_sure else Decimal("0.5")


def _is_near(reckoning: Reckoning) -> bool:
    return abs(reckoning.difference) * 2 <= max(abs(reckoning.sum), abs(reckoning.total.value))


def _is_of_these(grid: Grid, one: Reckoned, reckoning: Reckoning) -> bool:
    """„Iš viso:“, „Kalnų namai, iš viso“, or „Iš viso vaikų“ in a column of children; „Iš viso dokumentų“ is a line of its own."""
    label = folded(grid.rows[one.entry].label)
    if BARE.fullmatch(label) or ENDS_WITH_TOTAL.search(label):
        return True
    parts = (grid.rows[entry].label for entry in (*grid.sections, *(entry for group in one.reading for entry in group)))
    beside = folded(" ".join([grid.columns[reckoning.across].label, grid.table.caption, *parts]))
    named = [word[:STEM] for word in WORD.findall(label) if not TOTAL_WORDS.match(word)]
    return not named or any(re.search(rf"\b{stem}", beside) for stem in named)


def _counts_each_once(grid: Grid, one: Reckoned, reckoning: Reckoning) -> bool:
    """Fewer persons than their parts make: somebody may be in two of them. Not so where the parts cannot overlap."""
    labels = [grid.rows[entry].label for entry in (one.entry, *one.reading[0])]
    apart = any(axis(label) in {"sex", "municipality"} for label in labels[1:])
    said = " ".join([*labels, grid.columns[reckoning.across].label, grid.table.caption])
    return reckoning.difference < 0 and not apart and bool(ONCE.search(folded(said)))


def _counts_persons_alone(grid: Grid, one: Reckoned, reckoning: Reckoning) -> bool:
    """Persons beside services: that services add up does not prove that persons do."""
    persons = [bool(ONCE.search(folded(grid.columns[other.across].label))) for other in (reckoning, *one.agreeing)]
    return persons[0] and not any(persons[1:]) and _counts_each_once(grid, one, reckoning)


def _is_plain(grid: Grid, one: Reckoned) -> bool:
    """Everything but the total is its part, and the total stands at an end: there is no other way to read it."""
    others = [place for place, row in enumerate(grid.rows) if not row.is_nested and place not in grid.sections and place != one.entry]
    added = [place for group in one.reading for place in group]
    return sorted(others) == sorted(added) and (one.entry < min(added) or one.entry > max(added))


def _of_pairs(read: Read, grid: Grid) -> Iterator[Finding]:
    parts: list[tuple[str, Amount, Place]] = []
    for label, amount, place in grid.pairs:
        if is_total(label) and len(parts) > 1:
            low, high = bounds(one for _label, one, _place in parts)
            if not amount.agrees(low, high):
                named = [Part(where, name, one.value) for name, one, where in parts]
                yield _said(read, Severity.CONTRADICTION, label, ", ".join(part.text for part in named), amount, named, Decimal("0.95"))
            parts = []
        else:
            parts.append((label, amount, place))
