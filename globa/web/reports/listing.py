"""The list of reports, and beginning one: a year that is over and has none is offered first; a table of a day asks for the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from globa.casework.services import Service
from globa.registry.organisations import Organisation
from globa.reports.forms import codes, is_on_a_day, of_period
from globa.reports.keeping import reports as keeping
from globa.reports.keeping.reports import Report
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.web.figures.choosing import Years, recorded_years
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.reports.rights import may_start, may_template, seen_by
from globa.web.reports.states import Tag, form_names, tag_of, title_of
from globa.web.whereabouts import PlacedRequest

OFFERED = "activity"
SHOWN = 200


@dataclass(frozen=True)
class Line:
    """One report in the list; `signed_by` are the names as signed."""

    report: Report
    title: str
    tag: Tag
    signed_by: str
    of_several: bool

    @property
    def period(self) -> Period:
        return self.report.period


class StartForm(forms.Form):
    form = forms.ChoiceField(label=_("Which report"), widget=forms.RadioSelect)
    year = forms.ChoiceField(label=_("Of which year"))

    def __init__(self, years: Years, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        asked: Any = self.fields["form"]
        asked.choices = [(code, name) for code, name in form_names() if not is_on_a_day(code)]
        among: Any = self.fields["year"]
        last = max(years.last, today().year)
        among.choices = [(str(year), str(year)) for year in range(last, years.first, -1)]


class DayForm(forms.Form):
    """Of a form that is filled for one day."""

    day = DayField(label=_("On which day"), error_messages={"required": _("Write the day: the table shows who lived where on it.")})

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > today():
            raise forms.ValidationError(_("This day has not come yet, so nobody knows who will live where."))
        return day


@login_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    return _shown(asked, recorded_years(asked.user))


def _shown(request: PlacedRequest, years: Years, form: StartForm | None = None) -> HttpResponse:
    found = list(seen_by(request).newest_first().prefetch_related("signatures")[:SHOWN])  # type: ignore[attr-defined]
    due = _due(request, found, years)
    can_start = may_start(request)
    if form is None and can_start:
        form = StartForm(years, initial={"form": OFFERED, "year": str(due or years.last_full)})
    shown = {
        "lines": _lines(found),
        "due": due,
        "due_title": title_of(OFFERED, Period.year(due)) if due else "",
        "offered": OFFERED,
        "form": form if can_start else None,
        "of_a_day": [(code, name) for code, name in form_names() if is_on_a_day(code)],
        "may_template": may_template(request),
        "unsigned": sum(1 for one in found if not one.is_frozen),
    }
    return render(request, "reports/reports.html", shown, status=422 if form and form.is_bound else 200)


def _lines(found: list[Report]) -> list[Line]:
    several = len({one.organisation_id for one in found}) > 1
    return [
        Line(one, title_of(one.form, one.period), tag_of(one), ", ".join(signature.name for signature in one.signatures.all()), several)
        for one in found
    ]


def _due(request: PlacedRequest, found: list[Report], years: Years) -> int | None:
    """The last year that is over and in which somebody worked, when the user may write its report and nobody began it."""
    if not may_start(request) or not request.organisation:
        return None
    year = _last_worked(request.organisation) or years.last_full
    if year >= today().year:
        return None
    begun = {(one.organisation_id, one.form, one.year) for one in found}
    return None if (request.organisation.pk, OFFERED, year) in begun else year


def _last_worked(organisation: Organisation) -> int | None:
    before = Service.objects.filter(organisation=organisation, happened_on__lt=today().replace(month=1, day=1))
    last = before.order_by("-happened_on").values_list("happened_on", flat=True).first()
    return last.year if last else None


@login_required
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    if not may_start(asked) or asked.organisation is None:
        raise PermissionDenied
    years = recorded_years(asked.user)
    form = StartForm(years, asked.POST)
    if form.is_valid():
        try:
            begun = _begin(asked, asked.organisation, form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal, {"one_report_is_written_at_a_time": "year"})
        else:
            messages.success(asked, gettext("Begun: the figures and texts stand in it already."))
            return redirect("reports-report", begun.pk)
    return _shown(asked, years, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, form: str) -> HttpResponse:
    """Begin a report of a day; one of a year is begun from the list."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    if not may_start(asked) or asked.organisation is None or form not in codes() or not is_on_a_day(form):
        raise Http404
    days = DayForm(request.POST or None)
    if request.method == "POST" and days.is_valid():
        try:
            begun = keeping.start(organisation=asked.organisation, **_of_day(form, days.cleaned_data["day"]), by=asked.user)
        except Refusal as refusal:
            refuse(days, refusal, dict.fromkeys(("one_report_is_written_at_a_time", "report_version_once"), "day"))
        else:
            messages.success(asked, gettext("Begun: the figures and texts stand in it already."))
            return redirect("reports-report", begun.pk)
    shown = {"form": days, "name": dict(form_names())[form]}
    return render(request, "reports/new.html", shown, status=422 if days.is_bound else 200)


def _of_day(code: str, day: date) -> dict[str, Any]:
    period = Period.day(day)
    return {"form": of_period(code, period), "period": period}


def _begin(request: PlacedRequest, organisation: Organisation, given: dict[str, str]) -> Report:
    """A report that was signed already is corrected from its own page: a second first version is refused."""
    period = Period.year(int(given["year"]))
    return keeping.start(organisation=organisation, form=of_period(given["form"], period), period=period, by=request.user)
