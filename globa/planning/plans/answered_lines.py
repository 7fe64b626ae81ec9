"""The lines of its municipality's plans in force that an institution answers for: it sees their titles, and not the plan."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import connection

from globa.registry.organisations import Organisation

ASKED = "SELECT line, lineage, year, no, measure FROM globa_lines_answered_by(%s)"


@dataclass(frozen=True)
class AnsweredLine:
    """`pk` and `lineage` are the line's, `measure` the words of the measure above it."""

    pk: uuid.UUID
    lineage: uuid.UUID
    year: int
    no: str
    measure: str


def answered_by(organisation: Organisation) -> list[AnsweredLine]:
    """The latest year first, in the order of the plan; one question. Of a body that a plan names by its words only there are none."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [organisation.pk])
        return [AnsweredLine(*row) for row in cursor.fetchall()]
