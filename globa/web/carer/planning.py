"""The form of a meeting with a carer: what, when and where."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.casework.carers.planned import MeetingKind
from globa.web.forms.acts import Day
from globa.web.forms.choosing import titled

AT = {"meeting_planned_once": "on"}


class PlanForm(forms.Form):
    kind = forms.ChoiceField(label=_("What"), choices=titled(MeetingKind.choices))
    on = Day(label=_("Day"))
    at = forms.TimeField(
        label=pgettext_lazy("of day", "Time"), required=False, input_formats=["%H:%M", "%H.%M"],
        widget=forms.TextInput({"inputmode": "numeric"}),
        help_text=_("For example 14:30."),
        error_messages={"invalid": _("Write the time as 14:30.")},
    )  # fmt: skip
    where = forms.CharField(label=_("Where"), max_length=150, required=False)
