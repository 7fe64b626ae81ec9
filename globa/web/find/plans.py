"""Plans of municipalities and their measures: by words, by number, by the code of the strategic plan. A measure shows its figures."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from globa.planning.plans.plans import Plan
from globa.planning.plans.tree import Measure
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.web.heard import says, words_of

MOST = 6000
"""More measures than a nation plans in a year; the newest plans come first."""
SHORTEST_YEAR = 4
"""Digits of fewer letters are parts of a number: 1.1.1."""
Found = tuple[str, str, str]
"""A title, its address, and of which plan it is."""


def plans_saying(user: User, place: Organisation | None, asked: list[str]) -> list[Found]:
    """As seen from the place of work. Plans before measures, the newest first; two questions however many there are."""
    if not asked:
        return []
    seen = Plan.objects.visible_to(user).as_seen_from(place).in_force().select_related("organisation")
    plans = {plan.pk: plan for plan in seen.newest_first()}
    return [*_plans(plans, asked), *_measures(user, plans, asked)]


def _plans(plans: dict[UUID, Plan], asked: list[str]) -> Iterator[Found]:
    called = _("Social-services plan")
    for plan in plans.values():
        if says(f"{plan.title} {called} {plan.year} {plan.organisation}", asked):
            yield plan.title, reverse("plans-plan", args=[plan.pk]), _of(plan)


def _measures(user: User, plans: dict[UUID, Plan], asked: list[str]) -> Iterator[Found]:
    """Of the newest version of each year's plan: what an earlier one said is reached from there."""
    newest = {(plan.organisation_id, plan.year): pk for pk, plan in reversed(plans.items())}
    rows = Measure.objects.visible_to(user).in_force().filter(objective__goal__plan__in=newest.values())
    is_number = len(asked) > 1 and all(len(word) < SHORTEST_YEAR and word.isdigit() for word in asked)
    listed = rows.order_by(
        "-objective__goal__plan__year", "objective__goal__plan", "objective__goal__position", "objective__position", "position"
    )
    for pk, no, text, code, of in listed.values_list("pk", "no", "text", "strategic_code", "objective__goal__plan")[:MOST]:
        is_called = words_of(no) == asked if is_number else says(f"{text} {code} {plans[of].year}", asked)
        if is_called:
            yield f"{no} {text}".strip(), reverse("plans-measure", args=[of, pk]), _of(plans[of])


def _of(plan: Plan) -> str:
    return f"{plan.organisation}, {plan.year}"
