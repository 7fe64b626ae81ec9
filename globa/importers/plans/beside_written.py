"""Writing what a document tells beside its plan and of earlier years, and taking it back."""

from __future__ import annotations

from globa.importers.plans import beside, earlier
from globa.importers.plans.decisions import Decisions
from globa.importers.plans.earlier import Known
from globa.importers.plans.understood import Plan as Understood
from globa.planning.ledger import Entry
from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.reports.implementation.beside import BesidePlan, EarlierYear, add_earlier, forget_beside, keep_beside, withdraw

LONGEST_BODY, LONGEST_DOCUMENT = 300, 120
YEAR = "line__measure__objective__goal__plan__year"


def known(municipality: Organisation) -> Known:
    """What stands here of any year already: two questions."""
    booked = Entry.objects.used().filter(line__organisation=municipality)
    counted = booked.order_by().values_list(YEAR, flat=True).distinct()
    written = EarlierYear.objects.in_force().filter(organisation=municipality).values_list("year", "source__code", "amount")
    return Known(frozenset(counted), {(year, source): amount for year, source, amount in written})


def write(*, read: Understood, decisions: Decisions, plan: Plan, document: str, by: User) -> dict[str, list[str]]:
    """The keys of what was written, by kind. Runs inside the operation of whoever accepts."""
    sources = {one.code: one for one in PlanSource.objects.all()}
    name = document[:LONGEST_DOCUMENT]
    activities = [
        keep_beside(
            plan=plan, body=one.body[:LONGEST_BODY], text=one.told.text, amount=one.amount, source=sources.get(one.source),
            document=name if one.amount else "", by=by,
        )
        for one in beside.takings(read, decisions)
        if one.is_taken and not one.is_nameless
    ]  # fmt: skip
    years = [
        add_earlier(organisation=plan.organisation, year=one.year, source=sources[one.source], amount=one.amount, document=name, by=by)
        for one in earlier.takings(read, decisions, known(plan.organisation))
        if one.is_taken
    ]
    return {"beside": [str(one.pk) for one in activities], "years": [str(one.pk) for one in years]}


def take_back(*, wrote: dict[str, list[str]], reason: str, by: User) -> None:
    """What somebody withdrew meanwhile stays withdrawn."""
    forget_beside(rows=BesidePlan.objects.filter(pk__in=wrote.get("beside", ())), reason=reason, by=by)
    for one in EarlierYear.objects.in_force().filter(pk__in=wrote.get("years", ())):
        withdraw(row=one, reason=reason, by=by)
