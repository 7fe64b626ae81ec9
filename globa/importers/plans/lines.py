"""The lines of one row of a measure: a responsible body each, or several bodies acting jointly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from globa.documents.document import Cell, Place
from globa.importers.plans.amounts import Read, moved
from globa.importers.plans.texts import shared
from globa.importers.plans.understood import Amount, Doubt, Line, Missing, Money, Problem
from globa.vocabulary.words import message as _

IN_KIND = re.compile(r"nepinigin|natūra\b|maisto produkt", re.IGNORECASE)


@dataclass(frozen=True)
class Parts:
    """What one row says, side by side."""

    bodies: tuple[str, ...]
    planned: list[Read]
    used: list[Read]
    expected: str
    achieved: str
    measure: str
    place: Place
    money_cell: Cell | None


def lines(parts: Parts) -> tuple[list[Line], list[Problem]]:
    """As many as there are amounts with totals of their own; the bodies are theirs one by one where they are as many."""
    planned, used = _joint(parts, parts.planned), _joint(parts, parts.used)
    count = max(len(planned), len(used))
    problems = [*_placed(planned, "planned"), *_placed(used, "used")]
    problems += _unequal(parts, len(planned), len(used))
    expected, achieved = shared(parts.expected, count), shared(parts.achieved, count)
    made = [
        Line(_bodies(parts, number, count), _at(planned, number), _at(used, number), expected[number], achieved[number], parts.place)
        for number in range(count)
    ]
    return [_in_kind(line, parts.measure) for line in made], [*problems, *_without_body(parts)]


def _placed(read: Sequence[Read], side: str) -> Iterator[Problem]:
    for number, one in enumerate(read):
        for problem in one.problems:
            yield replace(problem, at=replace(problem.at, line=number, side=side))


def _joint(parts: Parts, read: list[Read]) -> list[Read]:
    """Amounts that each name another source and have no total above them are the money of one line."""
    sources = [one.money.amounts[0].source for one in read if one.is_simple]
    if len(read) < 2 or len(sources) < len(read) or (len(set(sources)) < len(sources) and len(parts.bodies) == len(read)):
        return read
    if len(parts.bodies) == len(read) and len(parts.bodies) > 1 and len(set(sources)) == 1:
        return read
    amounts: tuple[Amount, ...] = tuple(amount for one in read for amount in one.money.amounts)
    return [Read(Money(amounts), tuple(moved(read)))]


def _bodies(parts: Parts, number: int, count: int) -> tuple[str, ...]:
    return (parts.bodies[number],) if len(parts.bodies) == count else parts.bodies


def _at(read: Sequence[Read], number: int) -> Money:
    """What this side has no line for stands at the first one."""
    return read[number].money if number < len(read) else Money(missing=Missing.ELSEWHERE)


def _unequal(parts: Parts, planned: int, used: int) -> Iterator[Problem]:
    if planned != used:
        sentence = _("%(planned)s planned and %(used)s used amounts stand side by side: say which belong together.")
        yield _about(parts, sentence, {"planned": str(planned), "used": str(used)}, Doubt.TOGETHER)
    elif planned > 1 and len(parts.bodies) not in (1, planned):
        sentence = _("%(bodies)s responsible bodies stand beside %(amounts)s amounts: say which amount is whose.")
        yield _about(parts, sentence, {"bodies": str(len(parts.bodies)), "amounts": str(planned)}, Doubt.TOGETHER)


def _without_body(parts: Parts) -> Iterator[Problem]:
    if not parts.bodies:
        yield _about(parts, _("Nobody is named as responsible."), {}, Doubt.LOOK)


def _about(parts: Parts, sentence: str, values: dict[str, str], doubt: Doubt) -> Problem:
    cell = parts.money_cell
    return Problem(cell.place if cell else parts.place, cell.text if cell else parts.measure, sentence, values, doubt=doubt)


def _in_kind(line: Line, measure: str) -> Line:
    """A dash for money beside words that tell of support in kind."""
    planned, used = _told(line.planned, measure + line.expected), _told(line.used, measure + line.achieved)
    return replace(line, planned=planned, used=used)


def _told(money: Money, text: str) -> Money:
    return replace(money, missing=Missing.IN_KIND) if money.missing == Missing.NONE and IN_KIND.search(text) else money


def behind(line: Line, problem: Problem) -> Problem:
    """The same of a row below whose amounts are added to those of the line."""
    number = problem.at.amount
    known = line.used if problem.at.side == "used" else line.planned
    return problem if number is None else replace(problem, at=replace(problem.at, amount=number + len(known.amounts)))


def with_source(line: Line, more: Line) -> Line:
    """A row below that names another source, and nobody, is of the same line."""
    return replace(line, planned=_added(line.planned, more.planned), used=_added(line.used, more.used))


def _added(money: Money, more: Money) -> Money:
    """Each row stated its own amount; together no total is printed."""
    if not more.amounts:
        return money
    missing = money.missing if any(one.amount is None for one in (*money.amounts, *more.amounts)) else None
    return Money((*money.amounts, *more.amounts), None, missing)
