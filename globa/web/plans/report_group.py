"""The working group of a report on a plan: its order, its members, and who was at the sitting. One form, without scripts too."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.planning.plans.plans import Plan
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.reports.implementation.group import GroupPart, Named, WorkingGroup, appoint, sit
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.plans.report import kept_of
from globa.web.plans.rights import written_plan
from globa.web.whereabouts import PlacedRequest

EMPTY_ROWS = 3
MOST_MEMBERS = 40
AT = {"sitting_is_not_before_the_order": "sat_on"}


class GroupForm(forms.Form):
    order_number = forms.CharField(label=_("Number of the order"), max_length=40, required=False)
    ordered_on = DayField(label=_("Day of the order"), required=False)
    sat_on = DayField(label=_("Day of the sitting"), required=False)
    place = forms.CharField(label=_("Place of the sitting"), max_length=200, required=False)

    def clean_sat_on(self) -> Any:
        day = self.cleaned_data["sat_on"]
        if day and day > today():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class MemberForm(forms.Form):
    """A row without a name is nobody."""

    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=150, required=False)
    body = forms.CharField(label=_("Body and post"), max_length=300, required=False)
    part = forms.ChoiceField(label=_("Part in the group"), choices=GroupPart.choices, initial=GroupPart.MEMBER)
    user = forms.ChoiceField(
        label=_("Signs with the account"), required=False, help_text=_("Whoever has no account here signs the printed report.")
    )
    absent_because = forms.CharField(
        label=_("Why absent from the sitting"), max_length=300, required=False, help_text=_("Empty when they were there.")
    )

    def __init__(self, *args: Any, accounts: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["user"]
        chosen.choices = [("", _("no account")), *((str(one.pk), one.name) for one in accounts)]


MEMBERS: Any = forms.formset_factory(MemberForm, extra=EMPTY_ROWS, max_num=MOST_MEMBERS)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    kept = kept_of(request, plan)
    if kept is None or not kept.is_written:
        raise Http404
    accounts = _accounts(plan)
    form = GroupForm(request.POST or None, initial=_initial(kept.group))
    rows = MEMBERS(request.POST or None, prefix="m", initial=_members(kept.group), form_kwargs={"accounts": accounts})
    if request.method == "POST" and form.is_valid() and rows.is_valid() and _written(request, kept.group, form, rows, accounts):
        messages.success(request, gettext("The group and its sitting are written down."))
        return redirect("plans-report", plan.pk)
    shown = {"plan": plan, "form": form, "rows": rows, "forms": [form, *rows]}
    return render(request, "plans/report_group.html", shown, status=422 if form.is_bound else 200)


def _accounts(plan: Plan) -> list[User]:
    """Whoever works at the municipality today."""
    here = Appointment.objects.filter(organisation=plan.organisation_id, during__contains=today()).values("user")
    return list(User.objects.filter(pk__in=here, is_active=True).order_by("name"))


def _initial(of: WorkingGroup) -> dict[str, Any]:
    return {"order_number": of.order_number, "ordered_on": of.ordered_on, "sat_on": of.sat_on, "place": of.place}


def _members(of: WorkingGroup) -> list[dict[str, Any]]:
    return [
        {"name": one.name, "body": one.body, "part": one.part, "user": str(one.user_id or ""), "absent_because": one.absent_because}
        for one in of.members.in_force()
    ]


def _written(request: PlacedRequest, of: WorkingGroup, form: GroupForm, rows: Any, accounts: list[User]) -> bool:
    known = {str(one.pk): one for one in accounts}
    members = [_named(row.cleaned_data, known) for row in rows if row.cleaned_data.get("name", "").strip()]
    given = form.cleaned_data
    try:
        with transaction.atomic():
            appoint(group=of, order_number=given["order_number"], ordered_on=given["ordered_on"], members=members, by=request.user)
            absent = {one.pk: one.absent_because for one in of.members.in_force() if one.absent_because}
            sit(group=of, day=given["sat_on"], place=given["place"], absent=absent, by=request.user)
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return False
    return True


def _named(given: dict[str, Any], known: dict[str, User]) -> Named:
    return Named(given["name"].strip(), given["body"].strip(), given["part"], known.get(given["user"]), given["absent_because"].strip())
