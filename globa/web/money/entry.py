"""One entry: booked by hand, looked at, corrected and withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from globa.planning import ledger
from globa.planning.assigning import name_line
from globa.planning.ledger import Basis, EconomicItem, Entry, FundingSource
from globa.planning.plans.answered_lines import AnsweredLine, answered_by, told_of
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.rate_rules import RateRule
from globa.registry.payers import Payer
from globa.reports.afterwards.resting import resting_on
from globa.vocabulary.calendar import today
from globa.web.forms.acts import Act, Day, RowField, Rows, Why, page
from globa.web.money.fields import AmountField
from globa.web.money.naming import title_of
from globa.web.money.rights import entries_of, keeper_of, may_book
from globa.web.records.opened import history_of
from globa.web.whereabouts import PlacedRequest, role_of

SAYING_LITTLE = 70
POINTERS = ("item", "source", "payer", "line", "flat_rate")


class EntryForm(forms.Form):
    """Either an economic item or a line of a plan is named; the database refuses an entry of nothing."""

    booked_on = Day(label=_("Day"), required=True)
    basis = forms.ChoiceField(label=pgettext_lazy("of money", "Basis"), choices=Basis.choices, initial=Basis.CASH)
    item = RowField(label=_("Economic item"), required=False)
    source = RowField(label=_("Funding source"), error_messages={"required": _("Choose the source of money.")})
    amount = AmountField()
    document = forms.CharField(label=_("Document"), max_length=120, required=False)
    purpose = forms.CharField(label=_("For what"), max_length=300, required=False)
    line = RowField(label=_("Line of the municipal plan"), required=False)
    payer = RowField(label=_("Who pays"), required=False)
    programme = forms.CharField(label=_("Programme"), max_length=10, required=False)
    project = forms.CharField(label=_("Project"), max_length=40, required=False)
    cost_centre = forms.CharField(label=_("Cost centre"), max_length=80, required=False)
    flat_rate = RowField(label=_("By a flat rate"), required=False)


class CorrectForm(EntryForm):
    reason = Why()


class WithdrawForm(forms.Form):
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PlacedRequest) -> HttpResponse:
    organisation = keeper_of(request)

    def book(given: dict[str, Any]) -> Entry:
        return ledger.book(organisation=organisation, entries=[Entry(**given)], by=request.user)[0]

    act = Act(EntryForm, book, _("The entry is booked."), rows=_rows(request), at=AT, to=_address)
    return page(request, "money/new.html", dict, {"book": act})


AT = {
    "entry_in_a_closed_period": "booked_on", "entry_is_not_nothing": "amount", "entry_names_an_item_or_a_line": "item",
    "entry_on_an_item_without_parts": "item", "entry_on_a_line_of_its_municipality": "line",
}  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: PlacedRequest, pk: UUID) -> HttpResponse:
    related = ("item", "source", "payer", "line__measure__objective__goal", "flat_rate", "taken_from", "body")
    found: Entry = get_object_or_404(entries_of(request).select_related(*related), pk=pk)

    def shown() -> dict[str, Any]:
        kept: Entry = entries_of(request).select_related(*related).get(pk=pk)
        told = {"rests_on": resting_on(kept), "history": history_of(kept, role_of(request)), "may_book": may_book(request)}
        return told | {"entry": kept, "line_named": _answered(kept)}

    acts = _acts(request, found) if may_book(request) and not found.withdrawn_on else {}
    return page(request, "money/entry.html", shown, acts)


def _acts(request: PlacedRequest, found: Entry) -> dict[str, Act]:
    def correct(given: dict[str, Any]) -> Entry:
        reason = given.pop("reason")
        changed = {name: value for name, value in given.items() if _kept(found, name) != getattr(value, "pk", value)}
        changed |= {"cut": 0} if "amount" in changed else {}
        if "line" in changed:
            name_line(entry=found, line=changed.pop("line"), by=request.user, reason=reason)
        return ledger.correct(entry=found, by=request.user, reason=reason, **changed) if changed else found

    def withdraw(given: dict[str, Any]) -> Entry:
        return ledger.withdraw(entry=found, by=request.user, reason=given["reason"])

    written = {name: getattr(found, name) for name in EntryForm.base_fields if name not in POINTERS}
    pointed = {name: str(getattr(found, f"{name}_id") or "") for name in POINTERS}
    said = _("Corrected. What was recorded before stands in the history.")
    return {
        "correct": Act(CorrectForm, correct, said, rows=_rows(request, found), at=AT, initial=written | pointed, to=_address),
        "withdraw": Act(WithdrawForm, withdraw, _("Withdrawn. It is counted no longer and stays in the history."), to=_address),
    }


def _answered(found: Entry) -> str:
    """What the line of a plan is called that the reader does not see."""
    return title_of(_told(found)) if found.line is None and found.line_id else ""


def _told(found: Entry) -> PlanLine | None:
    return told_of(found.organisation, [found.line_id]).get(found.line_id) if found.line_id else None


def _kept(found: Entry, name: str) -> Any:
    """A line of a plan that the reader does not see is known by its key."""
    return getattr(found, f"{name}_id") if name in POINTERS else getattr(found, name)


def _address(made: Entry) -> str:
    return reverse("money-entry", args=[made.pk])


def _rows(request: PlacedRequest, found: Entry | None = None) -> dict[str, Rows]:
    """What a form chooses from; lines are those of the plans in force that the user sees, or that the institution answers for."""
    plans = Plan.objects.visible_to(request.user).valid()
    lines = PlanLine.objects.visible_to(request.user).in_force().filter(measure__objective__goal__plan__in=plans)
    payers = Payer.objects.visible_to(request.user).filter(organisation=keeper_of(request))
    return {
        "item": _or_none((one, f"{one.code} {one}") for one in EconomicItem.objects.filter(has_parts=False)),
        "source": [(one, str(one)) for one in FundingSource.objects.all()],
        "payer": _or_none((one, str(one)) for one in payers.order_by("name")),
        "line": _or_none(_lines(lines, answered_by(keeper_of(request)), found)),
        "flat_rate": _or_none((one, str(one)) for one in RateRule.objects.on(today())),
    }


def _lines(seen: QuerySet[PlanLine], answered: Sequence[AnsweredLine], found: Entry | None) -> list[tuple[PlanLine, str]]:
    """With the line that the entry names already, also where it may no longer be chosen."""
    rows = [(one, line_name(one)) for one in seen.select_related("measure", "measure__objective__goal__plan")]
    known = {one.pk for one, _name in rows}
    rows += [(one.line, answered_name(one)) for one in answered if one.pk not in known]
    if found and found.line_id and all(one.pk != found.line_id for one, _name in rows):
        named = line_name(found.line) if found.line else title_of(_told(found))
        rows.append((found.line or PlanLine(pk=found.line_id), named))
    return rows


def answered_name(one: AnsweredLine) -> str:
    return f"{one.year}, {one.no} {_shortly(one.measure)}"


def _shortly(text: str) -> str:
    return text if len(text) <= SAYING_LITTLE else f"{text[:SAYING_LITTLE].rstrip()}…"


def _or_none(rows: Rows) -> Rows:
    """The only row of a list is chosen by itself; where nothing may be chosen it stands beside a dash."""
    found = list(rows)
    return [(None, "–"), *found] if len(found) == 1 else found


def line_name(line: PlanLine) -> str:
    return f"{line.measure.objective.goal.plan.year}, {line.measure.no} {_shortly(line.measure.text)}"
