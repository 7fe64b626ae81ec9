"""The picture of used money and the table beneath it: from sources to goals, or to the objectives of one goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from globa.planning.plans.sources import PlanSource
from globa.reports.writing.numbers import money as written
from globa.reports.writing.numbers import number
from globa.web.pictures.flows import End
from globa.web.plans.money import Money, look_of
from globa.web.plans.whole import DrawnGoal, DrawnObjective, Whole

Key = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """A source in the table: what each part got from it, in the order of the parts, each with the address of its entries."""

    source: PlanSource
    amounts: list[tuple[Decimal | None, str]]
    total: Decimal
    address: str


@dataclass(frozen=True)
class Flowing:
    sources: list[End]
    parts: list[End]
    amounts: dict[Key, Decimal]
    rows: list[Row]
    totals: list[Decimal | None]


def flowing(found: Whole, goal: DrawnGoal | None) -> Flowing:
    parts = _parts(found, goal)
    money = goal.money if goal else found.money
    paying = [one for one in found.sources if one.code in money.used]
    amounts = {(source, end.key): amount for end, part in parts for source, amount in part.used.items()}
    used = reverse("plans-used", args=[found.plan.pk])
    at = {"goal": str(goal.goal.pk)} if goal else {}
    name = "objective" if goal else "goal"
    leads = {(source, part): f"{used}?{urlencode({name: part, 'source': source})}" for source, part in amounts}
    sources = [_source(one, money, f"{used}?{urlencode({**at, 'source': one.code})}") for one in paying]
    rows = [_row(one, [end for end, _part in parts], amounts, leads, money, end.href) for one, end in zip(paying, sources, strict=True)]
    return Flowing(sources, [end for end, _part in parts], amounts, rows, [part.used_total for _end, part in parts])


def _parts(found: Whole, goal: DrawnGoal | None) -> list[tuple[End, Money]]:
    """Parts that used nothing are drawn too: that nothing went there is part of the picture."""
    if goal:
        return [(_objective(found, one), one.money) for one in goal.objectives]
    return [(_goal(found, one), one.money) for one in found.tree]


def _goal(found: Whole, one: DrawnGoal) -> End:
    address = f"{reverse('plans-plan', args=[found.plan.pk])}?goal={one.goal.pk}"
    return End(str(one.goal.pk), one.goal.text, _used(one.money), no=one.goal.no, href=address)


def _objective(found: Whole, one: DrawnObjective) -> End:
    address = f"{reverse('plans-used', args=[found.plan.pk])}?objective={one.objective.pk}"
    return End(str(one.objective.pk), one.objective.text, _used(one.money), no=one.objective.no, href=address)


def _used(money: Money) -> str:
    return _("nothing was used") if money.used_total is None else written(money.used_total)


def _source(one: PlanSource, money: Money, address: str) -> End:
    """In the picture whole euros: its table tells the cents."""
    said = number(round(money.used[one.code]), 0)
    return End(one.code, str(one), said, short=one.shown_short_name, look=look_of(one.code), href=address)


def _row(source: PlanSource, parts: Sequence[End], amounts: dict[Key, Decimal], leads: dict[Key, str], money: Money, address: str) -> Row:
    keys = [(source.code, part.key) for part in parts]
    return Row(source, [(amounts.get(key), leads.get(key, "")) for key in keys], money.used[source.code], address)
