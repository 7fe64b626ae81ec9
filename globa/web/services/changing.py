"""Correcting and withdrawing a service: always with a reason, and what it said before stays in its history."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.casework.services import CORRECTABLE, ProviderRole, Service, ServiceSetting
from globa.registry.catalogue import CatalogueService
from globa.registry.payers import Payer
from globa.vocabulary.refusal import Refusal
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.services.record_form import ABOUT_MINUTES, AT_DAY


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea({"rows": 2}), max_length=1000,
        help_text=_("Kept in the history of the record."),
        error_messages={"required": _("Say why. Whoever signed a report with this record will ask.")},
    )  # fmt: skip


class CorrectForm(ReasonForm):
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

    def __init__(self, service: Service, reads_note: bool, **kwargs: Any) -> None:
        super().__init__(initial={name: getattr(service, name) for name in CORRECTABLE}, **kwargs)
        self.service = service
        payers = self.fields["payer"]
        assert isinstance(payers, forms.ModelChoiceField)
        payers.queryset = Payer.objects.filter(organisation=service.organisation_id)
        if not reads_note:
            del self.fields["note"]
        self.order_fields(["kind", "happened_on", "minutes", "setting", "provider_role", "payer", "note", "reason"])

    @property
    def changes(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in CORRECTABLE if name in self.fields}
        return {name: value for name, value in given.items() if value != getattr(self.service, name)}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not self.changes:
            self.add_error(None, _("Nothing was changed. Correct what is wrong, or go back."))
        return given

    def refuse(self, refusal: Refusal) -> None:
        at = "happened_on" if getattr(refusal, "constraint", "") in AT_DAY else refusal.at
        self.add_error(at if at in self.fields else None, refusal.said(gettext))
