"""One box for everything: a name, an institution, a report, a plan, a figure, a page. What was typed never stands in an address."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from globa.registry.policy import Area, may_enter
from globa.vocabulary.calendar import today
from globa.web.find.groups import groups
from globa.web.names.kept import Asked, asked, keep, kept
from globa.web.people.rights import may_care
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest, role_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: PlacedRequest) -> HttpResponse:
    if request.method == "POST":
        looked_for = asked(request.POST.get("find", ""))
        return redirect("find") if looked_for.is_empty else redirect("find-found", keep(request, looked_for))
    looked_at(request, ())
    return _page(request, None)


@login_required
@require_safe
def found(request: PlacedRequest, mark: str) -> HttpResponse:
    """An address of another session, or of one that ended, leads to the empty box."""
    looked_for = kept(request, mark)
    return redirect("find") if looked_for is None else _page(request, looked_for)


def _page(request: PlacedRequest, looked_for: Asked | None) -> HttpResponse:
    there = groups(request, looked_for) if looked_for else []
    if looked_for:
        looked_at(request, [line.person for group in there for line in group.lines if line.person])
    shown = {
        "looked_for": looked_for,
        "groups": there,
        "on": today(),
        "may_care": may_care(request),
        "may_enquire": may_enter(role_of(request), Area.ENQUIRIES),
        "may_serve": may_enter(role_of(request), Area.SERVICES),
        "may_see_people": may_enter(role_of(request), Area.PEOPLE),
        "has_people": any(group.code == "people" for group in there),
    }
    return render(request, "find/find.html", shown)
