"""
Sums that a document states over all measures or over those of a goal or task: the yearly table of used funds by source, rows of totals in a
measure table, and sentences („Iš viso panaudota 2 188 341,94 Eur“).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.folding import folded, is_total
from globa.checker.grids import Grid
from globa.checker.plans import Measured, Plan
from globa.checker.understanding import Read
from globa.documents.document import Place
from globa.documents.numbers import amount, funding
from globa.documents.numbers.amount import Sign

YEAR = re.compile(r"\b20\d\d\b")
SCOPE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\.?[- ]?(?:\w{1,2} )?(?:tiksl|uzdavin)|(?:tiksl|uzdavin)\w* (?:nr\.? ?)?(\d+(?:\.\d+)?)")
USED = re.compile(r"panaudo|isleist|used|spent")
PLANNED = re.compile(r"planuo|skirt|numat|planned")
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZĄČĘĖĮŠŲŪŽ])")
STATE = frozenset({"VB", "VB_STD"})
EVERYTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Stated:
    """One printed sum. `sources` are the codes that it holds, none for all of them; `scope` the number with which its measures begin."""

    label: str
    value: Decimal
    printed: str
    place: Place
    side: str
    sources: frozenset[str] = EVERYTHING
    scope: str = ""


@dataclass(frozen=True)
class Rollup:
    """Sums of one scope that stand together; `others` the same of other years, of which nothing is known here."""

    stated: tuple[Stated, ...]
    is_sure: bool = True


def rollups(read: Read) -> Iterator[Rollup]:
    if read.plans:
        yield from (found for grid in read.grids if (found := _yearly(grid, read)) is not None)
        yield from (Rollup((stated,)) for plan in read.plans for row in plan.totals for stated in _of_total_row(plan, row))
        yield from (Rollup((stated,)) for stated in _of_sentences(read))


def codes_of(head: str) -> frozenset[str]:
    """The sources that a column holds: one whose head names several holds them all."""
    words = folded(head)
    first = funding.source(head)
    if first in ("NEPINIG", "VSRP"):
        return frozenset({first})
    found = {code for code, pattern in funding.SOURCES if pattern.search(words)}
    if "VB" in found and found <= STATE:
        return STATE
    if first == "SAV" or "SAV" in found:
        return frozenset({"SAV"})
    return frozenset(found - {"KITI"} or found)


def _yearly(grid: Grid, read: Read) -> Rollup | None:
    """Rows are years, columns sources. The row is that of the document's own year, else the one nearest to what the measures make."""
    sources = {place: codes for place, column in enumerate(grid.columns) if not column.is_total and (codes := codes_of(column.label))}
    years = {place: found[0] for place, row in enumerate(grid.rows) if (found := YEAR.search(row.label)) and not row.is_total}
    if len(sources) < 2 or not years or len(years) * 2 < len(grid.rows):
        return None
    own = [place for place, year in years.items() if year == read.year]
    if not own and len(years) > 1:
        return None
    row = own[0] if own else next(iter(years))
    side = "planned" if PLANNED.search(folded(grid.table.caption)) and not USED.search(folded(grid.table.caption)) else "used"
    stated = [_of_square(grid, row, place, sources.get(place), side) for place in range(len(grid.columns))]
    return Rollup(tuple(one for one in stated if one is not None), is_sure=bool(own))


def _of_square(grid: Grid, row: int, column: int, codes: frozenset[str] | None, side: str) -> Stated | None:
    found, head = grid.at(row, column), grid.columns[column]
    if found is None or not found.is_exact or (codes is None and not head.is_total):
        return None
    return Stated(f"{grid.rows[row].label}, {head.label}", found.value, found.text.strip(), found.place, side, codes or EVERYTHING)


def _of_total_row(plan: Plan, row: Measured) -> Iterator[Stated]:
    for side in ("planned", "used"):
        cell = row.side(side)
        if cell is None or cell.total is None:
            continue
        scope = _scope(row.title) or _scope_of(plan)
        yield Stated(row.title, cell.total, cell.cell.text.strip(), cell.place, side, EVERYTHING, scope)
        by_source = cell.by_source()
        if "" not in by_source and len(by_source) > 1:
            yield from (
                Stated(row.title, value, str(value), cell.place, side, frozenset({code}), scope) for code, value in by_source.items()
            )


def _scope_of(plan: Plan) -> str:
    """A total at the end of a goal's table is the goal's, if all its measures are of one goal."""
    goals = {measured.number.split(".")[0] for measured in plan.measures}
    return next(iter(goals)) if len(goals) == 1 else ""


def _scope(text: str) -> str:
    found = SCOPE.search(folded(text))
    return (found[1] or found[2]) if found else ""


def _of_sentences(read: Read) -> Iterator[Stated]:
    for paragraph in read.paragraphs:
        for sentence in SENTENCE.split(paragraph.text):
            words = folded(sentence)
            euros = [one for one in amount.readings(sentence) if one.sign is Sign.EUROS]
            if len(euros) == 1 and "plan" in words and _speaks_of_all(words):
                side = "used" if USED.search(words) else "planned"
                yield Stated(
                    sentence.strip(), euros[0].value, euros[0].text, paragraph.place, side, _named_source(sentence), _scope(sentence)
                )


def _speaks_of_all(words: str) -> bool:
    return ("is viso" in words or "isviso" in words or is_total(words[:60])) and bool(USED.search(words) or PLANNED.search(words))


def _named_source(sentence: str) -> frozenset[str]:
    code = funding.source(sentence)
    return STATE if code == "VB" else frozenset({code}) if code and "biudzeto les" in folded(sentence) else EVERYTHING
