"""Which months and years are closed; closing one, and opening it again with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.planning import closed_periods
from globa.planning.closed_periods import ClosedPeriod
from globa.reports.writing import days
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.web.administration.keeping import told
from globa.web.forms.acts import Act, RowField, Why, page
from globa.web.money.asked import years_of
from globa.web.money.rights import entries_of, keeper_of, may_book
from globa.web.whereabouts import PlacedRequest

MONTHS = 12


class CloseForm(forms.Form):
    period = RowField(label=_("Month or year"), error_messages={"required": _("Choose what is closed.")})


class ReopenForm(forms.Form):
    which = RowField(label=_("Which"), error_messages={"required": _("Choose what is opened again.")})
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def periods(request: PlacedRequest) -> HttpResponse:
    kept = list(ClosedPeriod.objects.visible_to(request.user).filter(organisation=keeper_of(request)))
    closed = [one for one in kept if one.reopened_on is None]

    def shown() -> dict[str, Any]:
        return {"closed": closed, "may_book": may_book(request), "told": told(request.user, *kept)}

    return page(request, "money/periods.html", shown, _acts(request, closed) if may_book(request) else {})


def _acts(request: PlacedRequest, closed: list[ClosedPeriod]) -> dict[str, Act]:
    def close(given: dict[str, Any]) -> ClosedPeriod:
        period = Period.parse(given["period"])
        return closed_periods.close(organisation=keeper_of(request), period=period, by=request.user)

    def reopen(given: dict[str, Any]) -> ClosedPeriod:
        return closed_periods.reopen(closed=given["which"], by=request.user, reason=given["reason"])

    acts = {"close": Act(CloseForm, close, _("Closed. Nothing is booked, corrected or withdrawn in it."), rows={"period": _open(request)})}
    if closed:
        named = [(one, days.period(one.period)) for one in closed]
        acts["reopen"] = Act(ReopenForm, reopen, _("Opened again. Everybody who sees the ledger sees why."), rows={"which": named})
    return acts


def _open(request: PlacedRequest) -> list[tuple[str, str]]:
    """Years and months of them that are over, the latest first, from the first year with an entry on."""
    on = today()
    first = min(years_of(entries_of(request)), default=on.year - 1)
    found = []
    for year in range(on.year, first - 1, -1):
        months = [Period.months(year, month, 1) for month in range(MONTHS, 0, -1)]
        found += [one for one in (Period.year(year), *months) if one.ends <= on]
    return [(str(one), days.period(one)) for one in found]
