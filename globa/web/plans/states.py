"""Many versions with their states and sums, for a list: four questions, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet, Sum

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan, PlanState
from globa.registry.accounts.users import User
from globa.web.plans.money import Money
from globa.web.plans.whole import OF_PLAN, lines_of, planned_amounts, used_entries

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
    used = _used(user, lines)
    return [Listed(one, state_of(one, one.pk in amended), planned.get(one.pk), used.get(one.pk)) for one in plans]


def _used(user: User, lines: QuerySet[PlanLine]) -> dict[UUID, Decimal]:
    """By version: an entry counts for every version that has its line."""
    of_line = dict(used_entries(user, lines).order_by().values_list("line__lineage").annotate(sum=Sum("amount")))
    found: dict[UUID, Decimal] = {}
    for plan, lineage in lines.filter(lineage__in=of_line).order_by().values_list(OF_PLAN, "lineage"):
        found[plan] = found.get(plan, Decimal(0)) + of_line[lineage]
    return found


def state_of(plan: Plan, is_amended: bool) -> PlanState:
    if plan.withdrawn_on:
        return PlanState.WITHDRAWN
    if plan.approved_on is None:
        return PlanState.DRAFT
    return PlanState.AMENDED if is_amended else PlanState.APPROVED
