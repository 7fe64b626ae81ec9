"""The smallest plan that was approved and of which a report is begun, with the group that will sign it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.results import record_obstacle, record_result
from globa.reports.implementation.group import GroupPart, Named, WorkingGroup, appoint, begin, sit
from globa.reports.keeping.reports import Report
from tests import plans
from tests.builders import Place

SAT_ON = date(2024, 3, 28)


@dataclass(frozen=True)
class Begun:
    line: PlanLine
    report: Report
    group: WorkingGroup


def approved_line(at: Place, used: str = "90.00") -> PlanLine:
    """100 planned of the municipality's budget, 90 used, in words a result and an obstacle."""
    line = plans.line(at)
    plans.amount(at, line)
    plans.approved(at, line)
    plans.used(at, line, used)
    record_result(line=line, text="The centre worked", by=at.worker)
    record_obstacle(line=line, text="Carers were few", by=at.worker)
    return line


def begun(at: Place, line: PlanLine | None = None) -> Begun:
    line = line or approved_line(at)
    report = begin(plan=plans.plan_of(line), by=at.worker)
    group = WorkingGroup.objects.get(report=report)
    members = [Named("Ona Pavyzdė", "Department", GroupPart.CHAIR, at.worker), Named("Jonas Pavyzdys", "Family centre")]
    appoint(group=group, order_number="IV-1", ordered_on=date(2024, 2, 14), members=members, by=at.worker)
    sit(group=group, day=SAT_ON, place="Visaginas", absent={}, by=at.worker)
    return Begun(line, report, group)
