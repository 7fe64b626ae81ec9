"""A plan as JSON for programs and in lines for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from globa.checker.amounts import written
from globa.checker.telling import where
from globa.documents.numbers.comparators import Comparator
from globa.importers.plans.proposals import Proposal, proposals
from globa.importers.plans.understood import Additional, Amount, Goal, Line, Measure, Plan, Problem, Task, Yearly
from globa.vocabulary.words import message as _

Translate = Callable[[str], str]


def as_json(plan: Plan, translate: Translate = str) -> dict[str, Any]:
    """Amounts are decimal strings in euros; places without what the format does not know."""
    return {
        "goals": [_goal(goal) for goal in plan.goals],
        "yearly": [_yearly(one) for one in plan.yearly],
        "additional": [_additional(one) for one in plan.additional],
        "problems": [_problem(problem, translate) for problem in plan.problems],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {"no": goal.no, "text": goal.text, "tasks": [_task(task) for task in goal.tasks]}


def _task(task: Task) -> dict[str, Any]:
    return {"no": task.no, "text": task.text, "measures": [_measure(measure) for measure in task.measures]}


def _measure(measure: Measure) -> dict[str, Any]:
    return {"no": measure.no, "text": measure.text, "lines": [_line(line) for line in measure.lines]}


def _line(line: Line) -> dict[str, Any]:
    return {
        "responsible": list(line.responsible),
        "planned": [_amount(amount) for amount in line.planned.amounts],
        "planned_total": _decimal(line.planned.total),
        "planned_stated_total": _decimal(line.planned.stated),
        "used": [_amount(amount) for amount in line.used.amounts],
        "used_total": _decimal(line.used.total),
        "used_stated_total": _decimal(line.used.stated),
        "missing": {"planned": line.planned.missing, "used": line.used.missing},
        "expected": line.expected,
        "achieved": line.achieved,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    parts = [_amount(part) for part in amount.parts]
    return {"amount": _decimal(amount.amount), "source": amount.source or None, "note": amount.note, "parts": parts}


def _yearly(one: Yearly) -> dict[str, Any]:
    columns = [{"heading": column.heading, "sources": list(column.sources), "amount": _decimal(column.amount)} for column in one.columns]
    return {"year": one.year, "total": _decimal(one.total), "columns": columns}


def _additional(one: Additional) -> dict[str, Any]:
    return {"institution": one.institution, "no": one.no, "text": one.text, "amounts": [_decimal(amount) for amount in one.amounts]}


def _problem(problem: Problem, translate: Translate) -> dict[str, Any]:
    place = {name: value for name, value in asdict(problem.place).items() if value is not None}
    return {"place": place, "cell": problem.cell, "message": message(problem, translate), "suggestion": problem.suggestion}


def message(problem: Problem, translate: Translate = str) -> str:
    sentence = translate(problem.sentence)
    return sentence % problem.values if problem.values else sentence


def _decimal(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


PLANNED = _("planned %(amount)s, used %(used)s")
EXPECTED = _("seems to promise: %(results)s")
ACHIEVED = _("seems to tell: %(results)s")
SIGNS = {
    Comparator.EXACTLY: "",
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.MORE: ">",
    Comparator.LESS: "<",
    Comparator.ABOUT: "≈",
}
LIKELY = _("likely meant: %(suggestion)s")
PROBLEMS = _("A person must decide: %(count)s")
NO_PROBLEM = _("Nothing is doubtful.")


def lines(plan: Plan, translate: Translate = str) -> Iterator[str]:
    for goal in plan.goals:
        yield _named(goal)
        for task in goal.tasks:
            yield f"  {_named(task)}"
            for measure in task.measures:
                yield f"    {_named(measure)}"
                for line in measure.lines:
                    yield from (f"      {text}" for text in _line_said(line, translate))
    yield from _doubts(plan, translate)


def _named(one: Goal | Task | Measure) -> str:
    """Not every plan numbers all of them."""
    return ". ".join(filter(None, (one.no, one.text))) or "–"


def _line_said(line: Line, translate: Translate) -> Iterator[str]:
    """The money, and what results seem to promise and to tell."""
    yield _said(line, translate)
    for words, text in ((EXPECTED, line.expected), (ACHIEVED, line.achieved)):
        results = [_result(proposal) for proposal in proposals(text) if proposal.quantity is not None]
        if results:
            yield f"  {translate(words) % {'results': '; '.join(results)}}"


def _result(proposal: Proposal) -> str:
    quantity = "–".join(written(number) for number in (proposal.quantity, proposal.until) if number is not None)
    return " ".join(filter(None, (SIGNS[proposal.comparator], quantity, proposal.unit)))


def _said(line: Line, translate: Translate) -> str:
    sides = {"amount": _shown(line.planned.total), "used": _shown(line.used.total)}
    return f"{', '.join(line.responsible)}: {translate(PLANNED) % sides}"


def _shown(amount: Decimal | None) -> str:
    return "–" if amount is None else written(amount)


def _doubts(plan: Plan, translate: Translate) -> Iterator[str]:
    yield translate(PROBLEMS) % {"count": len(plan.problems)} if plan.problems else translate(NO_PROBLEM)
    for problem in plan.problems:
        likely = f" ({translate(LIKELY) % {'suggestion': problem.suggestion}})" if problem.suggestion else ""
        yield f"  {where(problem.place, translate)}: {message(problem, translate)}{likely}"
