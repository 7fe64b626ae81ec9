"""Many versions with their states and sums, for a list: four questions, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Min, QuerySet, Sum

from globa.planning.ledger import Entry
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan, PlanState
from globa.registry.accounts.users import User
from globa.web.plans.money import Money
from globa.web.plans.whole import OF_PLAN, lines_of, planned_amounts

TONES = {PlanState.DRAFT: "amber", PlanState.APPROVED: "", PlanState.AMENDED: "line", PlanState.WITHDRAWN: "line"}


@dataclass(frozen=True)
class Listed:
    plan: Plan
    state: PlanState
    planned: Decimal | None
    used: Decimal | None

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def money(self) -> Money:
        """Under one key each: a list compares sums only."""
        return Money({"": self.planned} if self.planned is not None else {}, {"": self.used} if self.used is not None else {})


def listed(user: User, plans: Sequence[Plan]) -> list[Listed]:
    amended = set(Plan.objects.visible_to(user).approved().filter(amends__in=plans).values_list("amends", flat=True))
    lines = lines_of(user, **{f"{OF_PLAN}__in": plans})
    amounts = planned_amounts(user, lines).filter(amount__isnull=False).order_by()
    planned = dict(amounts.values_list(f"line__{OF_PLAN}").annotate(sum=Sum("amount")))
    used = _used(user, lines, plans)
    return [Listed(one, state_of(one, one.pk in amended), planned.get(one.pk), used.get(one.pk)) for one in plans]


def _used(user: User, lines: QuerySet[PlanLine], plans: Sequence[Plan]) -> dict[UUID, Decimal]:
    """By version: an entry counts for every version that has its line, and for a later one that lost it."""
    kept = set(lines.order_by().values_list(OF_PLAN, "lineage"))
    found: dict[UUID, Decimal] = {}
    for organisation, year, lineage, version, amount in _booked(user, plans):
        for plan in plans:
            same = (plan.organisation_id, plan.year) == (organisation, year)
            if same and ((plan.pk, lineage) in kept or version < plan.version):
                found[plan.pk] = found.get(plan.pk, Decimal(0)) + amount
    return found


def _booked(user: User, plans: Sequence[Plan]) -> QuerySet[Any, Any]:
    """What was used in the years of the plans by line, with the first version on whose line it was booked."""
    at = f"line__{OF_PLAN}"
    cash = Entry.objects.visible_to(user).used()
    of_years = cash.filter(
        **{f"{at}__organisation__in": {one.organisation_id for one in plans}, f"{at}__year__in": {one.year for one in plans}}
    )
    rows = of_years.order_by().values_list(f"{at}__organisation", f"{at}__year", "line__lineage")
    return rows.annotate(first=Min(f"{at}__version"), sum=Sum("amount"))


def state_of(plan: Plan, is_amended: bool) -> PlanState:
    if plan.withdrawn_on:
        return PlanState.WITHDRAWN
    if plan.approved_on is None:
        return PlanState.DRAFT
    return PlanState.AMENDED if is_amended else PlanState.APPROVED
