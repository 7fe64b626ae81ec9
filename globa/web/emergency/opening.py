"""Opening a file in an emergency: who it is exactly, and why; then the file, for four hours."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from globa.journal.readings import Result, Shown
from globa.registry import emergency, personal_codes
from globa.registry.access import level_of
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.roles import Role
from globa.registry.emergency import SHORTEST_REASON, Opening
from globa.registry.letters import Kind, send_letter
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.personal_codes import WrongPersonalCode
from globa.registry.policy import OVERSEERS, Opens
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message
from globa.web.forms.refusing import refuse
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of

AT = {"opening_says_why": "reason"}
TOO_SHORT = message("Say in at least 20 letters what happened: whoever looks at it afterwards must understand.")
CANDIDATES = "SELECT * FROM globa_emergency_candidates(%s, %s, %s, %s)"


class EmergencyForm(forms.Form):
    given_name = forms.CharField(label=_("Given name"), required=False, max_length=100)
    family_name = forms.CharField(label=_("Family name"), required=False, max_length=100)
    born = forms.IntegerField(
        label=_("Year of birth"), required=False, min_value=1900, max_value=2200, widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"invalid": _("Write the year in four digits."), "min_value": _("Write the year in four digits.")},
    )  # fmt: skip
    personal_code = forms.CharField(
        label=_("Or the personal code"), required=False, max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("What happened, and why the file is needed now"), widget=forms.Textarea({"rows": 3}), max_length=2000,
        help_text=_("The head and the data-protection officer read it today."),
        error_messages={"required": _("Say what happened: whoever looks at it afterwards must understand.")},
    )  # fmt: skip

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if len(reason) < SHORTEST_REASON:
            raise forms.ValidationError(gettext(TOO_SHORT))
        return reason

    def clean_personal_code(self) -> str:
        """Return the keyed form by which the database finds it; the code itself goes nowhere."""
        code: str = self.cleaned_data["personal_code"].strip()
        try:
            return personal_codes.lookup_form(personal_codes.cleaned(code)) if code else ""
        except WrongPersonalCode as refusal:
            raise forms.ValidationError(refusal.said(gettext)) from refusal

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        named = all(given.get(name) for name in ("given_name", "family_name", "born"))
        if not self.errors and not named and not given.get("personal_code"):
            self.add_error("given_name", _("Write both names and the year of birth exactly, or the personal code."))
        return given


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_in_emergency(request: PlacedRequest) -> HttpResponse:
    if request.organisation is None:
        raise Http404
    form = EmergencyForm(data=request.POST or None)
    if form.is_bound and form.is_valid() and (found := _meant(request, form)):
        if level_of(request.user, found) is Opens.FILE and role_of(request) != Role.HEAD:  # a psychologist's notes open to a head only so
            messages.info(request, gettext("The file is open to you anyway, so nothing was opened in an emergency."))
            return redirect("people-person", found.pk)
        if _opened(request, form, found, request.organisation):
            return redirect("people-person", found.pk)
    if not form.is_bound:
        looked_at(request, ())
    elif form.errors:
        looked_at(request, [None], Shown.FILE, result=Result.REFUSED)
    return render(request, "emergency/open.html", {"form": form}, status=422 if form.is_bound else 200)


def _meant(request: PlacedRequest, form: EmergencyForm) -> Person | None:
    """The one person who is meant; of nobody, or of several, the form says what to do."""
    given = form.cleaned_data
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [given["given_name"], given["family_name"], given["born"] or 0, given["personal_code"]])
        found = [row[0] for row in cursor.fetchall()]
    if len(found) == 1:
        return Person(pk=found[0])
    if found:
        form.add_error("personal_code", _("Several people here have this name and year of birth. Write the personal code."))
    else:
        form.add_error(None, _("The institution keeps no file that fits exactly and may be opened so. Compare the name, or ask the head."))
    return None


def _opened(request: PlacedRequest, form: EmergencyForm, person: Person, organisation: Organisation) -> Opening | None:
    try:
        made = emergency.open_file(person=person, organisation=organisation, user=request.user, reason=form.cleaned_data["reason"])
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return None
    _tell(request, organisation)
    return made


def _tell(request: PlacedRequest, organisation: Organisation) -> None:
    """A letter to the head and to the data-protection officer: that something waits, and nothing more."""
    watching = Appointment.objects.on(today()).filter(organisation=organisation, role__in=OVERSEERS).select_related("user")
    for user in {one.user for one in watching if one.user != request.user}:
        send_letter(to=user, kind=Kind.REVIEW, page="/emergencies/")


@login_required
@require_POST
def close(request: PlacedRequest, pk: UUID) -> HttpResponse:
    mine = Opening.objects.visible_to(request.user).filter(user=request.user, closed_at=None, until__gt=timezone.now())
    emergency.close_early(opening=get_object_or_404(mine, pk=pk), by=request.user)
    messages.success(request, gettext("Closed. The opening stays in the list for review."))
    return redirect("today")
