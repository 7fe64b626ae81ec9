"""Registering a person: first who is already in the files, then a new file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.journal.readings import Result, Shown
from globa.registry import personal_codes
from globa.registry.involvement import Purpose
from globa.registry.names.finding import KeptFile, kept_file
from globa.registry.people import Person, Precision, Sex, register
from globa.registry.personal_codes import WrongPersonalCode
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.day_field import DayField
from globa.web.find.choosing import titled
from globa.web.find.people import suggested
from globa.web.find.refusing import refuse
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

AT = {"personal_code_once": "personal_code", "person_dies_after_birth": "birth_date"}


class RegisterForm(forms.Form):
    given_name = forms.CharField(label=_("Given name"), required=False, max_length=100)
    family_name = forms.CharField(label=_("Family name"), required=False, max_length=100)
    sex = forms.ChoiceField(label=_("Sex"), choices=titled(Sex.choices), widget=forms.RadioSelect, initial=Sex.UNKNOWN)
    birth_date = DayField(label=_("Born on"), required=False)
    birth_precision = forms.ChoiceField(
        label=_("How exactly it is known"), choices=titled(Precision.choices), widget=forms.RadioSelect, initial=Precision.DAY
    )
    personal_code = forms.CharField(
        label=_("Personal code"), required=False, max_length=20, widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Eleven digits. Leave it empty if it is not known yet."),
    )  # fmt: skip
    purpose = forms.ChoiceField(
        label=_("The file is opened for"),
        choices=titled(Purpose.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what for.")},
    )
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("given_name") and not given.get("family_name"):
            self.add_error("family_name", _("Write at least one name, as it is said: others must be able to find the person."))
        if given.get("birth_date") and given["birth_date"] > today():
            self.add_error("birth_date", _("This day has not come yet. Compare the date of birth with the document."))
        return given

    @property
    def named(self) -> str:
        return f"{self.cleaned_data.get('given_name', '')} {self.cleaned_data.get('family_name', '')}".strip()


@login_required
@require_http_methods(["GET", "POST"])
def new(request: PlacedRequest) -> HttpResponse:
    """Whoever is alike is shown once for the typed name; sent again, it is somebody else."""
    if not may_care(request) or request.organisation is None:
        raise PermissionDenied
    form = RegisterForm(data=request.POST or None)
    if not form.is_bound or not form.is_valid():
        return _page(request, form)
    alike, told = _alike(request, form), _kept(form)
    if (alike or told) and form.cleaned_data["looked"] != form.named:
        return _page(request, form, alike, told)
    if (made := _registered(request, form)) is None:
        return _page(request, form)
    messages.success(request, gettext("Registered: the file is open since today."))
    return redirect("people-person", made.pk)


def _alike(request: PlacedRequest, form: RegisterForm) -> list[Person]:
    """People with that personal code, then those whose names are nearly the same."""
    seen = Person.objects.filter(pk__in=Person.objects.visible_to(request.user).order_by().values("pk"))
    same: list[Person] = []
    if code := form.cleaned_data["personal_code"].strip():
        try:
            same = list(seen.with_personal_code(code))
        except WrongPersonalCode:
            return []  # said by the verb, at its field
    return same + suggested(seen, form.named, [person.pk for person in same])


def _kept(form: RegisterForm) -> KeptFile | None:
    """A file on somebody who is not shown to whoever registers."""
    try:
        code = form.cleaned_data["personal_code"].strip()
        lookup = personal_codes.lookup_form(personal_codes.cleaned(code)) if code else ""
    except WrongPersonalCode:
        return None
    exactly = form.cleaned_data["birth_date"] if form.cleaned_data["birth_precision"] == Precision.DAY else None
    return kept_file(form.named, exactly, lookup)


def _registered(request: PlacedRequest, form: RegisterForm) -> Person | None:
    given = {name: value for name, value in form.cleaned_data.items() if name not in ("looked", "personal_code", "purpose")}
    assert request.organisation is not None
    try:
        return register(
            organisation=request.organisation, by=request.user, since=today(), purpose=form.cleaned_data["purpose"],
            personal_code=form.cleaned_data["personal_code"].strip(), **given,
        )  # fmt: skip
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return None


def _page(request: PlacedRequest, form: RegisterForm, alike: list[Person] | None = None, told: KeptFile | None = None) -> HttpResponse:
    """What is told of a file that is not opened is a look that was refused."""
    looked_at(request, alike or ())
    if told:
        looked_at(request, [told.person_id], Shown.NAME, result=Result.REFUSED)
    shown = {
        "form": form,
        "alike": [(person, person.age_on(today())) for person in alike or []],
        "told": told,
        "named": form.named if alike or told else "",
    }
    return render(request, "people/register.html", shown, status=422 if form.is_bound else 200)
