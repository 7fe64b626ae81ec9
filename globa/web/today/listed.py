"""The whole list behind a number of the first page: all duties, my families, those not talked with, what is missing."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from globa.registry.policy import Area, may_enter
from globa.vocabulary.calendar import today
from globa.web.paging import LONG
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.today import families, missing, office
from globa.web.today.due import duties
from globa.web.today.page import WITH_FAMILIES
from globa.web.today.rows import Row
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
@require_safe
def listed(request: PlacedRequest, what: str) -> HttpResponse:
    if what not in LISTS or request.organisation is None:
        raise Http404
    title, lead, rows_of = LISTS[what]
    rows = rows_of(request)
    page = Paginator(rows, LONG).get_page(request.GET.get("page"))
    looked_at(request, [row.person for row in page.object_list if row.person])
    return render(request, "today/listed.html", {"title": title, "lead": lead, "page": page, "count": len(rows), "what": what})


def _due(request: PlacedRequest) -> list[Row]:
    on, role = today(), role_of(request)
    due = duties(request.user, role, request.organisation, on)
    return due + (office.of_accounts(request.user, on) if may_enter(role, Area.ADMINISTRATION) else [])


def _families(request: PlacedRequest) -> list[Row]:
    return families.as_rows(_mine(request).all, today())


def _quiet(request: PlacedRequest) -> list[Row]:
    return families.as_rows(_mine(request).quiet, today())


def _mine(request: PlacedRequest) -> families.Families:
    if role_of(request) not in WITH_FAMILIES:
        raise Http404
    return families.families_of(request.user, today())


def _missing(request: PlacedRequest) -> list[Row]:
    if not may_care(request):
        raise Http404
    return missing.as_rows(missing.gaps(request.user, today()), today())


LISTS: dict[str, tuple[str | Promise, str | Promise, Callable[[PlacedRequest], list[Row]]]] = {
    "due": (_("Work and terms"), _("What is late stands first, then what falls due in the coming weeks."), _due),
    "families": (_("My families"), _("Those to whom you are assigned, with a guardianship or a carer's contract today."), _families),
    "quiet": (_("Not talked with for long"), _("No service in more than 30 days; the longest stand first."), _quiet),
    "missing": (_("What is missing"), _("Of the children in care: what a report would stumble over."), _missing),
}
