"""The money of one cell, or of several columns, as amounts by source; what is doubtful becomes a problem, never a silent guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from globa.checker.folding import folded
from globa.documents.document import Cell
from globa.documents.numbers import money as grammar
from globa.documents.numbers.amount import Reading
from globa.importers.plans.columns import MoneyColumn
from globa.importers.plans.understood import Amount, Doubt, Missing, Money, Problem, Spot
from globa.vocabulary.words import message as _

CENT = Decimal("0.01")
BELOW_NOTHING = re.compile(r"\s*[-–—−]\d")
BULLET = re.compile(r"^\s*[-–—−•·]\s+(?=\d)", re.MULTILINE)
BELOW = re.compile(r"(?:is )?viso\b")
BELOW_END = re.compile(r"\bviso\b\s*[:–—-]?\s*", re.IGNORECASE)
UNKNOWN = _("“%(said)s” is none of the known sources of money.")
UNNAMED = _("Nobody says from which source %(said)s is.")
DASHES = "-–—−"


@dataclass(frozen=True)
class Read:
    """One line of money with the problems of its cell."""

    money: Money
    problems: tuple[Problem, ...] = ()

    @property
    def is_simple(self) -> bool:
        """An amount and its source: neither a total in brackets nor a dash."""
        return len(self.money.amounts) == 1 and self.money.amounts[0].amount == self.money.stated


def read(cells: Sequence[tuple[MoneyColumn, Cell]], source: str) -> list[Read]:
    """The lines of one side of a row. `source` is what a column of sources says, for amounts that name none themselves."""
    if not cells:
        return [Read(Money(missing=Missing.UNKNOWN))]
    if len(cells) > 1:
        return [_several(cells)]
    column, cell = cells[0]
    if BELOW_NOTHING.match(cell.text):
        return [_empty(cell)]
    if below := _totalled(cell, column, source):
        return [below]
    lines = grammar.money(BULLET.sub("", cell.text), column.unit)
    return [_line(line, cell, column.source or source) for line in lines] or [_empty(cell)]


def _totalled(cell: Cell, column: MoneyColumn, source: str) -> Read | None:
    """Amounts in rows of their own above a row that adds them up: “5,00 SB / 7,00 VB / Iš viso: 12,00”."""
    *rows, last = cell.text.strip().split("\n")
    if not rows or not BELOW.match(folded(last)):
        return None
    total = grammar.money(BELOW_END.sub("", last), column.unit)
    parts = grammar.money("\n".join(rows), column.unit)
    if len(total) != 1 or total[0].stated is None or not parts:
        return None
    read = [_line(line, cell, column.source or source) for line in parts]
    money = Money(tuple(amount for one in read for amount in one.money.amounts), total[0].stated.quantize(CENT))
    return Read(money, (*moved(read), *_disagreeing(money, cell)))


def _empty(cell: Cell) -> Read:
    text = cell.text.strip()
    if not text:
        return Read(Money(missing=Missing.UNKNOWN))
    sentence = _("No sum of money was found in “%(cell)s”.")
    return Read(Money(missing=Missing.UNKNOWN), (Problem(cell.place, text, sentence, {"cell": text}, doubt=Doubt.NO_SUM),))


def _several(cells: Sequence[tuple[MoneyColumn, Cell]]) -> Read:
    """A column for each source: their amounts are of one line, a column of totals is its printed total."""
    read = [(column, _one(column, cell)) for column, cell in cells if cell.text.strip(" " + DASHES)]
    told = [one for column, one in read if not column.is_total]
    amounts = tuple(amount for one in told for amount in one.money.amounts)
    stated = next((one.money.stated for column, one in read if column.is_total), None)
    has_dash = any(cell.text.strip() for _, cell in cells)
    is_known = stated is not None or any(amount.amount is not None for amount in amounts)
    missing = None if is_known else Missing.NONE if has_dash and not amounts else Missing.UNKNOWN
    money = Money(amounts, stated, missing)
    totals = [problem for column, one in read if column.is_total for problem in one.problems]
    return Read(money, (*moved(told), *totals, *_disagreeing(money, cells[-1][1])))


def moved(read: Sequence[Read], behind: int = 0) -> Iterator[Problem]:
    """Their problems, where the amounts of all of them stand in one line, behind others of it."""
    for one in read:
        yield from (_shifted(problem, behind) for problem in one.problems)
        behind += len(one.money.amounts)


def _shifted(problem: Problem, by: int) -> Problem:
    number = problem.at.amount
    return problem if number is None else replace(problem, at=replace(problem.at, amount=number + by))


def _one(column: MoneyColumn, cell: Cell) -> Read:
    lines = grammar.money(cell.text, column.unit)
    return _line(lines[0], cell, column.source, is_total=column.is_total) if lines else _empty(cell)


def _line(line: grammar.Line, cell: Cell, source: str, *, is_total: bool = False) -> Read:
    amounts = tuple(_amount(part, source) for part in line.parts)
    likely = line.reading.doubtful if line.reading else ()
    if line.stated == 0 and not any(one.source for one in amounts) and not likely:
        return Read(Money(missing=Missing.NONE))
    if line.is_dash:
        return Read(Money(amounts, None, Missing.UNKNOWN if amounts else Missing.NONE), tuple(_dashes(cell, amounts)))
    stated = None if line.stated is None or likely else line.stated.quantize(CENT)
    if likely and len(amounts) == 1 and amounts[0].amount == line.stated:
        amounts = (Amount(None, amounts[0].source, amounts[0].note, amounts[0].parts),)
    money = Money(amounts, stated, None if stated is not None or any(one.amount is not None for one in amounts) else Missing.UNKNOWN)
    problems = (*_misprinted(line, cell), *_disagreeing(money, cell), *(() if is_total else _sourceless(money, line, cell)))
    return Read(money, problems)


def _amount(part: grammar.Part, source: str) -> Amount:
    nested = tuple(_amount(inner, "") for inner in part.nested)
    value = None if part.value is None or (part.reading and part.reading.doubtful) else part.value.quantize(CENT)
    return Amount(value, part.source or source, part.purpose, nested)


def _dashes(cell: Cell, amounts: Sequence[Amount]) -> Iterator[Problem]:
    if amounts:
        sentence = _("A source is named and a dash stands for its amount: write the amount, or leave it unknown.")
        yield Problem(cell.place, cell.text, sentence, doubt=Doubt.DASH, at=Spot(amount=0))


def _misprinted(line: grammar.Line, cell: Cell) -> Iterator[Problem]:
    """The printed total and each part by itself; what the parts make is the likeliest reading of the total."""
    for reading in {id(one): one for one in (line.reading, *(part.reading for part in line.parts)) if one}.values():
        at = Spot(amount=_number(line, reading))
        if reading.doubtful:
            likely = line.added if reading is line.reading and line.added in reading.doubtful else reading.doubtful[0]
            sentence = _("“%(text)s” is not a sum of money as it is written.")
            yield Problem(cell.place, cell.text, sentence, {"text": reading.text.strip()}, f"{likely:.2f}", Doubt.NUMBER, at)
        elif reading.precision_lost:
            sentence = _("The last figures of “%(text)s” were cut off by a narrow cell.")
            yield Problem(cell.place, cell.text, sentence, {"text": reading.text.strip()}, doubt=Doubt.CUT, at=at)


def _number(line: grammar.Line, reading: Reading) -> int | None:
    """Which part was read so; None is the total, unless it is the only part at the same time."""
    if reading is line.reading and not (len(line.parts) == 1 and line.parts[0].value == line.stated):
        return None
    return next((number for number, part in enumerate(line.parts) if part.reading is reading), None)


def _disagreeing(money: Money, cell: Cell) -> Iterator[Problem]:
    """Also the parts of a part against it."""
    known = [amount.amount for amount in money.amounts]
    if money.stated is not None and None not in known and known and money.total != money.stated:
        sentence = _("The parts make %(total)s, and the total is printed as %(stated)s.")
        values = {"total": f"{money.total:.2f}", "stated": f"{money.stated:.2f}"}
        yield Problem(cell.place, cell.text, sentence, values, f"{money.total:.2f}", Doubt.TOTAL)
    for number, amount in enumerate(money.amounts):
        inner = [part.amount for part in amount.parts if part.amount is not None]
        if inner and amount.amount is not None and sum(inner) != amount.amount:
            sentence = _("The parts of %(whole)s make %(total)s.")
            values = {"whole": f"{amount.amount:.2f}", "total": f"{sum(inner):.2f}"}
            yield Problem(cell.place, cell.text, sentence, values, f"{sum(inner):.2f}", Doubt.PARTS, Spot(amount=number))


def _sourceless(money: Money, line: grammar.Line, cell: Cell) -> Iterator[Problem]:
    """A part without words of its own is the total again."""
    for number, (amount, part) in enumerate(zip(money.amounts, line.parts, strict=True)):
        if not amount.source:
            said = {"said": part.raw or line.text}
            sentence = UNNAMED if not re.search(r"[^\W\d_]", said["said"]) else UNKNOWN
            yield Problem(cell.place, cell.text, sentence, said, doubt=Doubt.SOURCE, at=Spot(amount=number))
