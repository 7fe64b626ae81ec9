"""
The same people divided differently in two tables, or in a table and a sentence: 25 children are 9 girls and 16 boys here, 7 and 18 there.

The people are taken for the same where both have the same total. Where it is the total of some columns only - of homes without the
foster centre - and only one set of columns makes it, that set is named. A contradiction where both tables print the total and none says
that it is of another time; else suspicious, for the tables may be of different days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from globa.checker.amounts import written
from globa.checker.finding import Finding, Severity
from globa.checker.folding import folded
from globa.checker.grids import Grid
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Place
from globa.documents.numbers.counted import in_sentence
from globa.documents.numbers.not_amounts import Kind, marks
from globa.documents.sentences import sentences
from globa.vocabulary.words import message as _

NAME = "cross-tables"
DIFFER = _("Of %(total)s there are %(one)s in one place%(first)s, and %(other)s in another%(second)s.")
MOST_COLUMNS = 12
LEAST_PEOPLE = 5
MANY_PEOPLE = 10
MANY_OF_SOME = 24
"""Some columns that make a number do so by chance as long as the number is small, though the table prints it elsewhere."""
TIMES = re.compile(r"pradz|pabaig")
KINDS = {
    "girls": ("mergait", "mergin", "girl"),
    "boys": ("berniuk", "vaikin", "boy"),
    "women": ("moter", "women", "woman"),
    "men": ("vyrai", "vyru", "vyras", "vyrams", "men"),
}
PAIRS = (("girls", "boys"), ("women", "men"))
MENTIONS = re.compile(r"merg|berniuk|girl|boy|vaikin|moter|vyr|wom[ae]n|\bmen\b")
WORDS = {PAIRS[0]: ("mergaitė", "berniukas"), PAIRS[1]: ("moteris", "vyras")}
OF_UNITS = {unit for units in WORDS.values() for unit in units}


@dataclass(frozen=True)
class Division:
    """A total and its two parts. `of` are the columns that make it, "" where the total is printed; `grid` is None of a sentence."""

    grid: Grid | None
    pair: tuple[str, str]
    total: Decimal
    parts: tuple[Decimal, Decimal]
    places: tuple[Place, ...]
    of: str = ""
    said: str = ""

    @property
    def labels(self) -> str:
        return f"{written(self.parts[0])} / {written(self.parts[1])}"


@dataclass(frozen=True)
class Triple:
    label: str
    values: tuple[Decimal, Decimal, Decimal]
    places: tuple[Place, ...]
    is_total: bool


def find(read: Read) -> Iterator[Finding]:
    known = [(grid, pair, triples) for grid in read.grids for pair, triples in _triples(grid)]
    printed = [*(division for grid, pair, triples in known for division in _printed(grid, pair, triples)), *_in_sentences(read)]
    summed = [division for grid, pair, triples in known for division in _as_others(grid, pair, triples, printed)]
    for one, other in [*combinations(printed, 2), *product(printed, summed)]:
        if (
            (one.grid is not other.grid or one.grid is None)
            and one.pair == other.pair
            and one.total == other.total
            and one.parts != other.parts
        ):
            yield from _differ(one, other)


def _as_others(grid: Grid, pair: tuple[str, str], triples: Sequence[Triple], printed: Sequence[Division]) -> Iterator[Division]:
    for total in sorted({one.total for one in printed if one.pair == pair and one.grid is not grid}):
        yield from _summed(grid, pair, triples, total)


def _triples(grid: Grid) -> Iterator[tuple[tuple[str, str], list[Triple]]]:
    """Columns of a table whose rows are total, girls, boys; or rows of one whose columns are."""
    for turned in (grid, grid.turned()):
        for pair in PAIRS:
            rows = [[place for place, row in enumerate(turned.rows) if _is(row.label, kind)] for kind in pair]
            wholes = [place for place, row in enumerate(turned.rows) if row.is_total]
            if all(len(found) == 1 for found in rows) and len(wholes) == 1:
                found = [_triple(turned, column, wholes[0], rows[0][0], rows[1][0]) for column in range(len(turned.columns))]
                yield pair, [one for one in found if one is not None]
                return


def _is(label: str, kind: str) -> bool:
    return any(word.startswith(KINDS[kind]) for word in folded(label).split())


def _triple(grid: Grid, column: int, *rows: int) -> Triple | None:
    found = [one for row in rows if (one := grid.at(row, column)) is not None and one.is_exact]
    if len(found) != 3:
        return None
    entry = grid.columns[column]
    return Triple(entry.label, (found[0].value, found[1].value, found[2].value), tuple(one.place for one in found), entry.is_total)


def _printed(grid: Grid, pair: tuple[str, str], triples: Sequence[Triple]) -> Iterator[Division]:
    """Of the whole table: its only column, or the one that is the total."""
    wholes = triples if len(triples) == 1 else [one for one in triples if one.is_total]
    for one in wholes:
        whole, first, second = one.values
        if whole >= LEAST_PEOPLE and first + second == whole:
            yield Division(grid, pair, whole, (first, second), one.places)


def _in_sentences(read: Read) -> Iterator[Division]:
    """„Mergaičių – 9, berniukų – 16“: a sentence that says each once. The numbers of no other one are asked for their nouns."""
    for sentence in sentences(read.document):
        if not MENTIONS.search(folded(sentence.text)):
            continue
        found = [one for one in in_sentence(sentence.text, sentence.place) if one.unit in OF_UNITS and not one.is_target]
        for pair, units in WORDS.items():
            both = [[one for one in found if one.unit == unit and one.is_exact] for unit in units]
            if all(len(ones) == 1 for ones in both):
                parts = (both[0][0].reading.value, both[1][0].reading.value)
                if sum(parts) >= LEAST_PEOPLE:
                    yield Division(None, pair, sum(parts, Decimal(0)), parts, (sentence.place,), said=sentence.text)


def _summed(grid: Grid, pair: tuple[str, str], triples: Sequence[Triple], total: Decimal) -> Iterator[Division]:
    """All columns where they make this total, else the one set of them that does; none where there are several."""
    parts = [one for one in triples if not one.is_total and one.values[0]]
    if not 2 <= len(parts) <= MOST_COLUMNS or any(one.values[1] + one.values[2] != one.values[0] for one in parts):
        return
    sets = [some for size in range(2, len(parts) + 1) for some in combinations(parts, size) if sum(one.values[0] for one in some) == total]
    if len(sets) == 1 or tuple(parts) in sets:
        chosen = tuple(parts) if tuple(parts) in sets else sets[0]
        first, second = (sum((one.values[place] for one in chosen), Decimal(0)) for place in (1, 2))
        places = tuple(place for one in chosen for place in one.places[1:])
        yield Division(grid, pair, total, (first, second), places, ", ".join(one.label for one in chosen))


def _differ(one: Division, other: Division) -> Iterator[Finding]:
    days = [_days(one), _days(other)]
    if days[0] and days[1] and not days[0] & days[1]:
        return
    is_sure = (not one.of and not other.of and bool(days[0] & days[1])) or _are_the_same(one, other)
    yield finding(
        NAME, Severity.CONTRADICTION if is_sure else Severity.SUSPICIOUS, [*one.places, *other.places], DIFFER,
        written(one.total), one.labels, other.labels,
        confidence=_confidence(one, other, is_sure=is_sure), difference=abs(one.parts[0] - other.parts[0]),
        total=written(one.total), one=one.labels, other=other.labels, first=_named(one), second=_named(other),
    )  # fmt: skip


def _are_the_same(one: Division, other: Division) -> bool:
    """Two tables that each print the same number of people, not the same by chance, of which none says that it is of another time."""
    both = (one, other)
    many = MANY_OF_SOME if one.of or other.of else MANY_PEOPLE
    return one.total >= many and all(map(_is_printed, both)) and TIMES.findall(_folded(one)) == TIMES.findall(_folded(other))


def _is_printed(one: Division) -> bool:
    return one.grid is not None and (not one.of or any(amount.value == one.total for _label, amount, _place in one.grid.pairs))


def _folded(one: Division) -> str:
    return folded(_said(one))


def _confidence(one: Division, other: Division, *, is_sure: bool) -> Decimal:
    """Columns that make a total may do so by chance, unless their table prints it somewhere."""
    if is_sure:
        return Decimal("0.9")
    by_chance = [division for division in (one, other) if division.of and not _is_printed(division)]
    return Decimal("0.4") if by_chance else Decimal("0.75")


def _days(one: Division) -> set[str]:
    return {mark.text for mark in marks(_said(one)) if mark.kind in (Kind.DAY, Kind.YEAR)}


def _said(one: Division) -> str:
    return " ".join((one.grid.table.caption if one.grid else one.said).split())


def _named(one: Division) -> str:
    said = "; ".join(text for text in (_said(one), one.of) if text)
    return f" ({said})" if said else ""
