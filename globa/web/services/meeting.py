"""A group met: one page on which everybody who came is ticked, and one record of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Max, Q
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from globa.casework import groups
from globa.casework.groups import Attendance, Course, Event
from globa.casework.recipients import as_recipients
from globa.journal.keys import new_key
from globa.journal.operations import AlreadyDone
from globa.registry.accounts.users import User
from globa.registry.people import Person
from globa.reports.writing.numbers import duration
from globa.vocabulary.refusal import Refusal
from globa.web.drafts.keeping import kept_here
from globa.web.ids import id_in
from globa.web.reading import looked_at
from globa.web.services.choices import MINUTES, OTHER
from globa.web.services.giver import Giver, giver_of
from globa.web.services.meeting_form import MeetingForm, NewGroupForm
from globa.web.services.ticking import looked_for, looks, with_others
from globa.web.whereabouts import PlacedRequest

MEETINGS_BACK = 6
"""Whoever came to one of the group's last meetings is a member: so many are looked at."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: PlacedRequest) -> HttpResponse:
    giver = giver_of(request)
    chosen = request.POST.get("course") or request.GET.get("course", "")
    if not chosen:
        return _choose(request, giver)
    pk = id_in(chosen)
    course = Course.objects.visible_to(giver.user).filter(organisation=giver.organisation, pk=pk).first() if pk else None
    if course is None:
        raise Http404
    return _meeting(request, giver, course)


def _choose(request: PlacedRequest, giver: Giver) -> HttpResponse:
    """Which group; or a new one, which from then on is chosen like the others."""
    looked_at(request, ())
    form = NewGroupForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        course = groups.begin_course(organisation=giver.organisation, by=giver.user, **form.cleaned_data)
        return redirect(_address(course))
    held = Max("meetings__happened_on", filter=Q(meetings__withdrawn_on=None))
    courses = Course.objects.visible_to(giver.user).filter(organisation=giver.organisation).annotate(last=held)
    listed = [(course, _address(course)) for course in sorted(courses.order_by("name"), key=lambda one: str(one.last or ""), reverse=True)]
    return render(request, "services/groups.html", {"courses": listed, "form": form}, status=422 if form.is_bound else 200)


def _address(course: Course, **more: str) -> str:
    return f"{reverse('services-group')}?{urlencode({'course': str(course.pk), **more})}"


def _meeting(request: PlacedRequest, giver: Giver, course: Course) -> HttpResponse:
    meetings = meetings_of(giver.user, course)
    members = members_of(giver.user, meetings)
    data = request.POST if request.method == "POST" else kept_here(request)
    if data is None:
        last = meetings[0] if meetings else None
        came = _came_to(giver, last) if last and request.GET.get("like") == "last" else []
        return _page(request, course, meetings, MeetingForm(members, initial=_suggested(course, last, came)), fresh=True)
    people = with_others(giver.user, members, data)
    if request.method == "GET" or looks(data):
        return _page(request, course, meetings, MeetingForm(people, initial=_typed(data)), looked_for(data))
    return _save(request, giver, course, meetings, MeetingForm(people, data=data))


def meetings_of(user: User, course: Course) -> list[Event]:
    return list(Event.objects.visible_to(user).in_force().filter(course=course).newest_first()[:MEETINGS_BACK])


def members_of(user: User, meetings: list[Event]) -> list[Person]:
    came = Attendance.objects.filter(event__in=[one.pk for one in meetings]).values("person")
    return list(Person.objects.visible_to(user).surviving().filter(pk__in=came).order_by("family_name", "given_name", "pk"))


def _came_to(giver: Giver, meeting: Event) -> list[str]:
    came = Attendance.objects.filter(event=meeting).values("person")
    return [str(pk) for pk in Person.objects.visible_to(giver.user).filter(pk__in=came).values_list("pk", flat=True)]


def _suggested(course: Course, last: Event | None, came: list[str]) -> dict[str, Any]:
    """As the group's last meeting was; never its day, and who came only if it was asked for."""
    minutes = last.minutes if last else 120
    is_chip = minutes in MINUTES
    return {
        "minutes": str(minutes) if is_chip else OTHER,
        "other_minutes": None if is_chip else minutes,
        "title": last.title if last else course.name,
        "place": last.place if last else "",
        "came": came,
    }


def _typed(data: QueryDict) -> dict[str, Any]:
    """What was typed so far, to be shown again without a word about what is missing."""
    kept: dict[str, Any] = {name: data.get(name, "") for name in MeetingForm.base_fields if name not in ("day", "came")}
    kept["day"] = [data.get(f"day_{part}", "") for part in ("year", "month", "day")]
    return kept | {"came": data.getlist("came"), "once": id_in(data.get("once", "")) or new_key(), "find": ""}


def _save(request: PlacedRequest, giver: Giver, course: Course, meetings: list[Event], form: MeetingForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, course, meetings, form, status=422)
    try:
        held = _hold(giver, course, form)
    except AlreadyDone as done:
        messages.info(request, done.said(_))
        return redirect("services-meetings")
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, course, meetings, form, status=422)
    _say_saved(request, held, len(form.who_came) + held.unnamed_heads)
    return redirect("services-meetings")


def _hold(giver: Giver, course: Course, form: MeetingForm) -> Event:
    given = form.cleaned_data
    came = as_recipients(form.who_came, on=given["happened_on"], organisation=giver.organisation)
    return groups.hold(
        organisation=giver.organisation, kind=course.kind, course=course, title=given["title"], on=given["happened_on"],
        minutes=given["took"], place=given["place"], attended=[one.row for one in came], unnamed_heads=given["unnamed"] or 0,
        once=given["once"], by=giver.user,
    )  # fmt: skip


def _say_saved(request: PlacedRequest, held: Event, came: int) -> None:
    """A note without names: it travels in a cookie."""
    counted = ngettext("%(count)s person", "%(count)s people", came) % {"count": came}
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>: {}, {}. <a href="{}">{}</a>',
            _("Recorded"), reverse("records-record", args=["casework.event", held.pk]), held.shown_number,
            duration(held.minutes), counted, reverse("services-meeting-withdraw", args=[held.pk]), _("Undo"),
        ),
    )  # fmt: skip


def _page(
    request: PlacedRequest, course: Course, meetings: list[Event], form: MeetingForm, looks_for: str = "", status: int = 200,
    fresh: bool = False,
) -> HttpResponse:  # fmt: skip
    looked_at(request, form.people)
    shown = {
        "course": course,
        "form": form,
        "looked_for": looks_for,
        "last": meetings[0] if meetings else None,
        "as_last": _address(course, like="last"),
        "starts_at_last": fresh and not form.initial["came"],
        "starts_at_people": fresh and bool(form.initial["came"]),
    }
    template = "services/_came.html" if request.htmx and status == 200 else "services/group.html"
    return render(request, template, shown, status=status)
