"""`{% flows %}` and `{% against %}`: the two pictures of a plan's money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import template

from globa.web.pictures.against import Share
from globa.web.pictures.against import against as measured_against
from globa.web.pictures.flows import End
from globa.web.pictures.flows import flows as measured_flows

register = template.Library()
WIDE, NARROW = 1080, 324


@register.inclusion_tag("globa/pictures/flows.html")
def flows(
    sources: Sequence[End],
    parts: Sequence[End],
    amounts: Mapping[tuple[str, str], Decimal],
    title: str,
    leads: Mapping[tuple[str, str], str] | None = None,
) -> dict[str, Any]:
    """The table of the same amounts is the page's."""
    widths = (("g-wide", WIDE), ("g-narrow", NARROW))
    pictures = [(shown, measured_flows(sources, parts, amounts, width, leads)) for shown, width in widths]
    return {"pictures": pictures, "title": title}


@register.inclusion_tag("globa/pictures/against.html")
def against(planned: Sequence[Share], used: Sequence[Share]) -> dict[str, Any]:
    return {"picture": measured_against(planned, used)}
