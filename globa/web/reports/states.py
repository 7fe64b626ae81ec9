"""How far a report has come, as a tag says it, and what a report is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.reports.forms import Wording, codes, is_of_a_plan, of_period
from globa.reports.keeping.reports import Report, State
from globa.reports.writing import days
from globa.vocabulary.period import Period

TONES = {
    State.DRAFT: "line",
    State.IN_SIGNING: "amber",
    State.SIGNED: "",
    State.SUBMITTED: "flax",
    State.APPROVED: "",
    State.RETURNED: "amber",
}
WORDS: dict[str, str | Promise] = {
    State.DRAFT: _("draft"),
    State.IN_SIGNING: _("being signed"),
    State.SIGNED: _("signed"),
    State.SUBMITTED: _("submitted"),
    State.APPROVED: _("approved"),
    State.RETURNED: _("returned"),
}


@dataclass(frozen=True)
class Tag:
    words: str
    tone: str


def tag_of(report: Report) -> Tag:
    return Tag(str(WORDS[report.state]), TONES[State(report.state)])


def title_of(form: str, period: Period) -> str:
    """“2023 metų veiklos ataskaita”: the form's title with the words that it may name."""
    return said_of(of_period(form, period).title, period)


def said_of(title: Wording, period: Period) -> str:
    """A title of a form with the words that it may name."""
    year = period.last_day.year
    names = {"year": str(year), "next-year": str(year + 1), "last-year": str(year - 1), "period": days.period(period)}
    named = {"first-day": period.begins, "last-day": period.last_day, "next-day": period.ends, "new-year": date(year + 1, 1, 1)}
    names |= {name: days.in_a_sentence(day) for name, day in named.items()}
    text = title.said(get_language() or "lt")
    for name, said in names.items():
        text = text.replace(f"{{{name}}}", said)
    return text


def form_names() -> list[tuple[str, str]]:
    """The forms to choose from, called without a year; the one that holds for the most is first. One of a plan is begun at the plan."""
    names = [(code, name_of(code)) for code in codes() if not is_of_a_plan(code)]
    return sorted(names, key=lambda one: list(NAMES).index(one[0]) if one[0] in NAMES else len(NAMES))


def plan_forms() -> list[tuple[str, str]]:
    """Those of a municipality's reports on its plans."""
    return [(code, name_of(code)) for code in codes() if is_of_a_plan(code)]


def name_of(code: str) -> str:
    return str(NAMES.get(code, code))


NAMES: dict[str, str | Promise] = {
    "activity": _("Activity report"),
    "occupancy": _("Occupancy on a date"),
    "foster-centre-statistics": _("Statistics of the foster centre"),
    "plan-implementation": _("Implementation of the social-services plan"),
}
