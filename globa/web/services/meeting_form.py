"""The form of one meeting of a group: when, how long, and a tick for each who came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.casework.groups import EventKind
from globa.journal.keys import new_key
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.services.choices import MINUTES, OTHER, day_of
from globa.web.services.record_form import ABOUT_MINUTES, DAYS
from globa.web.services.ticking import TickedPeople

AT_DAY = ("event_is_not_in_the_future", "event_not_before_birth", "event_moved_before_birth", "event_year_is_of_its_day")
NOBODY_CAME = _("Say who came: tick the people, or write how many came who are not named.")


class NewGroupForm(forms.Form):
    name = forms.CharField(label=_("Name of the group"), max_length=150, error_messages={"required": _("Write what the group is called.")})
    kind = forms.ChoiceField(label=_("Kind"), choices=titled(EventKind.choices), error_messages={"required": _("Choose why it meets.")})


class MeetingForm(TickedPeople):
    once = forms.UUIDField(widget=forms.HiddenInput)
    unnamed = forms.IntegerField(
        label=_("How many more came who are not named"), required=False, min_value=0, max_value=100000,
        widget=forms.TextInput({"inputmode": "numeric"}), error_messages={"invalid": _("Write a whole number.")},
    )  # fmt: skip
    when = forms.ChoiceField(label=_("When"), choices=DAYS, widget=forms.RadioSelect, initial="today")
    day = DayField(label=_("Day"), required=False, error_messages={"required": _("Write the day on which the group met.")})
    minutes = forms.ChoiceField(
        label=_("How long, min."), widget=forms.RadioSelect, error_messages={"required": _("Choose how long it took.")},
        choices=[*((str(one), str(one)) for one in MINUTES), (OTHER, _("Other"))],
    )  # fmt: skip
    other_minutes = forms.IntegerField(
        label=_("Minutes"), required=False, min_value=1, max_value=1440, widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages=ABOUT_MINUTES,
    )  # fmt: skip
    title = forms.CharField(label=_("What it was about"), max_length=200, error_messages={"required": _("Say in a few words.")})
    place = forms.CharField(label=_("Where"), max_length=150, required=False)

    def __init__(self, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(people, **kwargs)
        self.fields["day"].required = not self.is_bound or self.data.get("when") == OTHER
        if not self.is_bound and not self.initial.get("once"):
            self.initial["once"] = new_key()

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self._clean_time(given)
        if not given.get("came") and not given.get("unnamed") and not {"came", "unnamed"} & set(self.errors):
            self.add_error("came", NOBODY_CAME)
        return given

    def _clean_time(self, given: dict[str, Any]) -> None:
        if given.get("when") != OTHER:
            self.errors.pop("day", None)  # typed before today or yesterday was chosen
        given["happened_on"] = day_of(given.get("when", ""), given.get("day"))
        if given.get("minutes") == OTHER:
            if given.get("other_minutes") is None and "other_minutes" not in self.errors:
                self.add_error("other_minutes", ABOUT_MINUTES["min_value"])
            given["took"] = given.get("other_minutes")
        elif given.get("minutes"):
            self.errors.pop("other_minutes", None)
            given["took"] = int(given["minutes"])

    def refuse(self, refusal: Refusal) -> None:
        """Put what the record refused to the field that it is about."""
        at: str | None = refusal.at or None
        if getattr(refusal, "constraint", "") in AT_DAY:
            at = "day" if self.cleaned_data.get("when") == OTHER else "when"
        self.add_error(at if at in self.fields else None, refusal.said(gettext))
