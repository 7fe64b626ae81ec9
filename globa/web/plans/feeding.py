"""What feeds a line of a plan: its activities with what they counted, and the forms by which a person names another."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.planning.plans import activities
from globa.planning.plans.activities import Activity, Taken
from globa.planning.plans.lines import PlanLine
from globa.registry.access import organisations_visible_to
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.payers import Payer
from globa.reports.plan_results.counting import results_of
from globa.web.forms.acts import Act, RowField, Why, page
from globa.web.plans.fed import Fed, fed
from globa.web.plans.rights import written_plan
from globa.web.plans.whole import OF_PLAN, lines_of
from globa.web.whereabouts import PlacedRequest

AT = {"activity_has_a_name": "name", "activity_takes_something": "codes"}


class FeedForm(forms.Form):
    """`sort` and `codes` are of the records that the form is for: see `_form`."""

    name = forms.CharField(
        label=_("What the activity is called"), max_length=300, error_messages={"required": _("Give the activity a name.")}
    )
    institution = RowField(label=_("Institution"), required=False, help_text=_("Left empty: all that answer for the line."))


class ServicesForm(FeedForm):
    payer = RowField(label=_("Paid by"), required=False, help_text=_("Left empty: whoever paid."))


class EndForm(forms.Form):
    activity = RowField(label=_("Activity"), error_messages={"required": _("Choose the activity.")})
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def feeding(request: PlacedRequest, pk: UUID, of: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    rows = lines_of(request.user, **{OF_PLAN: plan}).select_related("measure__objective__goal")
    line: PlanLine = get_object_or_404(rows, pk=of)
    acts = {str(what): _adding(request.user, line, what) for what in Taken} | _ending(request.user, line)

    def shown() -> dict[str, Any]:
        found: Fed = fed(results_of(plan)[line.measure_id], line, user=request.user)
        return {"plan": plan, "line": line, "fed": found}

    return page(request, "plans/feeding.html", shown, acts)


def _adding(user: User, line: PlanLine, what: Taken) -> Act:
    """The verb closes over the line: nothing of another one can be sent here."""
    form = _form(ServicesForm if what == Taken.SERVICE else FeedForm, what)
    rows: dict[str, list[tuple[Any, str]]] = {"institution": [("", ""), *((one, str(one)) for one in _institutions(user))]}
    if what == Taken.SERVICE:
        rows["payer"] = [("", ""), *_payers(user)]
    return Act(form, partial(_feed, user, line, what), _("The records are counted for this line."), rows=rows, at=AT)


def _form(form: type[FeedForm], what: Taken) -> type[forms.Form]:
    """The form with the kinds that such records have."""
    codes = forms.MultipleChoiceField(
        label=_("Of which kinds"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("None ticked: of any kind."),
        choices=partial(activities.kinds_of, what),
    )  # fmt: skip
    return type(form.__name__, (form,), {"codes": codes, "sort": what.label})


def _ending(user: User, line: PlanLine) -> dict[str, Act]:
    listed = [(one, one.name) for one in Activity.objects.in_force().filter(line__lineage=line.lineage)]
    return {"end": Act(EndForm, partial(_end, user), _("It is counted no longer."), rows={"activity": listed})} if listed else {}


def _institutions(user: User) -> list[Organisation]:
    return list(organisations_visible_to(user).filter(kind=OrganisationKind.INSTITUTION).order_by("name"))


def _payers(user: User) -> list[tuple[str, str]]:
    """By code: the institutions of one project name its payer alike."""
    return list({one.code: str(one) for one in Payer.objects.visible_to(user).order_by("name")}.items())


def _feed(user: User, line: PlanLine, what: Taken, given: dict[str, Any]) -> None:
    activities.feed(
        line=line, name=given["name"], what=what, codes=given["codes"], payer=given.get("payer") or "",
        institution=given["institution"] or None, by=user,
    )  # fmt: skip


def _end(user: User, given: dict[str, Any]) -> None:
    activities.withdraw_activity(activity=given["activity"], by=user, reason=given["reason"])
