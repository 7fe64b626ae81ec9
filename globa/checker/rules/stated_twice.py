"""
One figure with two values: in two sentences, in a table and a sentence, in two tables.

Two numbers are of one thing where they count in one unit, speak of the same day or year and names, and almost all of their words are the
same; words that half of the document uses weigh little. What is meant to be, parts of others and open bounds are not compared. Suspicious,
for few words can mean two things; a contradiction only where every word is the same, and the year or the day.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from globa.checker.amounts import written
from globa.checker.finding import Finding, Severity
from globa.checker.folding import folded
from globa.checker.grids import Grid
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Cell, Heading, Paragraph, Table
from globa.documents.numbers.counted import DURATIONS, Counted, in_cell, in_sentence, times
from globa.documents.numbers.not_amounts import YEAR, Kind, marks
from globa.documents.numbers.noun import lemmas
from globa.documents.sentences import of
from globa.vocabulary.words import message as _

NAME = "stated-twice"
TWICE = _("%(what)s: %(one)s in one place, %(other)s in another.")
NOT_COMPARED = {"", "age", *DURATIONS}
COMMON = frozenset(
    [
        "suteiktas", "suteikti", "teikti", "gauti", "būti", "turėti", "iš", "viso", "skaičius", "bendras", "metai", "faktas", "vienetas",
        "suma", "eilė", "numeris", "rodiklis", "pavadinimas", "reikšmė", "centras", "įstaiga", "ataskaitinis", "laikotarpis", "įvykti",
        "sudarytas", "organizuotas", "organizuoti", "teikiamas", "gyventi", "vykti", "vykdytas", "nuo", "lentelė", "duomuo", "total",
    ]
)  # fmt: skip
YEARS = re.compile(rf"\b{YEAR}\b")
OF_HEADS = frozenset(["kartas", "asmuo", "vaikas", "planas"])
FIRST = 12
ALIKE = 0.75
SPECIFIC = 2
SHORT = 80
SENTENCE = 25
TO_BE = re.compile(r"planuo|planuj|laukiam|siekti|numat|priemon|uzdav|tiksl|kryptis|sprendim")
MOST_ALIKE = 200
MOST_DIFFERING = 4


Block = tuple[int | None, ...]
Named = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Stated:
    """`block` tells two places of one list or one table from two places of the document; `row` is the measure that a cell belongs to."""

    counted: Counted
    block: Block
    is_of_table: bool = False
    row: str = ""
    is_total: bool = False
    says_when: bool = False
    is_of_a_year: bool = False
    caption: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        return (self.counted.noun | self.counted.around) - {self.counted.unit} - COMMON

    @property
    def specific(self) -> frozenset[str]:
        return self.counted.noun - {self.counted.unit} - COMMON


Twice = tuple[Stated, Stated, float]
"""Two of them, and how alike their words are."""


def find(read: Read) -> Iterator[Finding]:
    tables = list(_in_tables(read))
    said = [one for one in (*_in_text(read), *tables) if _is_compared(one.counted)]
    yield from (_found(*twice) for twice in _without_lists(list(_twice(said, _weights(said)))))
    yield from _of_two_tables(tables)


def _twice(said: Sequence[Stated], weights: dict[str, float]) -> Iterator[Twice]:
    for one, other in _candidates(said, weights):
        if one.counted.reading.value != other.counted.reading.value and _may_be_one(one, other):
            likeness = _likeness(one, other, weights)
            if likeness >= ALIKE:
                yield one, other, likeness


def _without_lists(found: Sequence[Twice]) -> Iterator[Twice]:
    """Where each of many numbers differs from many others, the same words were said of many things; one among many equal ones stays."""
    differs = Counter(id(one) for pair in found for one in pair[:2])
    return (pair for pair in found if min(differs[id(pair[0])], differs[id(pair[1])]) <= MOST_DIFFERING)


def _candidates(said: Sequence[Stated], weights: dict[str, float]) -> Iterator[tuple[Stated, Stated]]:
    """Numbers of one unit of which one has the rarest word of the other; of a word that very many have none are compared."""
    having: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(said):
        for word in one.words:
            having[one.counted.unit, word].append(place)
    told: set[tuple[int, int]] = set()
    for place, one in enumerate(said):
        rarest = min(one.words, key=lambda word: (-weights[word], word), default="")
        others = having.get((one.counted.unit, rarest), [])
        for other in others if len(others) <= MOST_ALIKE else []:
            pair = (min(place, other), max(place, other))
            if place != other and pair not in told:
                told.add(pair)
                yield said[pair[0]], said[pair[1]]


def _is_compared(one: Counted) -> bool:
    return one.is_exact and one.unit not in NOT_COMPARED and not one.is_part and not one.is_target and one.reading.other is None


def _in_text(read: Read) -> Iterator[Stated]:
    """Paragraphs, and cells of achieved results; what was expected is not what is. A heading says of what year the text under it is."""
    of_all = years = _year_of_all(read)
    for block in read.document.blocks:
        if isinstance(block, Paragraph | Heading):
            if isinstance(block, Heading) or len(block.text) <= SHORT:
                years = _years(block.text) or (of_all if isinstance(block, Heading) else years)
            for sentence in of(block.text, block.place) if isinstance(block, Paragraph) else ():
                for counted in in_sentence(sentence.text, sentence.place):
                    yield _stated(counted, (block.place.page, None, block.place.paragraph), years)
    for plan in read.plans:
        for measured in plan.measures:
            if measured.achieved is not None:
                yield from _of_cell(measured.achieved, measured.number)
    for table in read.document.tables:
        if all(plan.table is not table for plan in read.plans):
            yield from _in_words(table)


def _in_words(table: Table) -> Iterator[Stated]:
    """Cells that say sentences, but for columns of what is to be."""
    for row in table.body:
        for column, cell in enumerate(row.cells):
            head = folded(" ".join(one.cells[column].text for one in table.head))
            if not cell.is_covered and len(cell.text) >= SENTENCE and not TO_BE.search(head):
                yield from _of_cell(cell, f"{cell.place.table}.{cell.place.row}")


def _year_of_all(read: Read) -> frozenset[str]:
    """The one year that the first lines of a document name."""
    lines = [
        block.text for block in read.document.blocks[:FIRST] if isinstance(block, Heading | Paragraph) and len(block.text) <= 2 * SHORT
    ]
    return next((years for line in lines if len(years := _years(line)) == 1), frozenset())


def _years(text: str) -> frozenset[str]:
    return frozenset(year for mark in marks(text) if mark.kind is Kind.YEAR for year in re.findall(YEAR, mark.text))


def _stated(counted: Counted, block: Block, years: frozenset[str]) -> Stated:
    """With the year that its heading says, and the start and the end of the year as days."""
    of = counted.years or years
    days = frozenset(_day(day, max(of, default="")) for day in counted.days)
    return Stated(replace(counted, years=of, days=days), block, says_when=bool(counted.years | counted.days))


def _day(day: str, year: str) -> str:
    """The first of January is the end of the year before."""
    if day in ("opening", "closing") and year:
        return f"{int(year) - (day == 'opening')}-12-31"
    return f"{int(day[:4]) - 1}-12-31" if day.endswith("-01-01") else day


def _of_cell(cell: Cell, row: str) -> Iterator[Stated]:
    for sentence in of(cell.text, cell.place):
        for counted in in_sentence(sentence.text, sentence.place):
            yield Stated(counted, (cell.place.table, cell.place.row, cell.place.column), row=row)


def _in_tables(read: Read) -> Iterator[Stated]:
    plans = {id(plan.table) for plan in read.plans}
    above = _headings(read)
    for grid in read.grids:
        if id(grid.table) not in plans:
            yield from _of_grid(grid, f"{grid.table.caption} {above.get(id(grid.table), '')}")


def _of_grid(grid: Grid, caption: str) -> Iterator[Stated]:
    """A table of several years is asked only by who says the year; of what day or year its caption is, are all of its numbers."""
    words = frozenset(lemmas(caption)) - COMMON
    several = len({year for entry in (*grid.rows, *grid.columns) for year in YEARS.findall(entry.label)}) > 1
    whole = times(grid.table.caption)
    for row, column, found in grid.amounts():
        entry, head = grid.rows[row], grid.columns[column]
        counted = in_cell(found.text, [text for text in (entry.words or entry.label, head.label) if text], found.place)
        if counted is not None and found.is_exact and not entry.is_nested:
            days, years = (counted.days, counted.years) if counted.days | counted.years else whole
            one = _stated(replace(counted, days=days, years=years), (found.place.table,), frozenset())
            yield replace(one, is_of_table=True, is_total=entry.is_total or head.is_total, caption=words, is_of_a_year=several)


def _headings(read: Read) -> dict[int, str]:
    above: dict[int, str] = {}
    last = ""
    for block in read.document.blocks:
        if isinstance(block, Table):
            above[id(block)] = last
        else:
            last = block.text
    return above


def _weights(said: Sequence[Stated]) -> dict[str, float]:
    """A word that few numbers have says much."""
    many = Counter(word for one in said for word in one.words)
    return {word: 1 / (1 + math.log2(count)) for word, count in many.items()}


def _may_be_one(one: Stated, other: Stated) -> bool:
    first, second = one.counted, other.counted
    if first.unit != second.unit or one.block == other.block or (one.is_of_table and other.is_of_table):
        return False
    if first.names != second.names and not (one.is_of_table or other.is_of_table):
        return False
    if not (first.days == second.days and _same_years(first, second)):
        return False
    if (one.is_of_a_year or other.is_of_a_year) and first.years != second.years:
        return False
    return not (one.row and other.row) or len(one.words & other.words) > SPECIFIC


def _same_years(one: Counted, other: Counted) -> bool:
    return not one.years or not other.years or one.years == other.years


def _likeness(one: Stated, other: Stated, weights: dict[str, float]) -> float:
    if one.is_of_table or other.is_of_table:
        table, sentence = (one, other) if one.is_of_table else (other, one)
        return _as_named(table, sentence)
    least = 1 if one.counted.days else SPECIFIC
    if not one.specific and not other.specific and len(one.words & other.words) < least:
        return 0.0
    shared, every = (sum(weights[word] for word in words) for words in (one.words & other.words, one.words | other.words))
    return shared / every if every else 0.0


def _as_named(table: Stated, sentence: Stated) -> float:
    """The sentence has all words that the table has, and its noun phrase no others."""
    named = table.words - OF_HEADS
    if not named or not named <= sentence.words:
        return 0.0
    besides = sentence.specific - named - table.caption - OF_HEADS
    return 1.0 if not besides else 0.0


def _of_two_tables(tables: Sequence[Stated]) -> Iterator[Finding]:
    """Lines and columns that two tables name alike and once: only where most of these agree are they the same figures."""
    lines: dict[Named, dict[Block, list[Stated]]] = defaultdict(lambda: defaultdict(list))
    for one in tables:
        if one.is_total:
            continue
        counted = one.counted
        lines[counted.unit, frozenset(lemmas(counted.text)), counted.days, counted.years][one.block].append(one)
    pairs: dict[tuple[Block, Block], list[tuple[Stated, Stated]]] = defaultdict(list)
    for known in lines.values():
        for (one,), (other,) in combinations([stated for stated in known.values() if len(stated) == 1], 2):
            pairs[one.block, other.block].append((one, other))
    for both in pairs.values():
        differing = [(one, other) for one, other in both if one.counted.reading.value != other.counted.reading.value]
        if differing and len(both) - len(differing) >= max(SPECIFIC, 2 * len(differing)):
            yield from (_found(one, other, 0.9) for one, other in differing)


def _found(one: Stated, other: Stated, likeness: float) -> Finding:
    first, second = one.counted, other.counted
    is_sure = _is_sure(one, other, likeness)
    what = " ".join(_what(one if one.is_of_table or not other.is_of_table else other).split())
    values = sorted([first.reading.value, second.reading.value])
    return finding(
        NAME, Severity.CONTRADICTION if is_sure else Severity.SUSPICIOUS, [first.place, second.place], TWICE,
        first.unit, *sorted(one.words & other.words), *values, confidence=Decimal("0.85") if is_sure else Decimal("0.6"),
        difference=abs(first.reading.value - second.reading.value),
        what=what, one=written(first.reading.value), other=written(second.reading.value),
    )  # fmt: skip


def _is_sure(one: Stated, other: Stated, likeness: float) -> bool:
    """Every word is the same, enough of them, and both say the same day or year."""
    first, second = one.counted, other.counted
    if (
        likeness < 1
        or not (one.says_when and other.says_when)
        or one.row
        or other.row
        or one.words != other.words
        or len(one.words) < SPECIFIC
    ):
        return False
    same_time = bool(first.days | first.years) and first.days == second.days and first.years == second.years
    return same_time and (one.is_of_table or other.is_of_table or len(one.words) > SPECIFIC)


def _what(one: Stated) -> str:
    text = one.counted.text
    begins, ends = max(one.counted.reading.start - 60, 0), one.counted.reading.end + 40
    return text if one.is_of_table else text[begins:ends]
