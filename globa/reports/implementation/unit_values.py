"""What one person, case or hour of a line cost: the money used through the one number of that unit that somebody wrote down as achieved."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Sum

from globa.planning.ledger import Entry
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult
from globa.reports.implementation.told import UnitValue

NOT_COUNTED = ("", "EUR", "percent", "procentas")
OF_PLAN = "measure__objective__goal__plan"


def unit_values(plan: Plan) -> tuple[UnitValue, ...]:
    """Of the plan and of all others of its municipality that hold, in the order of the years; three questions."""
    others = Plan.objects.valid().filter(organisation_id=plan.organisation_id).exclude(year=plan.year)
    lines = PlanLine.objects.in_force().filter(**{f"{OF_PLAN}__in": [plan.pk, *others.values_list("pk", flat=True)]})
    rows = list(lines.order_by(f"{OF_PLAN}__year", "position").values_list("lineage", f"{OF_PLAN}__year", "measure__no", "measure__text"))
    lineages = [row[0] for row in rows]
    used = dict(Entry.objects.used().on_lines(lineages).order_by().values_list("line__lineage").annotate(sum=Sum("amount")))
    counted = _counted(lineages)
    return tuple(
        UnitValue(year, no, text, str(lineage), unit, used[lineage], quantity)
        for lineage, year, no, text in rows
        if lineage in used
        for unit, quantity in counted.get(lineage, {}).items()
    )


def _counted(lineages: list[UUID]) -> dict[UUID, dict[str, Decimal]]:
    """Units that a line counts once: of two numbers of children nobody knows which the money was for."""
    found: Any = AchievedResult.objects.in_force().filter(line__lineage__in=lineages, quantity__gt=0).exclude(unit__in=NOT_COUNTED)
    rows = [(lineage, unit.strip().lower(), quantity) for lineage, unit, quantity in found.values_list("line__lineage", "unit", "quantity")]
    times = Counter((lineage, unit) for lineage, unit, _quantity in rows)
    made: dict[UUID, dict[str, Decimal]] = {}
    for lineage, unit, quantity in rows:
        if times[lineage, unit] == 1:
            made.setdefault(lineage, {})[unit] = quantity
    return made
