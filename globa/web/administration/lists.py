"""Lists that hold for everybody: the catalogue of services, schools, reasons. What is no longer used stays, for old records name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry import listing
from globa.registry.catalogue import CatalogueService, ServiceGroup
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.reasons import Reason, ReasonList
from globa.registry.schools import School, SchoolKind
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping
from globa.web.forms.acts import Act, Day, RowField, page
from globa.web.forms.choosing import titled
from globa.web.whereabouts import PlacedRequest

NAMED = {"required": _("Write the name.")}
CHOSEN = {"required": _("Choose one.")}


class ServiceForm(forms.Form):
    name = forms.CharField(label=_("Service"), max_length=200, error_messages=NAMED)
    name_en = forms.CharField(label=_("In English"), max_length=200, error_messages=NAMED)
    group = forms.ChoiceField(label=_("Group"), choices=titled(ServiceGroup.choices))
    spis_code = forms.CharField(label=_("SPIS code"), max_length=10, required=False)
    since = Day(label=_("From"))


class StopForm(forms.Form):
    which = RowField(label=_("Service"), error_messages=CHOSEN)
    on = Day(label=_("First day without it"))


class SchoolForm(forms.Form):
    name = forms.CharField(label=_("School"), max_length=200, error_messages=NAMED)
    kind = forms.ChoiceField(label=_("Kind"), choices=titled(SchoolKind.choices))
    municipality = RowField(label=_("Municipality"), error_messages={"required": _("Choose the municipality.")})


class ReasonForm(forms.Form):
    list = forms.ChoiceField(label=_("List"), choices=titled(ReasonList.choices))
    name = forms.CharField(label=_("Reason"), max_length=120, error_messages=NAMED)
    name_en = forms.CharField(label=_("In English"), max_length=120, error_messages=NAMED)


class UseForm(forms.Form):
    which = RowField(label=_("Reason"), error_messages=CHOSEN)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    services = list(CatalogueService.objects.order_by("group", "name"))
    reasons = list(Reason.objects.order_by("list", "name"))
    shown = {
        "services": [(one, not _is_used(one)) for one in services],
        "reasons": reasons,
        "schools": [(one, one.municipality) for one in School.objects.select_related("municipality")],
        "keeps_lists": at.keeps_lists(),
    }
    return page(request, "administration/lists.html", lambda: shown, _acts(at, services, reasons) if shown["keeps_lists"] else {})


def _is_used(service: CatalogueService) -> bool:
    return service.during is None or today() in service.during


def _acts(at: Keeping, services: list[CatalogueService], reasons: list[Reason]) -> Mapping[str, Act]:
    municipalities = [(one, str(one)) for one in Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)]
    used: list[tuple[Any, str]] = [(one, str(one)) for one in services if one.during is None or one.during.upper is None]
    chosen: list[tuple[Any, str]] = [(one, f"{one.get_list_display()}: {one}") for one in reasons if one.is_used]
    return {
        "service": Act(ServiceForm, lambda given: listing.add_service(by=at.user, **given), _("The service is in the catalogue.")),
        "stop": Act(
            StopForm,
            lambda given: listing.stop_service(service=given["which"], on=given["on"], by=at.user),
            _("It is not in the catalogue from that day on."),
            rows={"which": used},
        ),
        "new_school": Act(
            SchoolForm,
            lambda given: listing.add_school(by=at.user, **given),
            _("The school is in the list."),
            rows={"municipality": municipalities},
        ),
        "reason": Act(ReasonForm, lambda given: listing.add_reason(by=at.user, **given), _("The reason may be chosen.")),
        "unused": Act(
            UseForm,
            lambda given: listing.stop_reason(reason=given["which"], by=at.user),
            _("The reason is not offered any more."),
            rows={"which": chosen},
        ),
    }
