"""The small parts of the face: the living number, tags, notes, places, and what the page's frame shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from globa.reports.writing.currency import without_currency
from globa.web.dash import nothing
from globa.web.frame import Frame, frame_of
from globa.web.numbers import Number

register = template.Library()
register.simple_tag(nothing)

TONES = ("", "flax", "amber", "brick", "line")
NOTES = {"": "i", "ok": "✓", "warn": "!", "bad": "≠"}


@register.simple_tag(takes_context=True)
def frame(context: RequestContext) -> Frame:
    return frame_of(context.get("request"))


@register.inclusion_tag("globa/parts/fig.html")
def fig(number: Number, unit: bool = False, bare: bool = False) -> dict[str, Any]:
    """Show a figure in its state; a known one leads to its records. A bare one stands where it is said above that it is of euros."""
    return {"number": number, "with_unit": unit, "shown": without_currency(number.shown) if bare else number.shown}


@register.simple_tag
def tag(text: str, tone: str = "") -> SafeString:
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"A tag is one of {TONES}, not “{tone}”.")
    return format_html('<strong class="g-tag{}">{}</strong>', f" g-tag--{tone}" if tone else "", text)


@register.simple_block_tag
def note(content: str, tone: str = "") -> SafeString:
    """`{% note "warn" %}...{% endnote %}`: a message at its place, which stays until it is solved."""
    words = {"": _("Explanation"), "ok": _("Done"), "warn": _("Warning"), "bad": _("Contradiction")}[tone]
    kind = f" g-note--{tone}" if tone else ""
    return format_html(
        '<div class="g-note{}"><b aria-hidden="true">{}</b><span><span class="govuk-visually-hidden">{}: </span>{}</span></div>',
        kind, NOTES[tone], words, content,
    )  # fmt: skip


@register.inclusion_tag("globa/parts/places.html")
def places(taken: int, of: int, extra: int = 0) -> dict[str, Any]:
    """Draw each place as a square: taken, free, and beds beyond the licence."""
    marks = ["taken"] * min(taken, of) + ["free"] * max(0, of - taken) + ["extra"] * max(extra, taken - of)
    squares = [{"kind": kind, "x": 15 * (index % 10), "y": 15 * (index // 10)} for index, kind in enumerate(marks)]
    return {"squares": squares, "taken": taken, "of": of, "width": 15 * min(10, len(marks)), "height": 15 * -(-len(marks) // 10)}


@register.inclusion_tag("globa/parts/spark.html")
def spark(values: Sequence[float | int | None], label: str) -> dict[str, Any]:
    """Draw a small line of a few values; an unknown one breaks the line, the latest is amber."""
    known = [float(value) for value in values if value is not None]
    top = max(known, default=0) or 1
    step = 112 / max(1, len(values) - 1)
    dots = [(4 + step * index, 24 - 20 * float(value) / top) if value is not None else None for index, value in enumerate(values)]
    return {"lines": _unbroken(dots), "last": _written(dots[-1]) if dots and dots[-1] else None, "label": label}


def _unbroken(dots: Sequence[tuple[float, float] | None]) -> list[str]:
    lines: list[list[str]] = [[]]
    for dot in dots:
        if dot is None:
            lines.append([])
        else:
            lines[-1].append(",".join(_written(dot)))
    return [" ".join(line) for line in lines if len(line) > 1]


def _written(dot: tuple[float, float]) -> tuple[str, str]:
    return f"{dot[0]:.1f}", f"{dot[1]:.1f}"
