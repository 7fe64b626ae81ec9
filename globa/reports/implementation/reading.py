"""A plan read from its rows, with the group and what stands beside: a question a table, however large the plan is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils import translation

from globa.planning.ledger import Entry, EntryQuerySet
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, Obstacle
from globa.planning.plans.sources import OTHER_SOURCES, PlanSource
from globa.planning.plans.taken_out import taken_out
from globa.planning.plans.tree import Goal as GoalRow
from globa.planning.plans.tree import Measure as MeasureRow
from globa.planning.plans.tree import Objective as ObjectiveRow
from globa.registry.organisations import Organisation
from globa.reports.implementation.beside import BesidePlan, EarlierYear
from globa.reports.implementation.group import GroupMember, WorkingGroup, plan_of
from globa.reports.implementation.told import (
    TAKEN_OUT,
    Achieved,
    Attending,
    Beside,
    Expected,
    Goal,
    Line,
    Measure,
    Objective,
    Side,
    Sitting,
    Sum,
    Told,
)
from globa.reports.implementation.unit_values import unit_values
from globa.reports.keeping.reports import Report
from globa.reports.plan_results.counting import results_of
from globa.reports.plan_results.results import Outcome

Row = TypeVar("Row", bound=models.Model)
PLAIN_NUMBER = re.compile(r"[\w.]+")


def told_of(report: Report, language: str) -> Told:
    """The plan of a report as it is now: while that is written, the version in force. A report of another form tells of none."""
    group = WorkingGroup.objects.filter(report=report).select_related("plan", "report").first()
    if group is None:
        return Told(report.year)
    with translation.override(language):
        return _Reading(plan_of(group), group).told()


def told_of_plan(plan: Plan, language: str) -> Told:
    """A plan whose report nobody began."""
    with translation.override(language):
        return _Reading(plan, None).told()


class _Reading:
    """`sources` by their keys; everything of a line by the line's key or lineage."""

    def __init__(self, plan: Plan, group: WorkingGroup | None) -> None:
        self.plan, self.group = plan, group
        self.sources = {one.pk: one for one in PlanSource.objects.all()}
        self.lines = list(PlanLine.objects.in_force().filter(measure__objective__goal__plan=plan).order_by("position"))
        self.taken_out = taken_out(plan)
        keys = [line.pk for line in self.lines]
        self.gone = [one.line for one in self.taken_out]
        self.bodies = by(LineBody.objects.in_force().filter(line__in=[*keys, *(line.pk for line in self.gone)]), "line_id")
        self.planned = by(PlannedAmount.objects.in_force().filter(line__in=keys), "line_id")
        self.expected = by(ExpectedResult.objects.in_force().filter(line__in=keys), "line_id")
        lineages = [line.lineage for line in (*self.lines, *self.gone)]
        achieved = AchievedResult.objects.in_force().filter(line__lineage__in=lineages)
        self.achieved = by_lineage(achieved.annotate(of_expected=models.F("expected__lineage")))
        self.obstacles = by_lineage(Obstacle.objects.in_force().filter(line__lineage__in=lineages))
        self.entries = by_lineage(_cash().on_lines(lineages))
        self.answers = {one.expected.pk: one for found in results_of(plan).values() for one in found.answers}
        codes = {one.organisation for answer in self.answers.values() for one in answer.opened}
        self.institutions = dict(Organisation.objects.filter(code__in=codes).values_list("code", "pk"))

    def told(self) -> Told:
        return Told(
            self.plan.year, self.plan.title, self.plan.approved_on, self.plan.decision_no, self._goals(), self._beside(), self._earlier(),
            self._sitting(), tuple((one.code, str(one)) for one in self.sources.values()), self._columns(),
            unit_values(self.plan),
        )  # fmt: skip

    def _goals(self) -> tuple[Goal, ...]:
        """What an amendment took out stands where it stood, for its money was used."""
        objectives = by(ObjectiveRow.objects.in_force().filter(goal__plan=self.plan), "goal_id")
        measures = by(MeasureRow.objects.in_force().filter(objective__goal__plan=self.plan), "objective_id")
        lines = by(self.lines, "measure_id")
        goals = list(GoalRow.objects.in_force().filter(plan=self.plan))
        for one in self.taken_out:
            _add(goals, one.goal)
            _add(objectives[one.goal.pk], one.objective)
            _add(measures[one.objective.pk], one.measure)
            lines[one.measure.pk].append(one.line)
        found = []
        for goal, goal_no in numbered(goals, ""):
            inner = [
                Objective(no, one.text, tuple(self._measures(measures.get(one.pk, ()), no, lines)))
                for one, no in numbered(objectives.get(goal.pk, ()), goal_no)
            ]
            found.append(Goal(goal_no, without_number(goal.text, goal_no), tuple(inner)))
        return tuple(found)

    def _measures(self, rows: Iterable[MeasureRow], above: str, lines: Mapping[UUID, Sequence[PlanLine]]) -> Iterable[Measure]:
        for one, no in numbered(rows, above):
            yield Measure(no, one.text, tuple(self._line(line, f"{no}-{at}") for at, line in enumerate(lines.get(one.pk, ()), 1)))

    def _line(self, line: PlanLine, no: str) -> Line:
        expected = self.expected.get(line.pk, ())
        bodies = tuple(one.name for one in self.bodies.get(line.pk, ()))
        return Line(
            no, bodies, self._planned_side(line), self._used_side(line), line.expected_text,
            tuple(self._expected(one, f"{no}-{at}") for at, one in enumerate(expected, 1)),
            tuple(_achieved(one, expected, no) for one in self.achieved.get(line.lineage, ())),
            tuple(one.text for one in self.obstacles.get(line.lineage, ())),
        )  # fmt: skip

    def _expected(self, one: ExpectedResult, key: str) -> Expected:
        answer = self.answers.get(one.pk)
        figure = answer.figure if answer else None
        if answer is None or figure is None:
            return Expected(key, one.text, one.unit, one.quantity, bool(one.indicator))
        is_met = {Outcome.REACHED: True, Outcome.SHORT: False}.get(answer.outcome)
        value = None if figure.value is None else Decimal(figure.value)
        institutions = tuple(str(self.institutions[at.organisation]) for at in answer.opened if at.organisation in self.institutions)
        return Expected(
            key, one.text, figure.indicator.unit.code, one.quantity, True, value, is_met, one.indicator, institutions, figure.evidence_count
        )

    def _planned_side(self, line: PlanLine) -> Side:
        if line in self.gone:
            return Side((), TAKEN_OUT)
        rows = self.planned.get(line.pk, ())
        parts = by((one for one in rows if one.parent_id), "parent_id")
        return Side(tuple(self._amount(one, parts.get(one.pk, ())) for one in rows if not one.parent_id), line.planned_missing)

    def _amount(self, one: PlannedAmount, parts: Iterable[PlannedAmount]) -> Sum:
        source = self.sources[one.source_id]
        inner = tuple(self._amount(part, ()) for part in parts)
        return Sum(_record(one), one.amount, source.code, _column(source), one.purpose, parts=inner)

    def _used_side(self, line: PlanLine) -> Side:
        return Side(tuple(self._entry(one) for one in self.entries.get(line.lineage, ())), line.used_missing)

    def _entry(self, one: Entry) -> Sum:
        source = self.sources.get(one.source.plan_source_id) if one.source.plan_source_id else None
        code, column = (source.code, _column(source)) if source else (OTHER_SOURCES, "8")
        return Sum(_record(one), one.amount, code, column, one.purpose, one.booked_on, one.document)

    def _beside(self) -> tuple[Beside, ...]:
        rows = BesidePlan.objects.in_force().filter(group=self.group) if self.group else ()
        return tuple(Beside(str(number), one.body, one.text, self._cost(one)) for number, one in enumerate(rows, 1))

    def _cost(self, one: BesidePlan) -> Sum | None:
        if one.amount is None or one.source_id is None:
            return None
        source = self.sources[one.source_id]
        return Sum(_record(one), one.amount, source.code, _column(source), one.text, document=one.document)

    def _earlier(self) -> tuple[tuple[int, tuple[Sum, ...]], ...]:
        """A year with a plan and a ledger here is told by them, another by what its document says."""
        found: dict[int, list[Sum]] = defaultdict(list)
        of_plans = _cash().filter(
            line__measure__objective__goal__plan__organisation=self.plan.organisation_id,
            line__measure__objective__goal__plan__year__lt=self.plan.year,
        )
        for entry in of_plans.annotate(of_year=models.F("line__measure__objective__goal__plan__year")):
            found[entry.of_year].append(self._entry(entry))
        for one in EarlierYear.objects.in_force().filter(organisation=self.plan.organisation_id, year__lt=self.plan.year):
            if not any(row.record.startswith("planning.") for row in found[one.year]):
                source = self.sources[one.source_id]
                found[one.year].append(Sum(_record(one), one.amount, source.code, _column(source), document=one.document))
        return tuple((year, tuple(rows)) for year, rows in sorted(found.items()) if self.plan.year - year <= 9)

    def _sitting(self) -> Sitting:
        if self.group is None:
            return Sitting()
        members = GroupMember.objects.in_force().filter(group=self.group)
        return Sitting(self.group.order_number, self.group.ordered_on, self.group.sat_on, self.group.place, tuple(map(_attending, members)))

    def _columns(self) -> tuple[tuple[str, str], ...]:
        names: dict[str, list[str]] = defaultdict(list)
        for one in self.sources.values():
            names[_column(one)].append(str(one))
        return tuple((column, ", ".join(said)) for column, said in names.items() if column)


