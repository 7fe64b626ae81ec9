"""People, cases, acts and hours of a measure side by side, as a page draws them: each with its unit, its state and its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from globa.indicators.gathering import TABLES_OF
from globa.indicators.measuring import ACTS, CASES, SideBySide
from globa.indicators.people import Over
from globa.planning.plans.activities import Activity, Taken, kinds_of
from globa.planning.plans.lines import PlanLine
from globa.registry.accounts.users import User
from globa.registry.payers import named_payers
from globa.reports.plan_results.results import InBoth, MeasureResults, OfActivity
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number, State

HAPPENED, LASTED = frozenset({"people", "acts", "hours"}), frozenset({"people", "cases"})
HAS = {
    Taken.SERVICE: HAPPENED, Taken.EVENT: HAPPENED, Taken.STAY: LASTED, Taken.GUARDIANSHIP: LASTED, Taken.CONTRACT: LASTED,
    Taken.CASE: LASTED,
}  # fmt: skip
"""What can be counted of each sort: what happened has no cases, what lasted no hours."""
UNITS = {"people": Unit.PERSONS, "cases": Unit.CASES, "acts": Unit.TIMES, "hours": Unit.HOURS}
OVER: dict[Over, str | Promise] = {
    Over.ACTIVITY: gettext_lazy("told apart within each activity"),
    Over.BODY: gettext_lazy("told apart within the institution"),
    Over.MEASURE: gettext_lazy("told apart over the measure"),
    Over.MUNICIPALITY: gettext_lazy("told apart over the municipality"),
}


@dataclass(frozen=True)
class Row:
    """`title` names what was counted, `said` what was taken or over what people were told apart. None is what such records do not have."""

    title: str
    said: str
    people: Number | None
    cases: Number | None
    acts: Number | None
    hours: Number | None
    unnamed: int = 0
    attendances: int = 0
    missing: int = 0

    @property
    def cells(self) -> list[tuple[str | Promise, Number | None]]:
        names = (
            pgettext_lazy("counted", "people"), pgettext_lazy("counted", "cases"), pgettext_lazy("counted", "acts"),
            pgettext_lazy("counted", "hours"),
        )  # fmt: skip
        return list(zip(names, (self.people, self.cases, self.acts, self.hours), strict=True))


@dataclass(frozen=True)
class Fed:
    rows: list[Row]
    bodies: list[Row]
    together: Row | None
    uses: int | None
    people: int | None
    in_both: list[InBoth]

    @property
    def overlaps(self) -> bool:
        """Somebody was in several, so that a sum over activities would be no people."""
        return self.uses is not None and self.people is not None and self.uses > self.people

    @property
    def finding(self) -> str:
        """417 uses are 312 people."""
        if self.uses is None or self.people is None:
            return ""
        uses = ngettext("%(count)s use", "%(count)s uses", self.uses) % {"count": self.uses}
        people = ngettext("%(count)s person", "%(count)s people", self.people) % {"count": self.people}
        return _("%(uses)s = %(people)s") % {"uses": uses, "people": people}


def payers_of(user: User, activities: Iterable[Activity]) -> dict[str, str]:
    """What those who pay are called, by their codes."""
    codes = {one.payer for one in activities if one.payer}
    return named_payers(codes, user) if codes else {}


def fed(found: MeasureResults, line: PlanLine | None = None, plan: UUID | None = None, *, user: User) -> Fed:
    """Of a measure, or only the activities of one of its lines: then what they make together is not told."""
    own = [one for one in found.activities if line is None or one.lineage == line.lineage]
    at = plan or (line.measure.objective.goal.plan_id if line else None)
    names = {what: {str(code): str(name) for code, name in kinds_of(what)} for what in {one.activity.what for one in own}}
    payers = payers_of(user, (one.activity for one in own))
    rows = [
        _row(one.activity.name, taken(one.activity, names[one.activity.what], payers), one.counted, [one.activity], _addresses(one, at))
        for one in own
    ]
    if line is not None or found.together is None:
        return Fed(rows, [], None, None, None, [])
    every = [one.activity for one in found.activities]
    bodies = [_row(str(one.body), str(OVER[Over.BODY]), one.counted, every) for one in found.bodies] if len(found.bodies) > 1 else []
    together = _row(_("Together"), str(OVER[Over.MEASURE]), found.together, every)
    shared = [one for one in found.in_both if one.people.count]
    return Fed(rows, bodies, together, found.uses, found.people.count if found.people else None, shared)


def taken(activity: Activity, names: Mapping[str, str], payers: Mapping[str, str]) -> str:
    """“Services given: consultation, mediation; paid by Project of foster care”; a payer that the reader does not see by its code."""
    kinds = ", ".join(names.get(code, code) for code in activity.codes)
    said = f"{activity.get_what_display()}: {kinds}" if kinds else str(activity.get_what_display())
    return (
        _("%(what)s; paid by %(payer)s") % {"what": said, "payer": payers.get(activity.payer, activity.payer)} if activity.payer else said
    )


def _row(title: str, said: str, counted: SideBySide, of: Iterable[Activity], records: dict[str, str] | None = None) -> Row:
    leads = {"hours": (records or {}).get("acts", "")} | (records or {})
    has = frozenset().union(*(HAS[Taken(one.what)] for one in of))
    values = {"people": counted.people and counted.people.count, "cases": counted.cases, "acts": counted.acts, "hours": counted.hours}
    told = {name: _number(value, UNITS[name], leads.get(name, "")) if name in has else None for name, value in values.items()}
    return Row(title, said, **told, unnamed=counted.unnamed, attendances=counted.attendances, missing=len(counted.not_recorded_by))


def _number(value: Any, unit: Unit, records: str) -> Number:
    return Number(None, unit, State.NOT_RECORDED) if value is None else Number(value, unit, records=records)


def _addresses(one: OfActivity, plan: UUID | None) -> dict[str, str]:
    if plan is None:
        return {}
    address = reverse("plans-activity", args=[plan, one.activity.pk])
    tables = TABLES_OF[one.activity.what]
    counts = {"acts": ACTS, "cases": CASES}
    found = {name: f"{address}?of={table}" for name, among in counts.items() for table in tables if table in among}
    return found | {"people": f"{address}?of={tables[-1]}"}
