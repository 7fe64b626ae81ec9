"""The small forms about where a child lives. Each checks the shape; what cannot be true is refused by the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from globa.care.away import AwayKind
from globa.care.dwellings import Dwelling
from globa.care.stays import Destination, Origin
from globa.journal.keys import new_key
from globa.registry.households import Household
from globa.registry.organisations import Organisation, OrganisationKind
from globa.vocabulary.calendar import today
from globa.web.forms.choosing import titled
from globa.web.forms.day_field import DayField
from globa.web.people.beds import BED, EXTRA, WITHOUT, Home

AT: dict[str, str] = {
    "child_lives_in_one_place_at_a_time": "on",
    "stay_not_before_birth": "on",
    "stay_lasts_a_day": "on",
    "stay_covers_its_away_times": "on",
    "bed_has_one_child_at_a_time": "place",
    "stay_while_the_bed_stands": "place",
    "stay_while_the_dwelling_is_used": "place",
    "extra_bed_has_a_reason": "reason",
    "who_has_left_went_somewhere": "destination",
    "child_is_away_once_at_a_time": "since",
    "away_only_during_the_stay": "since",
    "away_lasts_a_day": "until",
}

# A span that ends before it begins has no constraint of its own.
AT_STAY, AT_AWAY = AT | {"": "on"}, AT | {"": "until"}


@dataclass(frozen=True)
class Option:
    """`name` is empty for a bed that does not stand yet."""

    id: str
    value: str
    name: str
    is_chosen: bool


def has_come(day: date) -> date:
    if day > today():
        raise forms.ValidationError(_("This day has not come yet. What is planned is not recorded as if it had happened."))
    return day


class DayForm(forms.Form):
    on = DayField(label=_("Since"), error_messages={"required": _("Write the day.")})

    def clean_on(self) -> date:
        return has_come(self.cleaned_data["on"])


class PlaceForm(DayForm):
    """`homes` are those of the day that is asked, so that only what is free can be chosen."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    place = forms.ChoiceField(label=_("Where"), error_messages={"required": _("Choose a free bed.")})
    reason = forms.CharField(
        label=_("Why a bed above the counted ones is needed"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, homes: list[Home], without_beds: list[Dwelling], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.homes, self.without_beds = homes, without_beds
        choices = [(f"{BED}:{bed.pk}", bed.name) for home in homes for bed in home.free]
        choices += [(f"{EXTRA}:{home.dwelling.pk}", home.dwelling.name) for home in homes]
        choices += [(f"{WITHOUT}:{one.pk}", one.name) for one in without_beds]
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)
        place.choices = choices
        place.error_messages["invalid_choice"] = str(_("This bed is not free on that day. Choose another one below."))
        if not self.is_bound:
            self.initial.setdefault("once", new_key())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("place", "").startswith(EXTRA) and not given.get("reason", "").strip():
            self.add_error("reason", _("Say why. An emergency placement is never blocked; the reason is kept."))
        return given

    @property
    def wants_extra(self) -> bool:
        return str(self["place"].value() or "").startswith(EXTRA)

    @property
    def groups(self) -> list[tuple[Home, list[Option]]]:
        """By home its free beds and the extra one; of homes that are full only that one."""
        return [
            (home, [*(self._option(BED, bed.pk, bed.name) for bed in home.free), self._option(EXTRA, home.dwelling.pk, "")])
            for home in self.homes
        ]

    @property
    def others(self) -> list[Option]:
        return [self._option(WITHOUT, one.pk, one.name) for one in self.without_beds]

    def _option(self, kind: str, pk: object, name: str) -> Option:
        value = f"{kind}:{pk}"
        return Option(f"{kind}-{pk}", value, name, value == str(self["place"].value() or ""))


class AdmitForm(PlaceForm):
    origin = forms.ChoiceField(
        label=_("Came from"),
        choices=[("", _("Choose")), *titled(Origin.choices)],
        error_messages={"required": _("Choose from where the child came.")},
    )
    municipality = forms.ModelChoiceField(
        Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY), label=_("Municipality of origin"), required=False,
        empty_label=_("not known"),
    )  # fmt: skip


class MoveForm(PlaceForm):
    pass


class DischargeForm(DayForm):
    destination = forms.ChoiceField(
        label=_("Left for"),
        choices=[("", _("Choose")), *titled(Destination.choices)],
        error_messages={"required": _("Say where the child went.")},
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fields["on"].label = _("First day away")
        self.fields["on"].help_text = _("The day of leaving is no longer a day of the stay.")


class AwayForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Why away"), choices=titled(AwayKind.choices), widget=forms.RadioSelect, error_messages={"required": _("Choose why.")}
    )
    since = DayField(label=_("First day away"), error_messages={"required": _("Write the day.")})
    until = DayField(label=_("First day back"), required=False, help_text=_("Leave it empty while it is not known."))
    place = forms.CharField(label=_("Where"), required=False, max_length=120)
    country = forms.ChoiceField(label=_("Country"), choices=[("LT", _("Lithuania"))])
    host_household = forms.ModelChoiceField(
        Household.objects.none(), label=_("Host family"), required=False, empty_label=_("none, or not in our files")
    )

    def __init__(self, hosts: Any, countries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        family, country = self.fields["host_household"], self.fields["country"]
        assert isinstance(family, forms.ModelChoiceField)
        assert isinstance(country, forms.ChoiceField)
        family.queryset = hosts
        country.choices = countries

    def clean_since(self) -> date:
        """The day of coming back may be agreed beforehand, that of leaving has come."""
        return has_come(self.cleaned_data["since"])
