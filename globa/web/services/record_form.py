"""The form of a service given. It checks the shape; whether it can be true is asked of the record itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.casework.services import NobodyHelped, ProviderRole, ServiceSetting
from globa.journal.keys import new_key
from globa.registry.catalogue import CatalogueService
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.ids import id_in
from globa.web.services.choices import MINUTES, OTHER, Choices, day_of
from globa.web.services.giver import Giver

DAYS = (("today", _("Today")), ("yesterday", _("Yesterday")), (OTHER, _("Another day")))
A_DAY_AT_MOST = _("Say how long it took: from 1 minute to 24 hours.")
ABOUT_MINUTES = {
    "invalid": _("Write the minutes in digits, for example 75."),
    "min_value": A_DAY_AT_MOST,
    "max_value": A_DAY_AT_MOST,
}
NOT_THEN = _("This service was not in the catalogue on that day. Choose one of those that were.")
NOTE_OF_A_PSYCHOLOGIST = _(
    "What was agreed and what comes next. Only you read it; the head in an emergency alone, and that look is recorded."
)
AT_DAY = ("service_is_not_in_the_future", "service_not_before_birth", "service_moved_before_birth", "service_year_is_of_its_day")


class PeopleField(forms.Field):
    """People whom the user may see, by their ids, in the order in which they were added."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {
        "unknown": _(
            "One of the people is not in the files that you may see, so the service cannot name them. Remove them, or find them again."
        ),
    }

    def __init__(self, giver: Giver, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.giver = giver
        self.error_messages["required"] = NobodyHelped().said(gettext)

    def to_python(self, value: Any) -> list[Person]:
        people = self.seen(value or [])
        if None in people:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return [person for person in people if person]

    def seen(self, ids: list[str]) -> list[Person | None]:
        asked = list(dict.fromkeys(id_in(text) for text in ids))
        known = {one.pk: one for one in Person.objects.visible_to(self.giver.user).filter(pk__in=[pk for pk in asked if pk])}
        return [known.get(pk) if pk else None for pk in asked]


class RecordForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Service"), widget=forms.RadioSelect, error_messages={"required": _("Choose what was done."), "invalid_choice": NOT_THEN}
    )
    other_kind = forms.ChoiceField(label=_("Other services"), required=False, error_messages={"invalid_choice": NOT_THEN})
    when = forms.ChoiceField(label=_("When"), choices=DAYS, widget=forms.RadioSelect, initial="today")
    day = DayField(label=_("Day"), required=False, error_messages={"required": _("Write the day on which it was given.")})
    minutes = forms.ChoiceField(
        label=_("How long, min."), widget=forms.RadioSelect, error_messages={"required": _("Choose how long it took.")}
    )
    other_minutes = forms.IntegerField(
        label=_("Minutes"), required=False, min_value=1, max_value=1440, widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages=ABOUT_MINUTES,
    )  # fmt: skip
    setting = forms.ChoiceField(
        label=_("How"), choices=titled(ServiceSetting.choices), widget=forms.RadioSelect,
        error_messages={"required": _("Choose where or how it was given.")},
    )  # fmt: skip
    payer = forms.ChoiceField(label=_("Paid by"), widget=forms.RadioSelect, required=False)
    note = forms.CharField(
        label=_("Note"), required=False, widget=forms.Textarea({"rows": 3}), max_length=4000,
        help_text=_("What was agreed and what comes next. A psychologist's notes are written elsewhere."),
    )  # fmt: skip
    find = forms.CharField(required=False, max_length=100)

    def __init__(self, giver: Giver, choices: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = choices
        self.fields["recipients"] = PeopleField(giver, label=_("For whom"))
        self.order_fields(["recipients"])
        if giver.role == ProviderRole.PSYCHOLOGIST:
            self.fields["note"].help_text = NOTE_OF_A_PSYCHOLOGIST
        _choose(self.fields["kind"], [(kind.code, str(kind)) for kind in self.chips] + [(OTHER, _("Other…"))])
        _choose(self.fields["other_kind"], [("", _("Choose a service")), *((kind.code, str(kind)) for kind in choices.rest)])
        _choose(self.fields["minutes"], [(str(one), str(one)) for one in MINUTES] + [(OTHER, _("Other"))])
        _choose(self.fields["payer"], [(payer.code, str(payer)) for payer in choices.payers])
        self.fields["day"].required = not self.is_bound or self.data.get("when") == OTHER
        if not self.is_bound and not self.initial.get("once"):
            self.initial["once"] = new_key()

    @property
    def chips(self) -> list[CatalogueService]:
        """What is usual, and the chip that was chosen when something else was usual still."""
        chosen = self.choices.kind(str(self["kind"].value() or ""))
        return [*self.choices.usual, *([chosen] if chosen and chosen not in self.choices.usual else [])]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        self._clean_kind(given)
        self._clean_minutes(given)
        self._clean_day(given)
        if given.get("find", "").strip():
            self.add_error(None, _("You began to look for somebody and have not chosen: add the person, or clear the box."))
        given["paid_by"] = self.choices.payer(given.get("payer", ""))
        return given

    def _clean_kind(self, given: dict[str, Any]) -> None:
        if given.get("kind") == OTHER and not given.get("other_kind") and "other_kind" not in self.errors:
            self.add_error("other_kind", _("Choose the service from the list."))
        given["service"] = self.choices.kind(given.get("other_kind", "") if given.get("kind") == OTHER else given.get("kind", ""))

    def _clean_minutes(self, given: dict[str, Any]) -> None:
        if given.get("minutes") == OTHER:
            if given.get("other_minutes") is None and "other_minutes" not in self.errors:
                self.add_error("other_minutes", A_DAY_AT_MOST)
            given["took"] = given.get("other_minutes")
        elif given.get("minutes"):
            self.errors.pop("other_minutes", None)  # typed before a chip was chosen
            given["took"] = int(given["minutes"])

    def _clean_day(self, given: dict[str, Any]) -> None:
        if given.get("when") != OTHER:
            self.errors.pop("day", None)  # typed before today or yesterday was chosen
        given["happened_on"] = day_of(given.get("when", ""), given.get("day"))

    def refuse(self, refusal: Refusal) -> None:
        """Put what the record refused to the field that it is about."""
        at: str | None = refusal.at or None
        if getattr(refusal, "constraint", "") in AT_DAY:
            at = "day" if self.cleaned_data.get("when") == OTHER else "when"
        self.add_error(at if at in self.fields else None, refusal.said(gettext))


def _choose(field: forms.Field, choices: list[Any]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def typed(data: QueryDict) -> dict[str, Any]:
    """Return what was typed so far, to be shown again without a word about what is missing."""
    kept: dict[str, Any] = {name: data.get(name, "") for name in RecordForm.base_fields if name != "day"}
    kept["day"] = [data.get(f"day_{part}", "") for part in ("year", "month", "day")]
    kept["recipients"] = data.getlist("recipients")
    kept["once"] = id_in(data.get("once", "")) or new_key()
    return kept
