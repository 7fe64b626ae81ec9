"""The directions of a year: what the institution aims at, by how much, and which figure answers. Today and the yearly report show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.indicators import compiled
from globa.planning.directions import CORRECTABLE, Comparator, Direction, aim, correct, put_back, withdraw
from globa.reports.afterwards.resting import resting_on
from globa.reports.assembling.directions import answering, planned_as, target_of
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.web.administration.keeping import keeping
from globa.web.figures.breaking import capital
from globa.web.figures.places import Place
from globa.web.forms.acts import Act, Why, page
from globa.web.forms.choosing import titled
from globa.web.records.opened import history_of
from globa.web.whereabouts import PlacedRequest, role_of

AT = {"direction_once_a_year": "code", "target_says_how_it_is_meant": "comparator"}


class DirectionForm(forms.Form):
    code = forms.CharField(
        label=_("Number"), max_length=20, help_text=_("As in the plan of the institution: 1, 2.3."),
        error_messages={"required": _("Write the number of the direction.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Direction"), max_length=1000, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write what is aimed at.")},
    )  # fmt: skip
    indicator = forms.ChoiceField(
        label=_("Answered by the figure"), required=False, help_text=_("Without a figure words tell in the report whether it was reached.")
    )
    comparator = forms.ChoiceField(label=_("Meant as"), choices=[("", ""), *titled(Comparator.choices)], required=False)
    target = forms.DecimalField(
        label=_("Target"), required=False, min_value=0, max_digits=14, decimal_places=2, localize=True,
        widget=forms.TextInput({"inputmode": "decimal"}), error_messages={"invalid": _("Write a number.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].choices = figures()  # type: ignore[attr-defined]


class CorrectForm(DirectionForm):
    reason = Why(help_text=_("Kept in the history: whoever signed a report with it may ask."))


class ReasonForm(forms.Form):
    reason = Why(help_text=_("Kept in the history: whoever signed a report with it may ask."))


@dataclass(frozen=True)
class Line:
    """`figure` is where its result stands; empty where no figure answers."""

    direction: Direction
    planned: str
    figure: str
    figure_title: str


def figures() -> list[tuple[str, str]]:
    """Every figure by its title, and none."""
    cards = compiled.catalogue().cards.values()
    listed = sorted(((card.code, capital(gettext(card.title))) for card in cards), key=lambda one: one[1].casefold())
    return [("", gettext("no figure")), *listed]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def directions(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    known = Direction.objects.visible_to(at.user).filter(organisation=at.organisation)
    years = _years(known.order_by().values_list("year", flat=True).distinct())
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in years else today().year
    of_year = list(known.in_force().filter(year=year).order_by("code"))
    withdrawn = list(known.filter(year=year, withdrawn_on__isnull=False).order_by("code"))
    here = f"{reverse('administration-directions')}?year={year}"
    add = Act(
        DirectionForm, lambda given: aim(organisation=at.organisation, year=year, by=at.user, **given),
        _("The direction is set. Today shows how far it is."), at=AT, initial={"code": str(len(of_year) + 1)}, to=lambda _made: here,
    )  # fmt: skip
    shown = {"lines": _lines(of_year, Place(at.organisation, Period.year(year))), "years": years, "year": year, "withdrawn": withdrawn}
    return page(request, "administration/directions.html", lambda: shown, {"add": add})


def _years(of_directions: Iterable[int]) -> list[int]:
    """From the next year back to the first with a direction: a year without any can still be given one."""
    known = {*of_directions, today().year, today().year + 1}
    return list(range(max(known), min(known) - 1, -1))


def _lines(found: Iterable[Direction], place: Place) -> list[Line]:
    cards = compiled.catalogue().cards
    lines = []
    for one in found:
        key = answering(one)
        title = capital(gettext(cards[key.code].title)) if key else ""
        lines.append(Line(one, planned_as(one), place.figure(key.code) if key else "", title))
    return lines


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def direction(request: PlacedRequest, pk: UUID) -> HttpResponse:
    at = keeping(request)
    found = get_object_or_404(Direction.objects.visible_to(at.user).filter(organisation=at.organisation), pk=pk)
    leads = f"{reverse('administration-directions')}?year={found.year}"
    as_set = {name: getattr(found, name) for name in CORRECTABLE} | {"target": target_of(found)}
    acts = {
        "correct": Act(
            CorrectForm, partial(_do, correct, request, found), _("Put right. What it said before stays in the history."),
            at=AT, initial=as_set, to=lambda _made: leads,
        ),
        "withdraw": Act(
            ReasonForm, partial(_do, withdraw, request, found),
            _("Withdrawn: nothing is measured by it any more. It stands below the list, where it can be put back."), to=lambda _made: leads,
        ),
    }  # fmt: skip
    if found.withdrawn_on:
        back = _("It stands again, and Today measures the year by it.")
        acts = {"put_back": Act(ReasonForm, partial(_do, put_back, request, found), back, to=lambda _made: leads)}
    shown = {"direction": found, "leads": leads, "rests_on": resting_on(found), "history": history_of(found, role_of(request))}
    return page(request, "administration/direction.html", lambda: shown, acts)


def _do(verb: Callable[..., None], request: PlacedRequest, found: Direction, given: dict[str, Any]) -> None:
    verb(direction=found, by=request.user, **given)
