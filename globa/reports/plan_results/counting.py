"""A whole plan counted: its rows in a few queries, and all that the records tell of it in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import F

from globa.facts.engines.engine import Engine
from globa.indicators.gathering import gather
from globa.indicators.measuring import Feeding, Measured
from globa.indicators.parting import Dimensions
from globa.indicators.people import Over
from globa.indicators.scope import Scope
from globa.planning.plans.activities import Activity
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult
from globa.registry.organisations import Organisation
from globa.reports.counting import here
from globa.reports.plan_results import answering
from globa.reports.plan_results.results import Answer, InBoth, MeasureResults, OfActivity, OfBody, PlanResults
from globa.reports.plan_results.scopes import Institutions, institutions, named_by


def results_of(plan: Plan, *, engine: Engine | None = None) -> dict[UUID, MeasureResults]:
    """
    What each measure of the plan did by the records of its year, by the measure's key; every measure in force has its results.

    People, cases, acts and hours side by side, by activity, by body and together; how many people were in both of each two activities;
    each expectation with its figure and whether it was reached. Counted over all rows of the institutions that answer for each line
    (its bodies; where no body is known here, all of the municipality), whoever asks, for figures name nobody. What nobody recorded is None.
    Nine queries and one statement over the fact tables, however large the plan is.
    """
    return counted(plan, engine=engine).measures


def scope_and_feeding(plan: Plan, activity: Activity) -> tuple[Scope, Feeding]:
    """Of which institutions the rows of one activity are, and what it takes of them: for the page of its records."""
    read = _read(plan)
    where = institutions(plan, read.named)
    return where.whole, read.feeding(where)[activity.pk]


def counted(plan: Plan, *, engine: Engine | None = None) -> PlanResults:
    """The same with the whole municipality: who was helped by two measures is one of its people."""
    read = _read(plan)
    where = institutions(plan, read.named)
    scopes = read.scopes(where)
    fed = read.feeding(where)
    gathered = gather(
        list(scopes.values()), read.wanted, _looked_for(fed.values()), engine or here(), by_payer=any(one.payer for one in fed.values())
    )
    figures = dict(zip(scopes, gathered.figures, strict=True))
    told = _Counting(read, where, fed, Measured(gathered, where.whole), figures, named_by(where.whole.organisations))
    measures = {measure: told.measure(measure) for measure in read.measures}
    everything = [fed[one.pk] for one in read.activities]
    return PlanResults(measures, told.measured.side_by_side(everything, Over.MUNICIPALITY) if everything else None)


@dataclass(frozen=True)
class _Plan:
    """
    The rows of a plan. Activities and results by hand belong to a lineage of lines, so to each version.

    `lineages` are those of the lines that activities name, of whatever version.
    """

    lines: list[PlanLine]
    bodies: dict[UUID, list[UUID | None]]
    activities: list[Activity]
    expected: list[ExpectedResult]
    by_hand: dict[UUID, AchievedResult]
    lineages: dict[UUID, UUID]

    @cached_property
    def measures(self) -> list[UUID]:
        return list(dict.fromkeys(line.measure_id for line in self.lines))

    @cached_property
    def line(self) -> dict[UUID, PlanLine]:
        return {line.lineage: line for line in self.lines}

    @property
    def named(self) -> set[UUID]:
        bodies = {body for bodies in self.bodies.values() for body in bodies if body}
        return bodies | {one.institution_id for one in self.activities if one.institution_id}

    @cached_property
    def wanted(self) -> dict[str, list[Dimensions]]:
        found: dict[str, list[Dimensions]] = {}
        for one in self.expected:
            if asked := answering.asked(one):
                found.setdefault(asked[0], []).append(tuple(asked[1]))
        return found

    @cached_property
    def activities_of(self) -> dict[UUID, list[Activity]]:
        """By measure."""
        found: dict[UUID, list[Activity]] = {}
        for one in self.activities:
            found.setdefault(self.line[self.lineages[one.line_id]].measure_id, []).append(one)
        return found

    @cached_property
    def expected_of(self) -> dict[UUID, list[ExpectedResult]]:
        """By measure."""
        measures = {line.pk: line.measure_id for line in self.lines}
        found: dict[UUID, list[ExpectedResult]] = {}
        for one in self.expected:
            found.setdefault(measures[one.line_id], []).append(one)
        return found

    def answering(self, line: UUID, where: Institutions) -> frozenset[str]:
        return where.answering(self.bodies.get(line, ()))

    def scopes(self, where: Institutions) -> dict[frozenset[str], Scope]:
        """The whole plan's first; lines with the same institutions share one."""
        sets = dict.fromkeys(self.answering(one.line_id, where) for one in self.expected if one.indicator)
        everybody = frozenset(where.whole.organisations)
        return {everybody: where.whole} | {some: where.scope(some) for some in sets if some != everybody}

    def feeding(self, where: Institutions) -> dict[UUID, Feeding]:
        found = {}
        for one in self.activities:
            line = self.line[self.lineages[one.line_id]]
            at = where.of.get(one.institution_id, frozenset()) if one.institution_id else self.answering(line.pk, where)
            found[one.pk] = Feeding(one.what, frozenset(one.codes), one.payer, at)
        return found


