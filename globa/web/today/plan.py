"""The plan of the year for whoever writes it: whether there is one, in which state, and how much of it was used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from globa.planning.plans.plans import Plan
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, OrganisationKind
from globa.web.plans.states import Listed, listed


@dataclass(frozen=True)
class PlanOfYear:
    """`row` is the newest plan in its newest version; `is_missing` says that this year has none."""

    year: int
    row: Listed | None

    @property
    def is_missing(self) -> bool:
        return self.row is None or self.row.plan.year < self.year


def plan_of_year(user: User, organisation: Organisation, on: date) -> PlanOfYear | None:
    """None at a place that has no plans; five questions."""
    if organisation.kind != OrganisationKind.MUNICIPALITY:
        return None
    own = Plan.objects.visible_to(user).in_force().filter(organisation=organisation).select_related("organisation")
    return PlanOfYear(on.year, next(iter(listed(user, list(own.order_by("-year", "-version")[:1]))), None))
