"""
Numbers that nobody can have meant as they stand: groups of digits that are not of three, two marks, a letter for a digit.

Suspicious, with the likely reading: the one by which the sources make the total, else the group filled up. A stray space, a point among
commas, a sum without cents among sums with them and a figure cut off by a narrow cell are only form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from globa.checker.amounts import Amount, written
from globa.checker.finding import Finding, Severity
from globa.checker.folding import folded
from globa.checker.plans import Measured, MoneyCell
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Place
from globa.documents.numbers import amount
from globa.documents.numbers.amount import Form, Reading
from globa.documents.numbers.money import Line
from globa.documents.sentences import sentences
from globa.vocabulary.words import message as _

NAME = "misprint"
BROKEN = _("“%(printed)s”%(where)s is no number; probably %(likely)s is meant.")
BY_PARTS = _("“%(printed)s”%(where)s is no number; its sources make %(likely)s.")
STRAY = _("“%(printed)s”%(where)s has a space inside; it is read as %(likely)s.")
POINT = _("“%(printed)s”%(where)s has a decimal point where the others have commas; it is read as %(likely)s.")
CUT = _("“%(printed)s”%(where)s is cut off: up to %(slack)s may be missing.")
OF_OTHER_THINGS = re.compile(r"\bval|etat|\bproc|%|vidurk|vidutin|kilog|\bkg\b|hour|paros|dien")
NO_CENTS = _("“%(printed)s”%(where)s has no cents, and the other sums beside it have.")


@dataclass(frozen=True)
class Printed:
    """A number with where it stands, what the place is called, and what it should make if it is a total."""

    reading: Reading
    place: Place
    where: str = ""
    added: Decimal | None = None
    beside: tuple[Reading, ...] = ()


def find(read: Read) -> Iterator[Finding]:
    seen: set[tuple[Place, str]] = set()
    everything = [*_of_money(read), *_of_squares(read), *_of_sentences(read)]
    with_commas = sum("," in one.reading.text and one.reading.decimals > 0 for one in everything)
    for one in everything:
        if (_bare(one.place), one.reading.text.strip()) not in seen:
            seen.add((_bare(one.place), one.reading.text.strip()))
            yield from _told(one, has_commas=with_commas > 2)


def _bare(place: Place) -> Place:
    return Place(place.page, place.sheet, place.table, place.row, place.column, place.paragraph)


def _of_money(read: Read) -> Iterator[Printed]:
    for plan in read.plans:
        for measured in (*plan.measures, *plan.totals):
            for cell in (measured.planned, measured.used):
                if cell is not None:
                    yield from _of_cell(measured, cell)


def _of_cell(measured: Measured, cell: MoneyCell) -> Iterator[Printed]:
    beside = tuple(one for line in cell.lines for one in _readings(line))
    for line in cell.lines:
        for one in _readings(line):
            yield Printed(one, cell.place, f" ({measured.number})", line.added if one is line.reading else None, beside)


def _readings(line: Line) -> list[Reading]:
    parts = [part for outer in line.parts for part in (outer, *outer.nested)]
    return [one for one in dict.fromkeys([line.reading, *(part.reading for part in parts)]) if one is not None]


def _of_squares(read: Read) -> Iterator[Printed]:
    """Numbers of tables, and cells of such columns that are none but nearly."""
    for grid in read.grids:
        for row, line in enumerate(grid.squares):
            for column, square in enumerate(line):
                entry, head = grid.rows[row], grid.columns[column]
                is_money = not OF_OTHER_THINGS.search(folded(f"{entry.label} {head.label}"))
                if square is not None and (one := _of_square(square, is_money=is_money)) is not None:
                    place = replace(entry.place, column=head.place.column) if isinstance(square, str) else square.place
                    yield Printed(one, place, f" ({entry.label})" if entry.label else "")


def _of_square(square: Amount | str, *, is_money: bool) -> Reading | None:
    """What a neighbour's cents show to be cut off is so too, where it is money."""
    if isinstance(square, str):
        one = amount.read(square)
        return one if one is not None and one.form is Form.BROKEN else None
    one = amount.read(square.text)
    if one is None or one.form is Form.BROKEN:
        return None
    return replace(one, precision_lost=one.precision_lost or (square.is_cut and is_money))


def _of_sentences(read: Read) -> Iterator[Printed]:
    for sentence in sentences(read.document):
        for one in amount.readings(sentence.text):
            if one.form in (Form.BROKEN, Form.STRAY, Form.POINT):
                yield Printed(one, sentence.place)


def _told(one: Printed, *, has_commas: bool) -> Iterator[Finding]:
    reading = one.reading
    if reading.form is Form.BROKEN:
        by_parts = one.added is not None and one.added != reading.value
        likely = one.added if by_parts and one.added is not None else next(iter(reading.doubtful), reading.value)
        proved = one.added is not None and one.added in (*reading.doubtful, reading.value)
        confidence = Decimal("0.98") if proved else Decimal("0.8")
        yield _found(one, Severity.SUSPICIOUS, BY_PARTS if proved else BROKEN, likely, confidence)
    elif reading.form is Form.STRAY:
        yield _found(one, Severity.FORM, STRAY, reading.value)
    elif reading.form is Form.POINT and reading.decimals == 2 and has_commas and _is_money(reading):
        yield _found(one, Severity.FORM, POINT, reading.value)
    elif reading.precision_lost:
        yield _found(one, Severity.FORM, CUT, reading.value)
    elif _is_without_cents(reading, one.beside):
        yield _found(one, Severity.FORM, NO_CENTS, reading.value, Decimal("0.6"))


def _is_money(reading: Reading) -> bool:
    return reading.sign is amount.Sign.EUROS or " " in reading.text or "\u00a0" in reading.text


def _is_without_cents(reading: Reading, beside: Sequence[Reading]) -> bool:
    others = [other for other in beside if other is not reading]
    return reading.decimals == 0 and reading.scale == 1 and len(others) > 1 and all(other.decimals == 2 for other in others)


def _found(one: Printed, severity: Severity, sentence: str, likely: Decimal, confidence: Decimal | int = 1) -> Finding:
    printed = one.reading.text.strip()
    return finding(
        NAME, severity, [one.place], sentence, printed, one.where, confidence=confidence,
        printed=printed, where=one.where, likely=written(likely), slack=written(one.reading.slack),
    )  # fmt: skip
