"""Who represents a child by law: appointed by an act from a day on, and ended with its reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.care import guardianships
from globa.care.appointing import appoint_by_act
from globa.care.guardianships import GuardianRelation, Guardianship, GuardianshipEnd, GuardianshipForm, GuardianshipKind
from globa.registry.households import Household
from globa.registry.involvement import Involvement, Purpose
from globa.registry.organisations import Organisation
from globa.registry.papers import PaperKind
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.people.person import person_of
from globa.web.people.place_forms import DayForm, has_come
from globa.web.people.rights import caring_at
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

AT = {
    "child_has_one_guardianship_at_a_time": "on", "guardianship_not_before_birth": "on", "guardianship_lasts_a_day": "on",
    "guardian_family_is_named": "household", "institution_is_no_family": "household", "member_once_at_a_time": "guardian",
}  # fmt: skip
ACTS = [(one.value, one.label) for one in (PaperKind.MUNICIPAL_ACT, PaperKind.COURT_RULING, PaperKind.OTHER)]
WRITE_DAY = {"required": _("Write the day.")}


class AppointForm(DayForm):
    kind = forms.ChoiceField(
        label=_("Guardianship"), choices=titled(GuardianshipKind.choices), widget=forms.RadioSelect,
        error_messages={"required": _("Choose temporary or permanent.")},
    )  # fmt: skip
    form = forms.ChoiceField(
        label=_("Who is the guardian"), choices=titled(GuardianshipForm.choices), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who is the guardian.")},
    )  # fmt: skip
    guardian = forms.ModelChoiceField(
        Person.objects.none(), label=_("Guardian"), required=False, empty_label=_("nobody by name"),
        help_text=_("Somebody of whom a file is kept as a guardian or carer. Register them first if they are not here."),
    )  # fmt: skip
    household = forms.ModelChoiceField(
        Household.objects.none(), label=_("Guardian family"), required=False, empty_label=_("the one in which the guardian lives")
    )
    relation = forms.ChoiceField(label=_("Related as"), choices=[("", _("not said")), *titled(GuardianRelation.choices)], required=False)
    act = forms.ChoiceField(label=_("By which paper"), choices=titled(ACTS), error_messages={"required": _("Choose the paper.")})
    act_number = forms.CharField(label=_("Number of the act or ruling"), max_length=40, error_messages={"required": _("Write its number.")})
    act_on = DayField(label=_("Date of the act or ruling"), error_messages=WRITE_DAY)

    def __init__(self, guardians: Any, families: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fields["on"].label = _("In force from")
        self.fields["guardian"].queryset = guardians  # type: ignore[attr-defined]
        self.fields["household"].queryset = families  # type: ignore[attr-defined]

    def clean_act_on(self) -> date:
        return has_come(self.cleaned_data["act_on"])


class EndForm(DayForm):
    because = forms.ChoiceField(
        label=_("Why it ended"), choices=[("", _("Choose")), *titled(GuardianshipEnd.choices)], error_messages={"required": _("Say why.")}
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fields["on"].label = _("First day without it")


def _guardianship_of(request: PlacedRequest, organisation: Organisation, child: Person) -> Guardianship | None:
    """The one in force, as this institution recorded it."""
    seen = Guardianship.objects.visible_to(request.user).filter(organisation=organisation, child=child, during__upper_inf=True)
    return seen.select_related("guardian", "household").first()


@login_required
@require_http_methods(["GET", "POST"])
def appoint(request: PlacedRequest, pk: UUID) -> HttpResponse:
    organisation, child = caring_at(request), person_of(request, pk)
    guardians = _guardians(request, organisation)
    families = Household.objects.visible_to(request.user).filter(organisation=organisation).order_by("name")
    form = AppointForm(guardians, families, data=_typed(request), initial={"on": today()})
    looked_at(request, guardians.values_list("pk", flat=True))

    def appointed() -> None:
        given = dict(form.cleaned_data)
        appoint_by_act(organisation=organisation, child=child, since=given.pop("on"), by=request.user, **given)

    if form.is_bound and form.is_valid() and _tried(form, appointed):
        messages.success(request, gettext("Recorded: the guardianship is in force from %(day)s.") % {"day": form.cleaned_data["on"]})
        return redirect("people-person", pk)
    return _shown(request, "people/guardian.html", form, child, _guardianship_of(request, organisation, child))


def _guardians(request: PlacedRequest, organisation: Organisation) -> Any:
    files = Involvement.objects.visible_to(request.user).on(today()).filter(organisation=organisation, purpose=Purpose.GUARDIANSHIP)
    return Person.objects.visible_to(request.user).surviving().filter(pk__in=files.values("person"))


@login_required
@require_http_methods(["GET", "POST"])
def end(request: PlacedRequest, pk: UUID) -> HttpResponse:
    organisation, child = caring_at(request), person_of(request, pk)
    found = _guardianship_of(request, organisation, child)
    if found is None:
        return redirect("people-person", pk)
    form = EndForm(data=_typed(request), initial={"on": today()})

    def ended() -> None:
        guardianships.end(guardianship=found, on=form.cleaned_data["on"], because=form.cleaned_data["because"], by=request.user)

    if form.is_bound and form.is_valid() and _tried(form, ended):
        messages.success(request, gettext("Recorded: the guardianship ended on %(day)s.") % {"day": form.cleaned_data["on"]})
        return redirect("people-person", pk)
    return _shown(request, "people/guardian_ends.html", form, child, found)


def _typed(request: PlacedRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _tried(form: forms.Form, verb: Callable[[], object]) -> bool:
    """Do it all or nothing; what is refused stands at its field."""
    try:
        with transaction.atomic():
            verb()
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return False
    return True


def _shown(request: PlacedRequest, template: str, form: forms.Form, child: Person, now: Guardianship | None) -> HttpResponse:
    if now is not None:
        looked_at(request, [now.guardian_id] if now.guardian_id else [])
    return render(request, template, {"form": form, "person": child, "now": now}, status=422 if form.is_bound else 200)
