"""`{% flows %}` and `{% against %}`, the pictures of a plan's money; `{% amount %}`, a sum in a column of euros, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.reports.writing.numbers import money as euros
from globa.reports.writing.numbers import percent
from globa.web.pictures.against import against as measured_against
from globa.web.pictures.flows import End
from globa.web.pictures.flows import flows as measured_flows
from globa.web.plans.money import Money, Source, cents
from globa.web.templatetags.face import tag

register = template.Library()
WIDE, NARROW = 1080, 324


@register.inclusion_tag("globa/pictures/flows.html")
def flows(sources: Sequence[End], parts: Sequence[End], amounts: Mapping[tuple[str, str], Decimal], title: str) -> dict[str, Any]:
    """The table of the same amounts is the page's."""
    pictures = [(shown, measured_flows(sources, parts, amounts, width)) for shown, width in (("g-wide", WIDE), ("g-narrow", NARROW))]
    return {"pictures": pictures, "title": title}


@register.inclusion_tag("globa/pictures/against.html")
def against(money: Money, sources: Sequence[PlanSource]) -> dict[str, Any]:
    return {"picture": measured_against(money.shares("planned", sources), money.shares("used", sources))}


@register.simple_tag
def amount(value: Decimal | None, address: str = "", words: str = "", unit: bool = False) -> SafeString:
    """What is missing is a word, never 0; a sum opens its rows. In a column the head says that it is of euros."""
    if value is None:
        return format_html('<span class="g-none">{}</span>', words)
    said = euros(value) if unit else cents(value)
    if address:
        return format_html('<a class="fig" href="{}">{}</a>', address, said)
    return format_html('<span class="g-num">{}</span>', said)


@register.simple_tag
def share(money: Money | Source) -> SafeString:
    """How much of the plan was used, in whole percent; where a report has to say why an arrow and words say so, not the colour alone."""
    if money.percent is None:
        return SafeString("")
    if money.tone != "amber":
        return tag(share_words(money), money.tone)
    above = money.percent > 100
    words = _("far more than planned") if above else _("far less than planned")
    arrow = format_html('<span aria-hidden="true">{}&nbsp;</span>', "▲" if above else "▼")
    hidden = format_html('<span class="govuk-visually-hidden">, {}</span>', words)
    return tag(format_html("{}{}{}", arrow, share_words(money), hidden), money.tone)


@register.filter
def share_words(money: Money | Source) -> str:
    return "" if money.percent is None else percent(round(money.percent))


@register.filter(name="cents")
def cents_of(value: Decimal) -> str:
    return cents(value)


@register.inclusion_tag("plans/_money.html")
def money_cells(plan: Plan, part: str, key: UUID, money: Money) -> dict[str, Any]:
    """Planned, used and their share, each sum leading to its rows."""
    at = f"?{part}={key}"
    return {
        "money": money,
        "planned": reverse("plans-planned", args=[plan.pk]) + at,
        "used": reverse("plans-used", args=[plan.pk]) + at,
    }
