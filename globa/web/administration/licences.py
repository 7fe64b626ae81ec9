"""Licences and accreditations of the institution, and the addresses that they name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry import premises
from globa.registry.premises import Address, Licence, LicenceKind, LicensedAddress
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Day, RowField, Why, page
from globa.web.forms.choosing import titled
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

ADDRESS = ("street", "house", "flat", "place")


class LicenceForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=titled(LicenceKind.choices))
    number = forms.CharField(label=_("Number"), max_length=40, error_messages={"required": _("Write the number.")})
    since = Day(label=_("In force from"))
    until = Day(label=_("First day not in force"), required=False, initial=None)


class AddressForm(forms.Form):
    licence = RowField(label=_("Licence or accreditation"), error_messages={"required": _("Choose the licence.")})
    street = forms.CharField(label=_("Street"), max_length=120, error_messages={"required": _("Write the street.")})
    house = forms.CharField(label=_("House"), max_length=20, error_messages={"required": _("Write the number of the house.")})
    flat = forms.CharField(label=_("Flat"), max_length=20, required=False)
    place = forms.CharField(label=_("Town or village"), max_length=80, error_messages={"required": _("Write the town or village.")})
    places = forms.IntegerField(
        label=_("Places"),
        min_value=0,
        max_value=500,
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"required": _("Write a whole number."), "invalid": _("Write a whole number.")},
    )
    since = Day(label=_("From"))


class EndForm(forms.Form):
    licence = RowField(label=_("Licence or accreditation"), error_messages={"required": _("Choose the licence.")})
    on = Day(label=_("First day not in force"))
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def licences(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    looked_at(request, [])
    found = list(Licence.objects.visible_to(at.user).filter(organisation=at.organisation).order_by("-during"))
    named: dict[Any, list[LicensedAddress]] = {}
    for one in (
        LicensedAddress.objects.visible_to(at.user).filter(organisation=at.organisation).select_related("address").order_by("-during")
    ):
        named.setdefault(one.licence_id, []).append(one)
    shown = {"licences": [(one, named.get(one.pk, [])) for one in found], "told": told(at.user, *found)}
    return page(request, "administration/licences.html", lambda: shown, _acts(at, found))


def _acts(at: Keeping, found: list[Licence]) -> dict[str, Act]:
    acts = {
        "add": Act(
            LicenceForm,
            lambda given: premises.add_licence(organisation=at.organisation, by=at.user, **given),
            _("The licence is recorded."),
            at={"licence_number_is_given_once": "number", "licence_lasts_a_day": "until"},
        )
    }
    now = [(one, f"{one.get_kind_display()} {one.number}") for one in found if one.during.upper is None or one.during.upper > today()]
    if now:
        acts["address"] = Act(
            AddressForm,
            lambda given: _address(at, given),
            _("The address is in the licence from that day."),
            rows={"licence": now},
            at={"address_is_licensed_once_at_a_time": "street"},
        )
        acts["end"] = Act(
            EndForm,
            lambda given: premises.end_licence(licence=given["licence"], on=given["on"], by=at.user, reason=given["reason"]),
            _("It is not in force from that day on."),
            rows={"licence": now},
            at={"licence_lasts_a_day": "on"},
        )
    return acts


def _address(at: Keeping, given: dict[str, Any]) -> LicensedAddress:
    address = Address(organisation=at.organisation, **{name: given[name].strip() for name in ADDRESS})
    return premises.license_address(
        organisation=at.organisation, licence=given["licence"], address=address, places=given["places"], since=given["since"], by=at.user
    )