def _read(plan: Plan) -> _Plan:
    lines = list(PlanLine.objects.in_force().filter(measure__objective__goal__plan=plan).order_by("position"))
    keys = [line.pk for line in lines]
    bodies: dict[UUID, list[UUID | None]] = {}
    for line, body in LineBody.objects.in_force().filter(line__in=keys).values_list("line", "body"):
        bodies.setdefault(line, []).append(body)
    expected = list(ExpectedResult.objects.in_force().filter(line__in=keys).order_by("line__position", "position"))
    fed_by = list(Activity.objects.of_plan(plan).annotate(lineage=F("line__lineage")).order_by("position"))
    written = AchievedResult.objects.in_force().filter(expected__lineage__in=[one.lineage for one in expected]).select_related("expected")
    by_hand = {one.expected.lineage: one for one in written if one.expected}
    return _Plan(lines, bodies, list(fed_by), expected, by_hand, {one.line_id: one.lineage for one in fed_by})


def _looked_for(fed: Iterable[Feeding]) -> dict[str, frozenset[str]]:
    """By what activities are, the codes that any of them takes; none where one takes all."""
    found: dict[str, frozenset[str]] = {}
    anything = {one.what for one in fed if not one.codes}
    for one in fed:
        found[one.what] = frozenset() if one.what in anything else found.get(one.what, frozenset()) | one.codes
    return found


@dataclass(frozen=True)
class _Counting:
    read: _Plan
    where: Institutions
    fed: dict[UUID, Feeding]
    measured: Measured
    figures: Mapping[frozenset[str], answering.Counted]
    names: dict[str, Organisation]

    def measure(self, measure: UUID) -> MeasureResults:
        own = self.read.activities_of.get(measure, [])
        fed = [self.fed[one.pk] for one in own]
        together = self.measured.side_by_side(fed, Over.MEASURE) if fed else None
        lineages = self.read.lineages
        each = tuple(OfActivity(one, lineages[one.line_id], self.measured.side_by_side([self.fed[one.pk]], Over.ACTIVITY)) for one in own)
        both = tuple(InBoth(own[one.one], own[one.other], one.people) for one in self.measured.overlaps(fed))
        return MeasureResults(measure, together, each, tuple(self._bodies(fed)), both, tuple(self._answers(measure)))

    def _bodies(self, fed: list[Feeding]) -> Iterable[OfBody]:
        """Institutions in the order of their names."""
        ids = {organisation for one in fed for organisation in one.organisations if organisation in self.names}
        for body in sorted((self.names[one] for one in ids), key=str):
            here_only = [one.only_in(str(body.pk)) for one in fed if str(body.pk) in one.organisations]
            yield OfBody(body, self.measured.side_by_side(here_only, Over.BODY))

    def _answers(self, measure: UUID) -> Iterable[Answer]:
        for one in self.read.expected_of.get(measure, []):
            institutions = self.read.answering(one.line_id, self.where)
            by_hand = self.read.by_hand.get(one.lineage)
            yield answering.answer(one, self.figures.get(institutions, {}), by_hand, self._opened_at(institutions))

    def _opened_at(self, institutions: frozenset[str]) -> tuple[str, ...]:
        """Codes of organisations under which records are opened: of all institutions of the municipality its own."""
        if institutions == self.where.own and len(institutions) != 1:
            return (self.where.plan.organisation.code,)
        return tuple(sorted(self.names[one].code for one in institutions if one in self.names))
