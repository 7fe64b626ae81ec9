"""The plan of the same municipality and year that is kept already, as a report on it is compared with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Sum

from globa.importers.plans.kept import PlanImport
from globa.importers.plans.matching import KeptLine
from globa.planning.ledger import Entry
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult
from globa.planning.plans.sources import OTHER_SOURCES


def kept_plan(plan: PlanImport) -> Plan | None:
    """The version that holds, else the newest draft; never the plan that this document itself became."""
    if plan.attached_to_id:
        return plan.attached_to
    of_year = Plan.objects.filter(organisation_id=plan.organisation_id, year=plan.year).exclude(imported_from=plan.pk)
    return of_year.valid().first() or of_year.in_force().newest_first().first()


def lines_of(plan: Plan) -> list[PlanLine]:
    lines = PlanLine.objects.in_force().filter(measure__objective__goal__plan=plan).select_related("measure")
    return list(lines.order_by("measure__objective__goal__position", "measure__objective__position", "measure__position", "position"))


def kept_lines(lines: Iterable[PlanLine]) -> list[KeptLine]:
    """In the order of the plan; four questions, however long it is."""
    rows = list(lines)
    keys, lineages = [one.pk for one in rows], [one.lineage for one in rows]
    bodies: dict[UUID, list[str]] = defaultdict(list)
    for line, name in LineBody.objects.in_force().filter(line__in=keys).order_by("position").values_list("line", "name"):
        bodies[line].append(name)
    amounts = PlannedAmount.objects.wholes().filter(line__in=keys, amount__isnull=False).order_by()
    planned = dict(amounts.values_list("line").annotate(sum=Sum("amount")))
    results = AchievedResult.objects.in_force().filter(line__lineage__in=lineages).order_by()
    written = dict(results.values_list("line__lineage").annotate(count=Count("pk")))
    used = _used(lineages)
    return [
        KeptLine(
            str(one.lineage), one.measure.no, one.measure.text, tuple(bodies[one.pk]), planned.get(one.pk), used.get(one.lineage, {}),
            written.get(one.lineage, 0),
        )
        for one in rows
    ]  # fmt: skip


def _used(lineages: Iterable[UUID]) -> dict[UUID, dict[str, Decimal]]:
    """Cash of every version of the lines, by source."""
    booked = Entry.objects.used().on_lines(lineages).order_by()
    found: dict[UUID, dict[str, Decimal]] = defaultdict(dict)
    for lineage, source, amount in booked.values_list("line__lineage", "source__plan_source__code").annotate(sum=Sum("amount")):
        code = source or OTHER_SOURCES
        found[lineage][code] = found[lineage].get(code, Decimal(0)) + amount
    return found
