"""The records that an activity takes: of services and events who was there, and what happened; of what lasted each case."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from globa.indicators import compiled
from globa.indicators.card import Card, Line
from globa.indicators.disclosure import Disclosure
from globa.indicators.fed_rows import rows_behind
from globa.indicators.gathering import TABLES_OF
from globa.indicators.value import Count
from globa.planning.plans.activities import Activity, kinds_of
from globa.planning.plans.plans import Plan
from globa.reports.counting import here
from globa.reports.plan_results.counting import scope_and_feeding
from globa.vocabulary.period import Period
from globa.vocabulary.source import Source
from globa.vocabulary.unit import Unit
from globa.web.figures.evidence.listed import SIZE, Rows, listed, page_asked
from globa.web.plans.fed import payers_of, taken
from globa.web.plans.rights import plan_of
from globa.web.whereabouts import PlacedRequest

LISTS: dict[str, str | Promise] = {
    "attendances": pgettext_lazy("list of records", "who was there"),
    "services": pgettext_lazy("list of records", "services"),
    "events": pgettext_lazy("list of records", "events"),
    "cases": pgettext_lazy("list of records", "cases"),
    "case_children": pgettext_lazy("list of records", "children of cases"),
}


@login_required
@require_safe
def records(request: PlacedRequest, pk: UUID, of: UUID) -> HttpResponse:
    """Names stand only of those who are opened; the number is of all."""
    plan = plan_of(request, pk)
    activity: Activity = get_object_or_404(Activity.objects.of_plan(plan).visible_to(request.user).select_related("line__measure"), pk=of)
    tables = TABLES_OF[activity.what]
    table = request.GET.get("of", tables[0])
    if table not in tables:
        raise Http404
    number = page_asked(request.GET.get("page", ""))
    scope, feeding = scope_and_feeding(plan, activity)
    found = rows_behind(feeding, table, scope, here(), limit=SIZE, offset=(number - 1) * SIZE)
    rows = Rows([dict(zip(found.columns, row, strict=True)) for row in found.rows], found.days, found.total)
    shown = {
        "plan": plan,
        "activity": activity,
        "taken": taken(activity, {str(code): str(name) for code, name in kinds_of(activity.what)}, payers_of(request.user, [activity])),
        "lists": [(LISTS.get(one, ""), one, one == table) for one in tables] if len(tables) > 1 else [],
        "table": table,
        "period": scope.period,
        "listed": listed(request, _card(plan, activity, table), scope.period, rows, where={}, side="of", number=number),
    }
    return render(request, "plans/activity.html", shown)


def _card(plan: Plan, activity: Activity, table: str) -> Card:
    """An activity as a figure, for the list that shows the records of figures."""
    when = compiled.catalogue().dialects["postgres"].feeds[table].when
    line = Line(table, Count.ROWS, when, ())
    source = Source(plan.title)
    since = Period.year(plan.year).begins
    return Card(
        "plan.activity", activity.name, activity.name, "plan", Unit.TIMES, Disclosure.INTERNAL, source, since, None, (), (line,)
    )  # fmt: skip
