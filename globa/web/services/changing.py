"""Correcting and withdrawing a service: always with a reason, and what it said before stays in its history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.casework import groups
from globa.casework.groups import Event
from globa.casework.services import CORRECTABLE, ProviderRole, Service, ServiceSetting
from globa.registry.catalogue import CatalogueService
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.services.meeting_form import AT_DAY as MEETING_AT_DAY
from globa.web.services.record_form import ABOUT_MINUTES, AT_DAY
from globa.web.services.ticking import TickedPeople

NOTHING_CHANGED = _("Nothing was changed. Correct what is wrong, or go back.")


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea({"rows": 2}), max_length=1000,
        help_text=_("Kept in the history of the record."),
        error_messages={"required": _("Say why. Whoever signed a report with this record will ask.")},
    )  # fmt: skip


class CorrectForm(TickedPeople, ReasonForm):
    may_be_nobody = False
    kind = forms.ModelChoiceField(CatalogueService.objects.all(), label=_("Service"), empty_label=None)
    happened_on = DayField(label=_("Day"), error_messages={"required": _("Write the day on which it was given.")})
    minutes = forms.IntegerField(
        label=_("How long, min."), min_value=1, max_value=1440, widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages=ABOUT_MINUTES,
    )  # fmt: skip
    setting = forms.ChoiceField(label=_("How"), choices=titled(ServiceSetting.choices), widget=forms.RadioSelect)
    provider_role = forms.ChoiceField(label=_("Given as"), choices=titled(ProviderRole.choices))
    payer = forms.ModelChoiceField(Payer.objects.none(), label=_("Paid by"), required=False, empty_label=_("not said"))
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea({"rows": 3}), max_length=4000)

    def __init__(self, service: Service, named: Sequence[Person], people: Sequence[Person], reads_note: bool, **kwargs: Any) -> None:
        """`named` are those whom the record names now; `people` those whom the page offers, they among them."""
        super().__init__(people, **({"initial": recorded(service, CORRECTABLE, named)} | kwargs))
        self.service, self.named = service, named
        self.fields["came"].label, self.fields["find"].label = _("For whom"), _("For somebody else too")
        payers = self.fields["payer"]
        assert isinstance(payers, forms.ModelChoiceField)
        payers.queryset = Payer.objects.filter(organisation=service.organisation_id)
        if not reads_note:
            del self.fields["note"]
        self.order_fields(["came", "find", "kind", "happened_on", "minutes", "setting", "provider_role", "payer", "note", "reason"])

    @property
    def changes(self) -> dict[str, Any]:
        return changed(self, self.service, CORRECTABLE)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        demand_change(self)
        return given

    def refuse(self, refusal: Refusal) -> None:
        said_at(self, refusal, AT_DAY, "recipients")


class CorrectMeetingForm(TickedPeople, ReasonForm):
    unnamed_heads = forms.IntegerField(
        label=_("How many more came who are not named"), min_value=0, max_value=100000,
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"invalid": _("Write a whole number."), "required": _("Write a whole number.")},
    )  # fmt: skip
    title = forms.CharField(label=_("What it was about"), max_length=200, error_messages={"required": _("Say in a few words.")})
    happened_on = DayField(label=_("Day"), error_messages={"required": _("Write the day on which the group met.")})
    minutes = forms.IntegerField(
        label=_("How long, min."), min_value=1, max_value=1440, widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages=ABOUT_MINUTES,
    )  # fmt: skip
    place = forms.CharField(label=_("Where"), max_length=150, required=False)

    def __init__(self, event: Event, named: Sequence[Person], people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(people, **({"initial": recorded(event, groups.CORRECTABLE, named)} | kwargs))
        self.event, self.named = event, named
        self.order_fields(["came", "find", "unnamed_heads", "title", "happened_on", "minutes", "place", "reason"])

    @property
    def changes(self) -> dict[str, Any]:
        return changed(self, self.event, groups.CORRECTABLE)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        demand_change(self)
        return given

    def refuse(self, refusal: Refusal) -> None:
        said_at(self, refusal, MEETING_AT_DAY, "came")


def recorded(record: Any, correctable: Iterable[str], named: Iterable[Person]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in correctable} | {"came": [str(person.pk) for person in named]}


def changed(form: forms.Form, record: Any, correctable: Iterable[str]) -> dict[str, Any]:
    given = {name: form.cleaned_data[name] for name in correctable if name in form.fields}
    return {name: value for name, value in given.items() if value != getattr(record, name)}


def demand_change(form: CorrectForm | CorrectMeetingForm) -> None:
    if not form.errors and not form.changes and set(form.who_came) == set(form.named):
        form.add_error(None, NOTHING_CHANGED)


def said_at(form: forms.Form, refusal: Refusal, at_day: Collection[str], people: str) -> None:
    """Put what the record refused to the field that it is about."""
    at = {people: "came"}.get(refusal.at, refusal.at)
    at = "happened_on" if getattr(refusal, "constraint", "") in at_day else at
    form.add_error(at if at in form.fields else None, refusal.said(gettext))


def as_typed(data: QueryDict, form: type[forms.Form]) -> dict[str, Any]:
    """What was typed so far, to be shown again without a word about what is missing."""
    kept: dict[str, Any] = {name: data.get(name, "") for name in form.base_fields if name not in ("happened_on", "came", "find")}
    return kept | {"happened_on": [data.get(f"happened_on_{part}", "") for part in ("year", "month", "day")], "came": data.getlist("came")}
