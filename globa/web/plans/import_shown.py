"""A plan that was read, as it would be written now: the tree with its amounts, the doubts at their places, the printed totals beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from globa.checker.amounts import written as sum_written
from globa.checker.telling import where
from globa.importers.plans import beside, earlier
from globa.importers.plans.comparing import Compared, compared, of_goal, total
from globa.importers.plans.decided import Decided, so_far
from globa.importers.plans.decisions import Answer, Choice, Decisions
from globa.importers.plans.earlier import Known
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.obstacles import left_out, obstacles, to_judge
from globa.importers.plans.results import to_confirm
from globa.importers.plans.telling import message
from globa.importers.plans.understood import Amount, Doubt, Goal, Line, Measure, Missing, Money, Plan, Problem, Task
from globa.planning.plans.sources import PlanSource
from globa.reports.writing.numbers import money as written
from globa.web.plans.import_forms import WHY_NOT, WORDS, DoubtForm
from globa.web.plans.money import NOT_PLANNED, NOT_USED, cents

SIDES = ("planned", "used")
Sources = Mapping[str, str]


@dataclass(frozen=True)
class ShownAmount:
    source: str
    purpose: str
    amount: str
    parts: tuple[ShownAmount, ...] = ()


@dataclass(frozen=True)
class ShownSide:
    """`total` is empty where nothing is known, and then `missing` says why. `doubts` are the numbers of open ones."""

    amounts: tuple[ShownAmount, ...]
    total: str
    missing: str
    doubts: tuple[int, ...]


@dataclass(frozen=True)
class ShownLine:
    line: Line
    planned: ShownSide
    used: ShownSide
    doubts: tuple[int, ...]


@dataclass(frozen=True)
class ShownMeasure:
    measure: Measure
    lines: tuple[ShownLine, ...]
    doubts: tuple[int, ...]
    to_confirm: int


@dataclass(frozen=True)
class ShownTask:
    task: Task
    measures: tuple[ShownMeasure, ...]


@dataclass(frozen=True)
class ShownGoal:
    goal: Goal
    tasks: tuple[ShownTask, ...]
    planned: str
    used: str

    @property
    def doubts(self) -> int:
        return len({number for task in self.tasks for one in task.measures for number in one.doubts})

    @property
    def measures(self) -> int:
        return sum(len(task.measures) for task in self.tasks)


@dataclass(frozen=True)
class ShownDoubt:
    """`number` counts from one; `form` is there while it is open, and when somebody wants to answer anew."""

    number: int
    problem: Problem
    measure: Measure | None
    answer: Answer | None
    form: DoubtForm | None
    sources: Sources

    @property
    def message(self) -> str:
        return message(self.problem, _)

    @property
    def stands(self) -> str:
        """In which table, row and column of the document."""
        return where(self.problem.place, _)

    @property
    def said(self) -> str:
        """What was answered, in words."""
        if self.answer is None:
            return ""
        if self.answer.choice == Choice.TAKE:
            return written(Decimal(self.problem.suggestion))
        if self.answer.choice == Choice.LEAVE:
            return next(str(words) for value, words in WHY_NOT if value == (self.answer.missing or Missing.UNKNOWN))
        typed = written(self.answer.amount) if self.answer.amount is not None else ""
        said = " ".join(filter(None, (typed, self.sources.get(self.answer.source, ""))))
        return said or str(WORDS[self.problem.doubt][self.answer.choice])


@dataclass(frozen=True)
class ShownCompared:
    label: str
    side: str
    printed: str
    made: str
    difference: str
    explained: tuple[str, ...]

    @property
    def is_used(self) -> bool:
        return self.side == "used"


@dataclass(frozen=True)
class Numbers:
    """What accepting would write."""

    measures: int
    lines: int
    amounts: int
    planned: str
    used: str
    results: int
    to_confirm: int
    sure: int
    bodies: int
    known_bodies: int
    obstacles: int
    to_judge: int
    beside: int
    told_beside: int
    years: int
    told_years: int


def sources() -> Sources:
    return {one.code: str(one) for one in PlanSource.objects.all()}


def names_of(plan: Plan) -> list[str]:
    """Responsible bodies, each once, in the order in which the plan names them."""
    lines = (line for measure in plan.measures() for line in measure.lines)
    return list(dict.fromkeys(name for line in lines for name in line.responsible))


class Shown:
    """One document with what was decided so far."""

    def __init__(self, read: ReadPlan, decisions: Decisions, known: Known) -> None:
        self.read, self.decisions, self.sources, self.known = read, decisions, sources(), known
        self.now: Decided = so_far(read, decisions)
        self.open = [number for number in range(len(read.plan.problems)) if str(number) not in decisions.doubts]
        self._left: dict[int, int] = {}
        for one in to_confirm(read.results, decisions, left_out(read.results, decisions)):
            self._left[one.measure] = self._left.get(one.measure, 0) + 1

    def goals(self) -> list[ShownGoal]:
        return [self._goal(goal) for goal in self.now.plan.goals]

    def doubts(self, forms: Mapping[int, DoubtForm]) -> list[ShownDoubt]:
        """`forms` by the number of the problem from nought. Open ones come first."""
        as_read = {measure.serial: measure for measure in self.read.plan.measures()}
        shown = [
            ShownDoubt(at + 1, one, as_read.get(one.at.measure), self.decisions.doubts.get(str(at)), forms.get(at), self.sources)
            for at, one in enumerate(self.read.plan.problems)
        ]
        return sorted(shown, key=lambda one: (one.answer is not None, one.number))

    def comparisons(self) -> list[ShownCompared]:
        return [_compared(one) for one in compared(self.now.plan)]

    def numbers(self) -> Numbers:
        measures = list(self.now.plan.measures())
        lines = [line for measure in measures for line in measure.lines]
        left = to_confirm(self.read.results, self.decisions, left_out(self.read.results, self.decisions))
        activities = list(beside.takings(self.now.plan, self.decisions))
        years = list(earlier.takings(self.now.plan, self.decisions, self.known))
        names = names_of(self.now.plan)
        amounts = sum(len(line.planned.amounts) for line in lines)
        return Numbers(
            len(measures), len(lines), amounts, _total(measures, "planned"), _total(measures, "used"),
            sum(1 for one in self.decisions.results.values() if one.how != "text"), len(left), sum(1 for one in left if one.is_sure),
            len(names), sum(1 for name in names if self.now.bodies.get(name)),
            len(obstacles(self.read.results, self.decisions)), len(to_judge(self.read.results, self.decisions)),
            sum(1 for one in activities if one.is_taken and not one.is_nameless), len(activities),
            sum(1 for one in years if one.is_taken), len(years),
        )  # fmt: skip

    def _goal(self, goal: Goal) -> ShownGoal:
        tasks = tuple(ShownTask(task, tuple(self._measure(one) for one in task.measures)) for task in goal.tasks)
        measures = of_goal(goal)
        return ShownGoal(goal, tasks, _total(measures, "planned"), _total(measures, "used"))

    def _measure(self, measure: Measure) -> ShownMeasure:
        about = [number for number in self.open if self.read.plan.problems[number].at.measure == measure.serial]
        lines = tuple(self._line(measure, at, line, about) for at, line in enumerate(measure.lines))
        return ShownMeasure(measure, lines, _numbers(about), self._left.get(measure.serial, 0))

    def _line(self, measure: Measure, at: int, line: Line, about: Sequence[int]) -> ShownLine:
        """What was joined stands at the line that is left."""
        here = [number for number in about if min(self.read.plan.problems[number].at.line, len(measure.lines) - 1) == at]
        whole = [number for number in here if not self.read.plan.problems[number].at.side]
        planned, used = (self._side(getattr(line, side), side, here) for side in SIDES)
        return ShownLine(line, planned, used, _numbers(whole))

    def _side(self, money: Money, side: str, here: Sequence[int]) -> ShownSide:
        words = NOT_USED if side == "used" else NOT_PLANNED
        missing = "" if money.total is not None else str(words[money.missing or ""])
        about = [number for number in here if self.read.plan.problems[number].at.side == side]
        amounts = tuple(self._amount(one, missing) for one in money.amounts)
        return ShownSide(amounts, "" if money.total is None else cents(money.total), missing, _numbers(about))

    def _amount(self, one: Amount, missing: str) -> ShownAmount:
        shown = cents(one.amount) if one.amount is not None else missing or str(NOT_PLANNED["unknown"])
        source = self.sources.get(one.source, one.source or ("" if one.note else _("source not known")))
        return ShownAmount(source, one.note, shown, tuple(self._amount(part, missing) for part in one.parts))


def _numbers(found: Sequence[int]) -> tuple[int, ...]:
    return tuple(number + 1 for number in found)


def _total(measures: Sequence[Measure], side: str) -> str:
    made = total(list(measures), side)
    return "" if made is None else cents(made)


def _compared(one: Compared) -> ShownCompared:
    explained = tuple(" + ".join(f"{part.text} ({sum_written(part.amount)})" for part in parts) for parts in one.explained)
    difference = cents(one.difference) if one.difference else ""
    return ShownCompared(one.label, one.side, cents(one.printed), cents(one.made), difference, explained)


def money_of(plan: Plan, problem: Problem) -> Money:
    """The side that a doubt is about; nothing where it is about no side."""
    measure = next((one for one in plan.measures() if one.serial == problem.at.measure), None)
    if measure is None or not problem.at.side:
        return Money()
    found: Money = getattr(measure.lines[problem.at.line], problem.at.side)
    return found


def is_a_look(problem: Problem) -> bool:
    return problem.doubt == Doubt.LOOK
