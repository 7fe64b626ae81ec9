"""The lines of its municipality's plans in force that an institution answers for: it sees their titles, and not the plan."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.tree import Measure
from globa.registry.organisations import Organisation

ASKED = "SELECT line, lineage, year, no, measure, ever FROM globa_lines_answered_by(%s)"


@dataclass(frozen=True)
class AnsweredLine:
    """`pk` and `lineage` are the line's, `measure` the words of the measure above it; `ever` are its keys in all versions of the plan."""

    pk: uuid.UUID
    lineage: uuid.UUID
    year: int
    no: str
    measure: str
    ever: tuple[uuid.UUID, ...]

    @property
    def line(self) -> PlanLine:
        """As far as it is told: enough to be named and to be shown by its number and title."""
        return PlanLine(pk=self.pk, lineage=self.lineage, measure=Measure(no=self.no, text=self.measure))


def answered_by(organisation: Organisation) -> list[AnsweredLine]:
    """The latest year first, in the order of the plan; one question. Of a body that a plan names by its words only there are none."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [organisation.pk])
        return [AnsweredLine(pk, lineage, year, no, measure, tuple(ever)) for pk, lineage, year, no, measure, ever in cursor.fetchall()]


def told_of(organisation: Organisation, lines: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, PlanLine]:
    """Lines of any version of a plan by their keys: those that the asker sees, and those that the organisation answers for today."""
    keys = {one for one in lines if one is not None}
    seen = {one.pk: one for one in PlanLine.objects.filter(pk__in=keys).select_related("measure")} if keys else {}
    if keys <= seen.keys():
        return seen
    answered = {key: one.line for one in answered_by(organisation) for key in one.ever if key in keys}
    return answered | seen
