"""The plans of earlier years as trees with their used money alone: two questions, however many years there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from globa.planning.ledger import Entry
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.tree import Goal as GoalRow
from globa.planning.plans.tree import Measure as MeasureRow
from globa.reports.implementation.numbering import is_numbered, numbered, without_number
from globa.reports.implementation.told import Goal, Line, Measure, Objective, Side, Sum

MOST_YEARS = 9
"""A figure of so many years before can be written."""
Booked = tuple[Entry, Sum]


def plans_before(plan: Plan, booked: Iterable[Booked]) -> list[tuple[int, tuple[Goal, ...]]]:
    """By year. `booked` are the entries on lines of those years, each with its line and all above it."""
    measures = _measures(plan)
    used = _Used(plan, measures, booked)
    return [(year, tuple(_tree(rows, used))) for year, rows in used.by_year.items()]


def _measures(plan: Plan) -> list[MeasureRow]:
    of = "objective__goal__"
    plans = Plan.objects.valid().filter(organisation=plan.organisation_id, year__lt=plan.year, year__gte=plan.year - MOST_YEARS)
    rows = MeasureRow.objects.in_force().filter(objective__goal__plan__in=plans).select_related("objective__goal__plan")
    return list(rows.order_by(f"{of}plan__year", f"{of}position", "objective__position", "position"))


class _Used:
    """The measures of each year and what was used of them; what an amendment took out joins them with its money."""

    def __init__(self, plan: Plan, measures: list[MeasureRow], booked: Iterable[Booked]) -> None:
        self.by_year: dict[int, list[MeasureRow]] = defaultdict(list)
        for one in measures:
            self.by_year[one.objective.goal.plan.year].append(one)
        self.sums: dict[UUID, list[Sum]] = defaultdict(list)
        lines = PlanLine.objects.in_force().filter(measure__in=[one.pk for one in measures]) if measures else PlanLine.objects.none()
        of_lineage = dict(lines.values_list("lineage", "measure"))
        for entry, row in booked:
            self._add(entry, row, of_lineage)

    def _add(self, entry: Entry, row: Sum, of_lineage: dict[UUID, UUID]) -> None:
        line = entry.line
        assert line is not None
        year = line.measure.objective.goal.plan.year
        if year not in self.by_year:
            return
        key = of_lineage.get(line.lineage)
        if key is None:
            key = of_lineage[line.lineage] = self._taken_out(line.measure, year).pk
        self.sums[key].append(row)

    def _taken_out(self, measure: MeasureRow, year: int) -> MeasureRow:
        """The same measure of the version in force, or the one that only an earlier version has."""
        found = next((one for one in self.by_year[year] if _called(one) == _called(measure)), None)
        if found is None:
            self.by_year[year].append(measure)
        return found or measure


def _called(measure: MeasureRow) -> tuple[str, str]:
    return measure.no, measure.text


def _tree(rows: Iterable[MeasureRow], used: _Used) -> Iterator[Goal]:
    goals: dict[tuple[str, str], list[MeasureRow]] = defaultdict(list)
    of: dict[tuple[str, str], GoalRow] = {}
    for one in rows:
        goal = one.objective.goal
        goals[goal.no, goal.text].append(one)
        of.setdefault((goal.no, goal.text), goal)
    for goal, no in numbered(of.values(), ""):
        measures = tuple(_measure(one, own, used) for one, own in numbered(goals[goal.no, goal.text], no))
        yield Goal(no, without_number(goal.text, no), (Objective(no, "", measures),), is_numbered(goal))


def _measure(one: MeasureRow, no: str, used: _Used) -> Measure:
    return Measure(no, one.text, (Line(f"{no}-1", (), used=Side(tuple(used.sums.get(one.pk, ())))),), is_numbered(one))
