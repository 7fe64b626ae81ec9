"""A declaration in the reader's words: which rows, counted how, of what time."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from globa.indicators.card import Card, Line
from globa.indicators.dimensions import BY_NAME
from globa.indicators.value import Count, Days, Distinct, Hours, Maximum, Measure, Minimum, Oldest, Sum, Youngest
from globa.indicators.when import All, AtAnyTime, AtClosing, AtOpening, During, OnDay, When
from globa.reports.part_names import names_of
from globa.reports.writing import days
from globa.vocabulary.period import Period
from globa.vocabulary.source import Source

TABLES: dict[str, str | Promise] = {
    "units": gettext_lazy("units of the institution"),
    "stays": gettext_lazy("stays: unbroken times a child lived in one place"),
    "residences": gettext_lazy("residences: stays without a gap in one kind of place, moves inside left out"),
    "away_times": gettext_lazy("times a child was away while the place stayed the child's own"),
    "guardianships": gettext_lazy("guardianships"),
    "contracts": gettext_lazy("contracts with carers"),
    "places": gettext_lazy("places by home and contract"),
    "statuses": gettext_lazy("statuses of children: school, disability, needs, municipality"),
    "services": gettext_lazy("services given"),
    "attendances": gettext_lazy("people at services and events"),
    "events": gettext_lazy("meetings, trainings and outreach"),
    "papers": gettext_lazy("numbered papers"),
    "cases": gettext_lazy("cases"),
    "case_children": gettext_lazy("children of cases"),
    "posts": gettext_lazy("posts filled by people"),
    "post_limits": gettext_lazy("allowed posts"),
    "trainings": gettext_lazy("trainings of workers"),
    "licences": gettext_lazy("licensed addresses and accreditations"),
    "assets": gettext_lazy("vehicles"),
    "money": gettext_lazy("entries of the ledger"),
    "targets": gettext_lazy("targets of the yearly directions"),
}
COLUMNS: dict[str, str | Promise] = {
    "kind": gettext_lazy("kind"),
    "value": gettext_lazy("what was true"),
    "basis": gettext_lazy("basis"),
    "age_to": gettext_lazy("oldest age agreed"),
    "activity": gettext_lazy("at"),
}
DOCUMENTS: dict[str, str | Promise] = {
    "Alytus family centre, activity report 2023": gettext_lazy("Alytus family centre, activity report 2023"),
    "Visaginas municipality, report on the social-services plan of 2023": gettext_lazy(
        "Visaginas municipality, report on the social-services plan of 2023"
    ),
    "Druskininkai foster centre, public page": gettext_lazy("Druskininkai foster centre, public page"),
    "Reports of other foster centres": gettext_lazy("Reports of other foster centres"),
}
POINTS: dict[str, str | Promise] = {
    "part on staff": gettext_lazy("part on staff"),
    "part on the budget": gettext_lazy("part on the budget"),
    "part on projects": gettext_lazy("part on projects"),
    "part on premises": gettext_lazy("part on premises"),
    "plan for 2023": gettext_lazy("plan for 2023"),
}
YES_OR_NO: dict[str, tuple[str | Promise, str | Promise]] = {
    "abroad": (gettext_lazy("abroad"), gettext_lazy("in Lithuania")),
    "emergency": (gettext_lazy("on a bed above the counted ones"), gettext_lazy("on a counted bed")),
    "after_hosting": (gettext_lazy("the family had the child as a guest before"), gettext_lazy("the child had not been a guest there")),
    "first": (gettext_lazy("the first of its kind for the household"), gettext_lazy("a repeated one")),
}
WORDS: dict[tuple[str, str], str | Promise] = {
    ("basis", "cash"): gettext_lazy("cash"),
    ("basis", "accrual"): gettext_lazy("accrual"),
    ("basis", "plan"): gettext_lazy("plan"),
    ("activity", "service"): gettext_lazy("a service"),
    ("activity", "event"): gettext_lazy("an event"),
    ("about", "worker"): gettext_lazy("worker"),
}
# Where a code's words lie under the name of another dimension.
DIMENSIONS = {"value": "status"}
NUMBERED = re.compile(r"[IVX\d.]+")
COMPARISON = re.compile(r"^(\w+) ([=≠<>≤≥]) (.+)$")


def source_said(source: Source) -> str:
    """The document, and the place in it; what only whoever declared would understand of the place is left out."""
    point = source.point if NUMBERED.fullmatch(source.point) else str(POINTS.get(source.point, ""))
    return ", ".join(filter(None, (str(DOCUMENTS.get(source.document, source.document)), point)))


def rows_said(line: Line) -> list[str]:
    """Say each condition; one that has no words of its own is shown as it is declared."""
    return [_condition(condition) for condition in line.rows]


def _condition(condition: str) -> str:
    if condition.startswith("(sex is empty"):
        return _("sex: not recorded")
    bare = condition.removeprefix("not ")
    if bare in YES_OR_NO:
        return str(YES_OR_NO[bare][condition != bare])
    found = COMPARISON.match(condition)
    if not found:
        return condition
    column, sign, values = found.groups()
    names = _(" or ").join(_name(column, value) for value in values.split(" or "))
    return f"{_column(column)}: {names}" if sign == "=" else f"{_column(column)} {sign} {names}"


def _column(name: str) -> str:
    known = COLUMNS.get(name) or (_(BY_NAME[name].title) if name in BY_NAME else name)
    return str(known)


def _name(column: str, value: str) -> str:
    special = WORDS.get((column, value))
    return str(special) if special else names_of(DIMENSIONS.get(column, column), [value])[value]


WHAT: dict[str, str | Promise] = {
    "child": gettext_lazy("each child once, however many times"),
    "person": gettext_lazy("each person once, however many times"),
    "worker": gettext_lazy("each worker once, however many times"),
    "provider": gettext_lazy("each worker once, however many times"),
    "carer": gettext_lazy("each carer once, however many times"),
    "family": gettext_lazy("each family once, however many times"),
    "guardian_family": gettext_lazy("each family once, however many times"),
    "course": gettext_lazy("each group once, however often it met"),
    "unit": gettext_lazy("each unit once"),
    "dwelling": gettext_lazy("each home once"),
    "address": gettext_lazy("each address once"),
    "places": gettext_lazy("places added up"),
    "seats": gettext_lazy("seats added up"),
    "fte": gettext_lazy("full-time equivalents added up"),
    "amount": gettext_lazy("amounts added up, to the cent"),
    "heads": gettext_lazy("people there added up, named and not"),
    "recipients": gettext_lazy("recipients added up"),
}


def counted_how(value: Measure) -> str:
    simple: tuple[tuple[type | Measure, str | Promise], ...] = (
        (Hours, gettext_lazy("minutes added up, in hours")),
        (Days, gettext_lazy("days inside the period added up; the day of leaving is not counted")),
        (Youngest, gettext_lazy("full years of the youngest")),
        (Oldest, gettext_lazy("full years of the oldest")),
        (Minimum, gettext_lazy("the smallest of the values")),
        (Maximum, gettext_lazy("the largest of the values")),
    )
    if value is Count.ROWS:
        return _("each row once")
    for kind, words in simple:
        if isinstance(value, kind):  # type: ignore[arg-type]
            return str(words)
    return str(WHAT.get(value.column, value.column)) if isinstance(value, Distinct | Sum) else ""


def when_said(when: When, period: Period) -> str:
    if isinstance(when, All):
        return _("%(one)s; and %(other)s") % {"one": when_said(when.one, period), "other": when_said(when.other, period)}
    stretch, day = days.period(period), when.days(period)[0].isoformat()
    sentences: tuple[tuple[type[When], str | Promise], ...] = (
        (During, gettext_lazy("it happened in the period: %(period)s")),
        (AtAnyTime, gettext_lazy("it lasted on at least one day of the period: %(period)s")),
        (AtOpening, gettext_lazy("it lasted at the end of the day before %(day)s")),
        (AtClosing, gettext_lazy("it lasted at the end of %(day)s")),
        (OnDay, gettext_lazy("it lasted on %(day)s")),
    )
    said = next((words for kind, words in sentences if isinstance(when, kind)), "")
    return str(said) % {"period": stretch, "day": day}


SIDES = (pgettext_lazy("of a share", "the part"), pgettext_lazy("of a share", "the whole"))


def lines_said(card: Card, period: Period) -> list[dict[str, object]]:
    """Of a share both its sides."""
    return [
        {
            "side": SIDES[place] if card.is_ratio else "",
            "table": TABLES.get(line.table, line.table),
            "rows": rows_said(line),
            "how": counted_how(line.value),
            "when": when_said(line.when, period),
        }
        for place, line in enumerate(card.lines)
    ]
