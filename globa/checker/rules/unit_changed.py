"""
A result that is counted in another unit than it was planned in: times expected, groups achieved; families expected, children achieved.

Suspicious: such a result can be compared with its plan by nobody. Persons of every kind are one unit, and „asmenys / šeimos“ are both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from globa.checker.finding import Finding, Severity
from globa.checker.plans import Measured
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Cell
from globa.documents.numbers.counted import DURATIONS, PEOPLE, UNITS, Counted, in_sentence
from globa.documents.numbers.noun import lemma
from globa.documents.sentences import in_cell
from globa.vocabulary.words import message as _

NAME = "unit"
NONE_SHARED = _("%(measure)s: the expected result is counted in %(expected)s, the achieved one in %(achieved)s.")
ONE_CHANGED = _("%(measure)s: expected “%(planned)s”, achieved “%(done)s”: counted in another unit.")
NO_UNIT = {"", "EUR", "LTL", "percent", "age", *DURATIONS}
EITHER = re.compile(r"([^\W\d_]+)\s*/\s*([^\W\d_]+)")
ALIKE = 0.5
LONGEST = 60
COMMON = frozenset(["paslauga", "suteiktas", "suteikti", "organizuoti", "organizuotas", "vykdyti", "teikti", "gauti", "bus"])


def find(read: Read) -> Iterator[Finding]:
    for plan in read.plans:
        for measured in plan.measures:
            if measured.expected is not None and measured.achieved is not None:
                yield from _compared(measured, measured.expected, measured.achieved)


def _compared(measured: Measured, expected: Cell, achieved: Cell) -> Iterator[Finding]:
    planned, done = _counted(expected), _counted(achieved)
    if not planned or not done:
        return
    either = _either(expected.text) | _either(achieved.text)
    kinds = {_kind(one) for one in planned} | either, {_kind(one) for one in done}
    if not kinds[0] & kinds[1]:
        yield finding(
            NAME, Severity.SUSPICIOUS, [achieved.place, expected.place], NONE_SHARED, measured.number, *sorted(kinds[0]), *sorted(kinds[1]),
            confidence=Decimal("0.5"), measure=measured.name, expected=_units(planned), achieved=_units(done),
        )  # fmt: skip
        return
    for one in planned:
        if (other := _changed(one, done)) and _kind(one) not in either:
            yield finding(
                NAME, Severity.SUSPICIOUS, [achieved.place, expected.place], ONE_CHANGED, measured.number, one.text, other.text,
                confidence=Decimal("0.6"), measure=measured.name, planned=_said(one), done=_said(other),
            )  # fmt: skip
            return


def _counted(cell: Cell) -> list[Counted]:
    found = (one for sentence in in_cell(cell) for one in in_sentence(sentence.text, sentence.place))
    return [one for one in found if one.unit not in NO_UNIT]


def _kind(one: Counted) -> str:
    return "asmuo" if one.unit in PEOPLE else one.unit


def _either(text: str) -> set[str]:
    """Both units of „asmenys / šeimos“."""
    pairs = [(lemma(found[1]), lemma(found[2])) for found in EITHER.finditer(text)]
    units = {word for pair in pairs if UNITS.issuperset(pair) for word in pair}
    return {"asmuo" if unit in PEOPLE else unit for unit in units}


def _changed(one: Counted, done: list[Counted]) -> Counted | None:
    """The achieved number of the same words in another unit, where no number of the same unit has as many of them."""
    shared = [(_shared(one, other), other) for other in done]
    best = max((likeness for likeness, other in shared if _kind(other) != _kind(one)), default=0)
    same = max((likeness for likeness, other in shared if _kind(other) == _kind(one)), default=0)
    if best < ALIKE or same >= best:
        return None
    return next(other for likeness, other in shared if likeness == best and _kind(other) != _kind(one))


def _shared(one: Counted, other: Counted) -> float:
    """How much of what is planned the other's words say, without the words that every result has."""
    planned, done = (_words(counted) for counted in (one, other))
    common = planned & done
    if not common or len(planned | done) == 0:
        return 0
    return len(common) / len(planned) if one.noun and one.noun <= done else len(common) / len(planned | done) if len(common) > 1 else 0


def _words(one: Counted) -> set[str]:
    return set((one.noun | one.around) - {one.unit} - COMMON)


def _units(counted: list[Counted]) -> str:
    return ", ".join(dict.fromkeys(one.unit for one in counted))


def _said(one: Counted) -> str:
    """The number with the words of its clause, whole words only."""
    before, after = one.text[: one.reading.start], one.text[one.reading.end :]
    start = re.split(r"[.;:,]\s|\)\s", before)[-1][-LONGEST:]
    end = re.split(r"(?<=\))|[.;,:]|\s\(", after)[0][:LONGEST]
    return f"{start}{one.reading.text}{end}".strip()
