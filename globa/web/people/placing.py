"""Admitting, moving and discharging a child, and time away: one page and one verb each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from babel import Locale
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from globa.care import away, stays
from globa.care.away import AwayTime
from globa.care.dwellings import Bed, Dwelling
from globa.care.statuses import Status, StatusKind
from globa.care.stays import Stay
from globa.journal.operations import AlreadyDone
from globa.registry.households import Household
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.reports.writing.numbers import locale
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.refusing import refuse
from globa.web.people.beds import BED, EXTRA, Home, carer_at, homes_from, places_without_beds
from globa.web.people.person import person_of
from globa.web.people.place_forms import AT_AWAY, AT_STAY, AdmitForm, AwayForm, DayForm, DischargeForm, MoveForm, PlaceForm
from globa.web.people.rights import caring_at
from globa.web.whereabouts import PlacedRequest


def _stay_of(request: PlacedRequest, organisation: Organisation, person: Person) -> Stay | None:
    """Where the child lives now, as this institution recorded it."""
    seen = Stay.objects.visible_to(request.user).filter(organisation=organisation, child=person, during__upper_inf=True)
    return seen.select_related("dwelling", "bed").first()


def _asked_day(data: Any) -> date:
    """The day for which free beds are shown: the typed one if it can be read, else today."""
    try:
        return date(*(int(data.get(f"on_{part}", "")) for part in ("year", "month", "day")))
    except (ValueError, OverflowError):
        return today()


def _place_form(request: PlacedRequest, organisation: Organisation, kind: type[PlaceForm], initial: dict[str, Any]) -> PlaceForm:
    on = _asked_day(request.POST)
    homes, without = homes_from(organisation, on), places_without_beds(organisation, on)
    if request.method == "POST" and "show" not in request.POST:
        return kind(homes, without, data=request.POST)
    typed = {name: value for name, value in request.POST.items() if name in kind.base_fields}
    return kind(homes, without, initial=initial | typed | {"on": on})


@login_required
@require_http_methods(["GET", "POST"])
def admit(request: PlacedRequest, pk: UUID) -> HttpResponse:
    organisation, child = caring_at(request), person_of(request, pk)
    form = _place_form(request, organisation, AdmitForm, {"municipality": _origin_of(request, child)})
    if form.is_bound and form.is_valid() and _tried(form, lambda: _admit(request, child, form)):
        messages.success(request, _("Recorded: lives here since %(day)s.") % {"day": form.cleaned_data["on"]})
        return redirect("people-person", pk)
    return _shown(request, "people/admit.html", form, child)


def _admit(request: PlacedRequest, child: Person, form: PlaceForm) -> None:
    given = form.cleaned_data
    bed, dwelling = _chosen(request, form)
    contract = carer_at((bed.dwelling_id if bed else dwelling.pk), given["on"]) if bed or dwelling else None  # type: ignore[union-attr]
    stays.admit(
        child=child, bed=bed, dwelling=dwelling, on=given["on"], origin=given["origin"], by=request.user, once=given["once"],
        carer=contract.carer if contract else None, municipality_of_origin=given["municipality"],
    )  # fmt: skip


def _chosen(request: PlacedRequest, form: PlaceForm) -> tuple[Bed | None, Dwelling | None]:
    """The free bed, or one added above the counted ones, or a place without counted beds."""
    kind, _colon, key = form.cleaned_data["place"].partition(":")
    if kind == BED:
        return Bed.objects.select_related("dwelling").get(pk=key), None
    dwelling = Dwelling.objects.get(pk=key)
    if kind != EXTRA:
        return None, dwelling
    given = form.cleaned_data
    name = f"+{Bed.objects.filter(dwelling=dwelling, is_extra=True).count() + 1}"
    return stays.add_extra_bed(dwelling=dwelling, name=name, reason=given["reason"].strip(), on=given["on"], by=request.user), None


def _origin_of(request: PlacedRequest, child: Person) -> Organisation | None:
    known = Status.objects.visible_to(request.user).filter(child=child, kind=StatusKind.MUNICIPALITY_OF_ORIGIN)
    last = known.select_related("municipality").order_by("-during").first()
    return last.municipality if last else None


@login_required
@require_http_methods(["GET", "POST"])
def move(request: PlacedRequest, pk: UUID) -> HttpResponse:
    organisation, child = caring_at(request), person_of(request, pk)
    stay = _stay_of(request, organisation, child)
    if stay is None:
        return redirect("people-admit", pk)
    form = _place_form(request, organisation, MoveForm, {})
    form.without_beds = []
    if form.is_bound and form.is_valid() and _tried(form, lambda: _move(request, stay, form)):
        messages.success(request, _("Recorded: moved on %(day)s.") % {"day": form.cleaned_data["on"]})
        return redirect("people-person", pk)
    return _shown(request, "people/move.html", form, child, stay)


def _move(request: PlacedRequest, stay: Stay, form: PlaceForm) -> None:
    on = form.cleaned_data["on"]
    bed, _dwelling = _chosen(request, form)
    assert bed is not None, "a move is from bed to bed"
    contract = carer_at(bed.dwelling_id, on)
    stays.move(stay=stay, to=bed, on=on, by=request.user, carer=contract.carer if contract else None)


@login_required
@require_http_methods(["GET", "POST"])
def discharge(request: PlacedRequest, pk: UUID) -> HttpResponse:
    organisation, child = caring_at(request), person_of(request, pk)
    stay = _stay_of(request, organisation, child)
    if stay is None:
        return redirect("people-person", pk)
    form = DischargeForm(data=request.POST or None, initial={"on": today()})

    def leave() -> None:
        given = form.cleaned_data
        stays.discharge(stay=stay, on=given["on"], destination=given["destination"], by=request.user)

    if form.is_bound and form.is_valid() and _tried(form, leave):
        messages.success(request, _("Recorded: left on %(day)s.") % {"day": form.cleaned_data["on"]})
        return redirect("people-person", pk)
    return _shown(request, "people/discharge.html", form, child, stay)


@login_required
@require_http_methods(["GET", "POST"])
def go_away(request: PlacedRequest, pk: UUID) -> HttpResponse:
    organisation, child = caring_at(request), person_of(request, pk)
    stay = _stay_of(request, organisation, child)
    if stay is None:
        return redirect("people-person", pk)
    hosts = Household.objects.visible_to(request.user).filter(organisation=organisation).order_by("name")
    form = AwayForm(hosts, _countries(), data=request.POST or None, initial={"since": today(), "country": "LT"})

    def leave() -> None:
        away.leave(stay=stay, by=request.user, **form.cleaned_data)

    if form.is_bound and form.is_valid() and _tried(form, leave):
        messages.success(request, _("Recorded: away since %(day)s. The bed stays the child's own.") % {"day": form.cleaned_data["since"]})
        return redirect("people-person", pk)
    return _shown(request, "people/away.html", form, child, stay)


@login_required
@require_http_methods(["GET", "POST"])
def come_back(request: PlacedRequest, pk: UUID, away_pk: UUID) -> HttpResponse:
    caring_at(request)
    child = person_of(request, pk)
    time = get_object_or_404(AwayTime.objects.visible_to(request.user).filter(child=child), pk=away_pk)
    form = DayForm(data=request.POST or None, initial={"on": today()})
    form.fields["on"].label = _("First day back")
    if form.is_bound and form.is_valid() and _tried(form, lambda: away.come_back(away=time, on=form.cleaned_data["on"], by=request.user)):
        messages.success(request, _("Recorded: came back on %(day)s.") % {"day": form.cleaned_data["on"]})
        return redirect("people-person", pk)
    return _shown(request, "people/back.html", form, child)


def _countries() -> list[tuple[str, str]]:
    """Lithuania first, then the countries of Europe where children are hosted, by their names."""
    names = Locale.parse(locale()).territories
    codes = ("AT", "BE", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "IE", "IT", "LV", "NL", "NO", "PL", "SE", "UA", "US")
    return [("LT", names["LT"]), *sorted(((code, names[code]) for code in codes), key=lambda one: one[1])]


def _tried(form: forms.Form, verb: Callable[[], object]) -> bool:
    """Do it all or nothing; what is refused stands at its field."""
    try:
        with transaction.atomic():
            verb()
    except AlreadyDone:
        return True
    except Refusal as refusal:
        refuse(form, refusal, AT_AWAY if isinstance(form, AwayForm) else AT_STAY)
        return False
    return True


def _shown(request: PlacedRequest, template: str, form: forms.Form, child: Person, stay: Stay | None = None) -> HttpResponse:
    homes: list[Home] = getattr(form, "homes", [])
    free = sum(len(home.free) for home in homes)
    shown = {"form": form, "person": child, "stay": stay, "free": free, "of": sum(home.beds for home in homes)}
    return render(request, template, shown, status=422 if form.is_bound else 200)
