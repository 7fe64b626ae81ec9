"""`{% bars columns title %}` and its like: the picture twice, its finding in words, and its table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _

from globa.reports.writing.balance import came_and_left
from globa.reports.writing.numbers import number as written
from globa.vocabulary.period import Period
from globa.web.numbers import Number
from globa.web.pictures.bars import Column
from globa.web.pictures.bars import bars as measured_bars
from globa.web.pictures.beds import Bed
from globa.web.pictures.beds import bed_year as measured_year
from globa.web.pictures.parts import Part
from globa.web.pictures.parts import whole as measured_whole
from globa.web.pictures.steps import Stepped
from globa.web.pictures.steps import steps as measured_steps
from globa.web.pictures.timeline import Lane, Moment
from globa.web.pictures.timeline import timeline as measured_timeline

register = template.Library()
NARROW = 324


@register.inclusion_tag("globa/pictures/bars.html")
def bars(
    columns: Sequence[Column], title: str, of: str = "", unit: str = "", highlight: str = "largest", wide: int = 640
) -> dict[str, Any]:
    """`of` heads the first column of the table (month, year), `unit` the second."""
    pictures = [("g-wide", measured_bars(columns, wide, highlight)), ("g-narrow", measured_bars(columns, NARROW, highlight))]
    return {"pictures": pictures, "columns": columns, "title": title, "of": of, "unit": unit}


@register.inclusion_tag("globa/pictures/parts.html")
def parts(items: Sequence[Part], title: str = "", width: int = 300) -> dict[str, Any]:
    return {"picture": measured_whole(items, width), "parts": items, "title": title}


@register.inclusion_tag("globa/pictures/steps.html")
def steps(stepped: Stepped, title: str, unit: str = "") -> dict[str, Any]:
    """`unit` heads the column of numbers in the table."""
    pictures = [("g-wide", measured_steps(stepped, 640)), ("g-narrow", measured_steps(stepped, NARROW))]
    return {"pictures": pictures, "steps": stepped.steps, "title": title, "unit": unit, "said": _stepped(stepped)}


def _stepped(of: Stepped) -> str:
    """First and last, most and least: what an eye takes from the line."""
    if not of.known:
        return _("nothing is recorded")
    least, most = min(of.known, key=lambda one: one.value or 0), max(of.known, key=lambda one: one.value or 0)
    words = _("%(first)s at first, %(last)s at last, %(least)s at the least, %(most)s at the most")
    shown = {"first": of.known[0], "last": of.known[-1], "least": least, "most": most}
    return words % {name: one.number.shown for name, one in shown.items()}


@register.inclusion_tag("globa/pictures/timeline.html")
def timeline(lanes: Sequence[Lane], today: date, title: str, marks: Sequence[Moment] = ()) -> dict[str, Any]:
    pictures = [("g-wide", measured_timeline(lanes, today, 1080, marks)), ("g-narrow", measured_timeline(lanes, today, NARROW, marks))]
    return {
        "pictures": pictures,
        "lanes": lanes,
        "title": title,
        "marks": marks,
        "said": _spoken(lanes),
        "has_away": any(lane.away for lane in lanes),
    }


def _spoken(lanes: Sequence[Lane]) -> str:
    """The whole picture as a sentence for those who hear it."""
    said = []
    for lane in lanes:
        spans = ", ".join(_("%(what)s since %(day)s") % {"what": span.title, "day": span.begins.isoformat()} for span in lane.spans)
        said.append(f"{lane.title}: {spans}.")
    return " ".join(said)


@register.inclusion_tag("globa/pictures/beds.html")
def bed_year(beds: Sequence[Bed], period: Period, title: str) -> dict[str, Any]:
    pictures = [("g-wide", measured_year(beds, period, 1080)), ("g-narrow", measured_year(beds, period, NARROW))]
    return {"pictures": pictures, "beds": beds, "title": title}


@register.inclusion_tag("globa/parts/balance.html")
def balance(was: Number, came: Number, left: Number, now: Number) -> dict[str, Any]:
    """The strip “33 were + 6 came − 14 left = 25 are” with its verdict."""
    known = all(number.is_known for number in (was, came, left, now))
    expected = was.value + came.value - left.value if known else None  # type: ignore[operator]
    words = came_and_left(now.unit.code)
    return {
        "was": was, "came": came, "left": left, "now": now, "known": known, "agrees": known and expected == now.value,
        "expected": written(expected) if expected is not None else "", "word_came": words[0], "word_left": words[1],
    }  # fmt: skip


@register.inclusion_tag("globa/pictures/target.html")
def target(reached: Number, planned: Number, label: str, width: int = 268) -> dict[str, Any]:
    """A bar for what was reached, an ink stroke for what was planned."""
    done, goal = float(reached.value or 0), float(planned.value or 0)
    top = max(done, goal) * 1.05 or 1
    return {
        "width": width, "bar": f"{(width - 4) * done / top:.1f}", "stroke": f"{(width - 4) * goal / top:.1f}",
        "missed": reached.is_known and planned.is_known and done < goal, "reached": reached, "planned": planned, "label": label,
    }  # fmt: skip
