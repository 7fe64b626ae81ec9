"""What a report on a plan tells beside it: activities of institutions, and money of years that have no plan here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.reports.implementation import beside as rows
from globa.reports.implementation.beside import BesidePlan, EarlierYear
from globa.reports.writing.numbers import money
from globa.web.forms.acts import Act, RowField, Why, page
from globa.web.plans.report import Kept, kept_of
from globa.web.plans.rights import written_plan
from globa.web.whereabouts import PlacedRequest

WRONG_AMOUNT = {"invalid": _("Write the amount in euros and cents: 1 234,50."), "required": _("Write the amount.")}
AMOUNT: dict[str, Any] = {"max_digits": 14, "decimal_places": 2, "localize": True, "error_messages": WRONG_AMOUNT}


def amount(**more: Any) -> forms.DecimalField:
    return forms.DecimalField(label=_("Amount, EUR"), widget=forms.TextInput({"inputmode": "decimal"}), **(AMOUNT | more))


class BesideForm(forms.Form):
    body = forms.CharField(label=_("Institution"), max_length=300, error_messages={"required": _("Write which institution did it.")})
    text = forms.CharField(
        label=_("What was done"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write what was done.")},
    )
    amount = amount(required=False)
    source = RowField(label=pgettext_lazy("of money", "Source"), required=False)
    document = forms.CharField(label=_("Document"), max_length=120, required=False)


class EarlierForm(forms.Form):
    year = forms.IntegerField(label=_("Year"), min_value=1990, widget=forms.TextInput({"inputmode": "numeric"}))
    source = RowField(label=pgettext_lazy("of money", "Source"), error_messages={"required": _("Choose the source.")})
    amount = amount()
    document = forms.CharField(
        label=_("In which document it stands"), max_length=120, error_messages={"required": _("Write in which document the amount stands.")}
    )


class WithdrawForm(forms.Form):
    row = RowField(label=_("What is withdrawn"), error_messages={"required": _("Choose what is withdrawn.")})
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def beside(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    kept = kept_of(request, plan)
    if kept is None or not kept.is_written:
        raise Http404
    done = list(BesidePlan.objects.visible_to(request.user).in_force().filter(group=kept.group).select_related("source"))
    earlier = EarlierYear.objects.visible_to(request.user).in_force().filter(organisation=plan.organisation, year__lt=plan.year)
    told = list(earlier.select_related("source"))
    acts = _adding(request, plan, kept) | _withdrawing(request, done, told)
    return page(request, "plans/report_beside.html", lambda: {"plan": plan, "done": done, "earlier": told}, acts)


def _adding(request: PlacedRequest, plan: Plan, kept: Kept) -> dict[str, Act]:
    sources = [(one, str(one)) for one in PlanSource.objects.all()]
    return {
        "beside": Act(
            BesideForm,
            lambda given: rows.add_beside(group=kept.group, by=request.user, **given),
            _("It stands in the report beside the plan."),
            rows={"source": sources},
            at={"cost_beside_names_its_source": "amount"},
        ),
        "earlier": Act(
            EarlierForm,
            lambda given: rows.add_earlier(organisation=plan.organisation, by=request.user, **given),
            _("The amount stands in the table by year."),
            rows={"source": sources},
            at={"source_of_an_earlier_year_once": "source", "earlier_year_has_an_amount": "amount"},
        ),
    }


def _withdrawing(request: PlacedRequest, done: list[BesidePlan], earlier: list[EarlierYear]) -> dict[str, Act]:
    found: list[tuple[Any, str]] = [(one, f"{one.body}: {one.text[:60]}") for one in done]
    found += [(one, f"{one.year}, {one.source}: {money(one.amount)}") for one in earlier]
    if not found:
        return {}
    withdraw = Act(
        WithdrawForm,
        lambda given: rows.withdraw(row=given["row"], reason=given["reason"], by=request.user),
        _("Withdrawn. It stays in the history."),
        rows={"row": found},
    )
    return {"withdraw": withdraw}
