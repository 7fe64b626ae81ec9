"""A plan begins, is approved by the council, is amended by a next version, or is taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from globa.planning.plans import amending, plans
from globa.planning.plans.plans import Plan, PlanForm, PlanState
from globa.vocabulary.calendar import today
from globa.web.forms.acts import Act, Day, Why, page
from globa.web.forms.choosing import titled
from globa.web.plans.rights import may_plan, written_plan
from globa.web.whereabouts import PlacedRequest

TITLE = {"required": _("Write what the plan is called.")}


class NewForm(forms.Form):
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2100, widget=forms.TextInput({"inputmode": "numeric"}))
    title = forms.CharField(label=pgettext_lazy("of a plan", "Title"), max_length=300, error_messages=TITLE)
    form = forms.ChoiceField(label=_("Form of the plan"), choices=titled(PlanForm.choices))


class NamedForm(forms.Form):
    title = forms.CharField(label=pgettext_lazy("of a plan", "Title"), max_length=300, error_messages=TITLE)
    form = forms.ChoiceField(label=_("Form of the plan"), choices=titled(PlanForm.choices))


class ApproveForm(forms.Form):
    on = Day(label=_("Day of the council's decision"))
    decision_no = forms.CharField(
        label=_("Number of the decision"), max_length=40, error_messages={"required": _("Write the number of the decision.")}
    )


class AmendForm(forms.Form):
    title = forms.CharField(label=_("Title of the new version"), max_length=300, error_messages=TITLE)


class WithdrawForm(forms.Form):
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PlacedRequest) -> HttpResponse:
    organisation = request.organisation
    if organisation is None or not may_plan(request):
        raise Http404

    def begin(given: dict[str, Any]) -> Plan:
        return plans.start(municipality=organisation, by=request.user, **given)

    act = Act(
        NewForm,
        begin,
        _("The plan is begun. Write its goals."),
        at={"plan_version_once": "year", "plan_is_of_a_year": "year", "plan_has_a_title": "title"},
        initial={"year": today().year, "form": PlanForm.A1_368},
        to=lambda made: reverse("plans-tree", args=[made.pk]),
    )
    return page(request, "plans/new.html", lambda: {"organisation": organisation}, {"begin": act})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    if not plan.is_draft:
        raise Http404

    def approved(given: dict[str, Any]) -> Plan:
        plans.approve(plan=plan, by=request.user, **given)
        return plan

    act = Act(
        ApproveForm, approved, _("The plan is approved. Its goals and planned money stay as they are."),
        at={"approved_plan_names_its_decision": "decision_no"}, to=_to_plan,
    )  # fmt: skip
    return page(request, "plans/approve.html", lambda: {"plan": plan}, {"approve": act})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    if plan.state != PlanState.APPROVED:
        raise Http404

    def amended(given: dict[str, Any]) -> Plan:
        return amending.amend(plan=plan, by=request.user, **given)

    act = Act(
        AmendForm, amended, _("The next version is begun as a copy. Change what the amendment changes."),
        at={"plan_version_once": "title"}, initial={"title": plan.title}, to=lambda made: reverse("plans-tree", args=[made.pk]),
    )  # fmt: skip
    return page(request, "plans/amend.html", lambda: {"plan": plan}, {"amend": act})


def naming(request: PlacedRequest, plan: Plan) -> dict[str, Act]:
    """What can be done to a draft as a whole, beside its tree."""

    def rename(given: dict[str, Any]) -> None:
        plans.rename(plan=plan, by=request.user, **given)

    def withdraw(given: dict[str, Any]) -> None:
        plans.withdraw_plan(plan=plan, by=request.user, **given)

    initial = {"title": plan.title, "form": plan.form}
    return {
        "rename": Act(NamedForm, rename, _("The title is changed."), at={"plan_has_a_title": "title"}, initial=initial),
        "withdraw": Act(WithdrawForm, withdraw, _("The plan is taken back."), to=lambda _made: reverse("plans")),
    }


def _to_plan(plan: Plan) -> str:
    return reverse("plans-plan", args=[plan.pk])
