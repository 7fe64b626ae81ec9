"""A plan read from its rows, with the group and what stands beside: a question a table, however large the plan is."""

from __future__ import annotations

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
from globa.planning.reckonings import beside_reports
from globa.registry.organisations import Organisation
from globa.reports.implementation.beside import BesidePlan, EarlierYear
from globa.reports.implementation.group import GroupMember, WorkingGroup, plan_of
from globa.reports.implementation.numbering import is_numbered, numbered, without_number
from globa.reports.implementation.reading_before import MOST_YEARS, Booked, plans_before
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
    StandsBeside,
    Sum,
    Told,
)
from globa.reports.implementation.unit_values import unit_values
from globa.reports.implementation.years_apart import measures_before
from globa.reports.keeping.reports import Report
from globa.reports.plan_results.counting import results_of
from globa.reports.plan_results.results import Outcome

Row = TypeVar("Row", bound=models.Model)


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
        self.line_numbers: dict[UUID, str] = {}
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
        goals, booked = self._goals(), self._booked_before()
        return Told(
            self.plan.year, self.plan.title, self.plan.approved_on, self.plan.decision_no, goals, self._beside(), self._earlier(booked),
            self._sitting(), tuple((one.code, str(one)) for one in self.sources.values()), self._columns(),
            unit_values(self.plan), measures_before(goals, plans_before(self.plan, booked)), self._stands_beside(),
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
            found.append(Goal(goal_no, without_number(goal.text, goal_no), tuple(inner), is_numbered(goal)))
        return tuple(found)

    def _measures(self, rows: Iterable[MeasureRow], above: str, lines: Mapping[UUID, Sequence[PlanLine]]) -> Iterable[Measure]:
        for one, no in numbered(rows, above):
            inner = tuple(self._line(line, f"{no}-{at}") for at, line in enumerate(lines.get(one.pk, ()), 1))
            yield Measure(no, one.text, inner, is_numbered(one))

    def _line(self, line: PlanLine, no: str) -> Line:
        self.line_numbers[line.lineage] = no
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

    def _booked_before(self) -> list[Booked]:
        rows = _cash().filter(
            line__measure__objective__goal__plan__organisation=self.plan.organisation_id,
            line__measure__objective__goal__plan__year__lt=self.plan.year,
            line__measure__objective__goal__plan__year__gte=self.plan.year - MOST_YEARS,
        )
        return [(entry, self._entry(entry)) for entry in rows.select_related("source", "line__measure__objective__goal__plan")]

    def _earlier(self, booked: Iterable[Booked]) -> tuple[tuple[int, tuple[Sum, ...]], ...]:
        """A year with a plan and a ledger here is told by them, another by what its document says."""
        found: dict[int, list[Sum]] = defaultdict(list)
        for entry, row in booked:
            assert entry.line is not None
            found[entry.line.measure.objective.goal.plan.year].append(row)
        years = (self.plan.year - MOST_YEARS, self.plan.year - 1)
        for one in EarlierYear.objects.in_force().filter(organisation=self.plan.organisation_id, year__range=years):
            if not any(row.record.startswith("planning.") for row in found[one.year]):
                source = self.sources[one.source_id]
                found[one.year].append(Sum(_record(one), one.amount, source.code, _column(source), document=one.document))
        return tuple((year, tuple(rows)) for year, rows in sorted(found.items()))

    def _stands_beside(self) -> tuple[StandsBeside, ...]:
        found = beside_reports(Entry.objects.all(), list(self.line_numbers))
        return tuple(StandsBeside(self.line_numbers[one.lineage], one.source.code, one.reported, one.booked) for one in found)

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
