"""The plan as it is written when a person has decided: amounts in their places, bodies known or named, results confirmed or free text."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from decimal import Decimal

from globa.documents.document import Place
from globa.importers.plans.decisions import Answer, Choice, Decisions, open_doubts
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.obstacles import obstacles
from globa.importers.plans.proposals import Proposal
from globa.importers.plans.refusals import NotDecided
from globa.importers.plans.results import SIDES, Proposed, agreed
from globa.importers.plans.understood import Amount, Doubt, Line, Measure, Missing, Money, Plan, Problem


@dataclass(frozen=True)
class Results:
    expected: tuple[Proposal, ...] = ()
    achieved: tuple[Proposal, ...] = ()
    obstacles: tuple[str, ...] = ()


@dataclass
class Decided:
    """`results` by the serial of the measure and the number of its line; `bodies` by name, those that are organisations of ours."""

    plan: Plan
    results: dict[tuple[int, int], Results] = field(default_factory=dict)
    bodies: dict[str, uuid.UUID] = field(default_factory=dict)


def decided(read: ReadPlan, decisions: Decisions) -> Decided:
    """Refuses while a doubt is open. What was read stays as it is."""
    if left := open_doubts(read.plan, decisions):
        raise NotDecided(len(left))
    return so_far(read, decisions)


def so_far(read: ReadPlan, decisions: Decisions) -> Decided:
    """As it would be written now: what nobody has answered yet is as it was read."""
    made = Decided(deepcopy(read.plan), bodies={name: uuid.UUID(one) for name, one in decisions.bodies.items() if one})
    measures = {measure.serial: measure for measure in made.plan.measures()}
    found = {serial: [_told(read, serial, at) for at in range(len(one.lines))] for serial, one in measures.items()}
    answers = [(problem, decisions.doubts.get(str(number))) for number, problem in enumerate(read.plan.problems)]
    for problem, answer in answers:
        if problem.at.side and answer is not None:
            _answer_side(measures[problem.at.measure], problem, answer)
    for problem, answer in reversed(answers):
        if answer is not None and answer.choice == Choice.JOIN:
            _join(measures[problem.at.measure], found[problem.at.measure], problem)
    _leave_out(made.plan, found, [problem.place for problem, answer in answers if answer is not None and answer.choice == Choice.OUT])
    made.results = {(serial, at): _results(told, decisions) for serial, lines in found.items() for at, told in enumerate(lines)}
    return made


def _leave_out(plan: Plan, found: dict[int, list[list[Proposed]]], hidden: Sequence[Place]) -> None:
    """The lines of rows that a person left out, and measures of which none is left."""
    out = {(place.sheet, place.row) for place in hidden}
    if not out:
        return
    for measure in plan.measures():
        kept = [at for at, line in enumerate(measure.lines) if (line.place.sheet, line.place.row) not in out]
        found[measure.serial] = [found[measure.serial][at] for at in kept]
        measure.lines[:] = [measure.lines[at] for at in kept]
    for goal in plan.goals:
        for task in goal.tasks:
            task.measures[:] = [one for one in task.measures if one.lines]


def _told(read: ReadPlan, serial: int, line: int) -> list[Proposed]:
    return [one for one in read.results if (one.measure, one.line) == (serial, line)]


def _results(told: Sequence[Proposed], decisions: Decisions) -> Results:
    """A sentence that is an obstacle is no result."""
    found = obstacles(told, decisions)
    places = {one.place for one in found}
    kept = [one for one in told if one.sentence not in places]
    expected, achieved = (agreed([one for one in kept if one.side == side], decisions) for side in SIDES)
    return Results(expected, achieved, tuple(one.text for one in found))


def _answer_side(measure: Measure, problem: Problem, answer: Answer) -> None:
    line = measure.lines[problem.at.line]
    if problem.at.side == "planned":
        measure.lines[problem.at.line] = replace(line, planned=answered(line.planned, problem, answer))
    else:
        measure.lines[problem.at.line] = replace(line, used=answered(line.used, problem, answer))


def answered(money: Money, problem: Problem, answer: Answer) -> Money:
    """One side of a line with what was said to one doubt about it."""
    if problem.doubt == Doubt.PARTS and answer.choice == Choice.AS_READ:
        return _changed(money, problem.at.amount, parts=())
    if problem.doubt == Doubt.SOURCE:
        return _changed(money, problem.at.amount, source=answer.source)
    if problem.doubt == Doubt.TOTAL and answer.choice == Choice.TYPE:
        return _changed(money, answer.part, amount=answer.amount)
    if answer.choice == Choice.AS_READ:
        return money
    if answer.choice == Choice.LEAVE:
        return _left(money, problem.at.amount, answer.missing or Missing.UNKNOWN)
    return _valued(money, problem, answer)


def _valued(money: Money, problem: Problem, answer: Answer) -> Money:
    """An amount of one source is the printed total as well; where no sum was found there is now one."""
    value = Decimal(problem.suggestion) if answer.choice == Choice.TAKE else answer.amount
    if problem.at.amount is None and not money.amounts:
        return Money((Amount(value, answer.source),) if answer.source else (), value)
    if problem.at.amount is None:
        return replace(money, stated=value)
    made = _changed(money, problem.at.amount, amount=value)
    is_alone = len(money.amounts) == 1 and money.stated in (None, money.amounts[0].amount)
    return replace(made, stated=value) if is_alone else made


def _left(money: Money, number: int | None, missing: Missing) -> Money:
    made = replace(money, stated=None) if number is None else _changed(money, number, amount=None)
    return replace(made, missing=missing if made.total is None else None)


def _changed(money: Money, number: int | None, **what: object) -> Money:
    """With an amount known, the side is missing no more."""
    amounts = tuple(replace(one, **what) if at == number else one for at, one in enumerate(money.amounts))  # type: ignore[arg-type]
    made = replace(money, amounts=amounts)
    return replace(made, missing=None) if made.total is not None else made


def _join(measure: Measure, found: list[list[Proposed]], problem: Problem) -> None:
    """The lines that one row made become one: bodies once each, amounts one after another."""
    first = problem.at.line
    end = first + max(int(problem.values.get(name, "0")) for name in ("planned", "used", "amounts"))
    joined = measure.lines[first:end]
    measure.lines[first:end] = [
        Line(
            tuple(dict.fromkeys(name for line in joined for name in line.responsible)),
            _together([line.planned for line in joined]),
            _together([line.used for line in joined]),
            "\n".join(line.expected for line in joined if line.expected),
            "\n".join(line.achieved for line in joined if line.achieved),
            joined[0].place,
        )
    ]
    found[first:end] = [[one for line in found[first:end] for one in line]]


def _together(sides: Sequence[Money]) -> Money:
    """A total is printed for all of them only where each printed one; what another line carried is here now."""
    told = [one for one in sides if one.missing != Missing.ELSEWHERE] or sides[:1]
    amounts = tuple(amount for one in told for amount in one.amounts)
    stated = [one.stated for one in told]
    total = sum((one for one in stated if one is not None), Decimal(0)) if None not in stated else None
    is_known = total is not None or any(amount.amount is not None for amount in amounts)
    return Money(amounts, total, None if is_known else told[0].missing)