def _cash() -> EntryQuerySet:
    rows = Entry.objects.used().select_related("source")
    return rows.order_by("booked_on", "source__code", "pk")


def _record(row: models.Model) -> str:
    return f"{row._meta.label_lower}:{row.pk}"


def _column(source: PlanSource) -> str:
    return str(source.column) if source.column else ""


def _attending(one: GroupMember) -> Attending:
    return Attending(one.name, one.body, one.get_part_display(), one.absent_because, one.user_id is not None)


def _achieved(one: Any, expected: Sequence[ExpectedResult], line: str) -> Achieved:
    place = next((at for at, row in enumerate(expected, 1) if row.lineage == one.of_expected), None)
    return Achieved(one.text, f"{line}-{place}" if place else "", one.reason)


def by(rows: Iterable[Row], column: str) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def by_lineage(rows: models.QuerySet[Any]) -> dict[UUID, list[Any]]:
    """Rows of a line count for the same line of every version of the plan."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows.annotate(of_lineage=models.F("line__lineage")):
        found[row.of_lineage].append(row)
    return found


def _add(rows: list[Row], row: Row) -> None:
    if row not in rows:
        rows.append(row)


def numbered(rows: Iterable[Row], above: str) -> Iterable[tuple[Row, str]]:
    """
    Each with its number as the plan prints it, or its place where it prints none or one that no key could hold.

    What an amendment took out may have a number that something else has now: then its place follows it.
    """
    given: set[str] = set()
    for at, row in enumerate(rows, 1):
        own = str(getattr(row, "no", "")).strip().rstrip(".")
        no = own if PLAIN_NUMBER.fullmatch(own) else f"{above}.{at}" if above else str(at)
        no = f"{no}.{at}" if no in given else no
        given.add(no)
        yield row, no


def without_number(text: str, no: str) -> str:
    """Some plans print the number of a goal again before its words."""
    return text.removeprefix(f"{no}.").strip()
