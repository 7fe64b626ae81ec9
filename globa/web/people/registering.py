"""
Registering a person: first who is already in the files, then a new file.

Somebody who asked the centre (casework/recruitment) is registered from their answered enquiry: what they wrote stands in the form, and
the enquiry says afterwards as whom they are in the files.
"""

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

from globa.casework.recruitment.enquiries import Enquiry, register_asker
from globa.journal.readings import Result, Shown
from globa.registry import personal_codes
from globa.registry.involvement import Purpose
from globa.registry.names.finding import KeptFile, kept_file
from globa.registry.people import Person, Precision, Sex
from globa.registry.personal_codes import WrongPersonalCode
from globa.registry.policy import Area, may_enter
from globa.registry.registering import register
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.ids import id_in
from globa.web.names.people import suggested
from globa.web.people import asking
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of

NOT_OF_THE_PERSON = ("looked", "enquiry", "personal_code", "purpose")
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
    enquiry = forms.UUIDField(required=False, widget=forms.HiddenInput)

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
    enquiry = _enquiry(request)
    if enquiry and (same := _same(request)):
        return _asked_before(request, enquiry, same)
    form = RegisterForm(data=request.POST or None, initial=_written(enquiry))
    if not form.is_bound or not form.is_valid():
        return _page(request, form)
    alike, told = _alike(request, form), _kept(form)
    if told and not told.is_here and request.POST.get("do") == "ask":
        return _asked_for(request, form, told)
    if (alike or told) and form.cleaned_data["looked"] != form.named:
        return _page(request, form, alike, told)
    if (made := _registered(request, form)) is None:
        return _page(request, form)
    if enquiry:
        register_asker(enquiry=enquiry, person=made, by=request.user)
    messages.success(request, gettext("Registered: the file is open since today."))
    return redirect("people-person", made.pk)


def _enquiry(request: PlacedRequest) -> Enquiry | None:
    """From which somebody is registered; one that is not the user's to see is none."""
    key = id_in((request.POST if request.method == "POST" else request.GET).get("enquiry", ""))
    if key is None or not may_enter(role_of(request), Area.ENQUIRIES):
        return None
    return Enquiry.objects.visible_to(request.user).exclude(answered_on=None).filter(pk=key).first()


def _written(enquiry: Enquiry | None) -> dict[str, Any]:
    """The last word of a name is the family name."""
    if enquiry is None:
        return {}
    *given, family = enquiry.asker.split() or [""]
    return {"given_name": " ".join(given), "family_name": family, "purpose": Purpose.TRAINING, "enquiry": enquiry.pk}


def _same(request: PlacedRequest) -> Person | None:
    """Whoever was found alike is the one who asked."""
    key = id_in(request.POST.get("same", ""))
    return Person.objects.visible_to(request.user).surviving().filter(pk=key).first() if key else None


def _asked_before(request: PlacedRequest, enquiry: Enquiry, person: Person) -> HttpResponse:
    looked_at(request, [person], Shown.NAME)
    register_asker(enquiry=enquiry, person=person, by=request.user)
    messages.success(request, gettext("The enquiry says who asked; nobody was registered anew."))
    return redirect("enquiries-enquiry", enquiry.pk)


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
        lookup = _lookup(form)
    except WrongPersonalCode:
        return None
    exactly = form.cleaned_data["birth_date"] if form.cleaned_data["birth_precision"] == Precision.DAY else None
    return kept_file(form.named, exactly, lookup)


def _lookup(form: RegisterForm) -> str:
    """The keyed form of the typed personal code."""
    code = form.cleaned_data["personal_code"].strip()
    return personal_codes.lookup_form(personal_codes.cleaned(code)) if code else ""


def _asked_for(request: PlacedRequest, form: RegisterForm, told: KeptFile) -> HttpResponse:
    """The file that another institution keeps is asked for; nobody is registered."""
    asked = asking.AskForm(request.POST, prefix="ask")
    assert request.organisation is not None
    if not asked.is_valid():
        return _page(request, form, None, told, asked)
    try:
        asking.send(request, request.organisation, _lookup(form), form.cleaned_data["purpose"], asked.cleaned_data)
    except Refusal as refusal:
        refuse(asked, refusal, asking.AT)
        return _page(request, form, None, told, asked)
    looked_at(request, [told.person_id], Shown.NAME, result=Result.REFUSED)
    messages.success(request, gettext("Asked. You see the answer here."))
    return redirect("people-asks")


def _registered(request: PlacedRequest, form: RegisterForm) -> Person | None:
    given = {name: value for name, value in form.cleaned_data.items() if name not in NOT_OF_THE_PERSON}
    assert request.organisation is not None
    try:
        return register(
            organisation=request.organisation, by=request.user, since=today(), purpose=form.cleaned_data["purpose"],
            personal_code=form.cleaned_data["personal_code"].strip(), **given,
        )  # fmt: skip
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return None


def _page(
    request: PlacedRequest,
    form: RegisterForm,
    alike: list[Person] | None = None,
    told: KeptFile | None = None,
    asked: asking.AskForm | None = None,
) -> HttpResponse:
    """What is told of a file that is not opened is a look that was refused."""
    looked_at(request, alike or ())
    if told:
        looked_at(request, [told.person_id], Shown.NAME, result=Result.REFUSED)
    shown = {
        "form": form,
        "alike": [(person, person.age_on(today())) for person in alike or []],
        "told": told,
        "named": form.named if alike or told else "",
        "enquiry": form["enquiry"].value() or "",
        "asking": asked or asking.AskForm(prefix="ask") if told and not told.is_here else None,
    }
    return render(request, "people/register.html", shown, status=422 if form.is_bound else 200)
