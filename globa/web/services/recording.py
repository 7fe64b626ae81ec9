"""Recording a service: one form, which without scripts is sent again at every step and loses nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from globa.casework import services
from globa.casework.recipients import AsRecipient, as_recipients, family_of
from globa.casework.services import Help, RecipientRole, Service
from globa.journal.operations import AlreadyDone
from globa.registry.people import Person
from globa.reports.writing.numbers import duration
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.drafts.keeping import kept_here
from globa.web.ids import id_in
from globa.web.names.people import suggested
from globa.web.reading import looked_at
from globa.web.services import choices as known
from globa.web.services.choices import Choices, choices_of
from globa.web.services.counted import moving
from globa.web.services.giver import Giver, giver_of
from globa.web.services.lately import helped_first, lately_helped
from globa.web.services.odd import told
from globa.web.services.record_form import PeopleField, RecordForm, typed
from globa.web.whereabouts import PlacedRequest

FAMILY_SHOWN = 8
STEPS = ("find", "suggest", "count", "kinds")
# What was given longer ago and recorded today came from a file, not from this form.
A_WHILE = timedelta(days=31)


@login_required
@require_http_methods(["GET", "POST"])
def record(request: PlacedRequest) -> HttpResponse:
    giver = giver_of(request)
    kept = request.POST if request.method == "POST" else kept_here(request)
    choices = choices_of(giver, known.day_in(kept) if kept else today())
    if request.method == "GET":
        return _page(request, giver, RecordForm(giver, choices, initial=typed(kept) if kept else _suggested(request, giver, choices)))
    if step := _step(request.POST):
        return _stepped(request, giver, choices, step)
    return _save(request, giver, RecordForm(giver, choices, data=request.POST))


def _suggested(request: HttpRequest, giver: Giver, choices: Choices) -> dict[str, Any]:
    """From the record named in the address, else from the worker's last one; people only from a named one."""
    like, person = request.GET.get("like", ""), request.GET.get("person", "")
    earlier = _named(giver, like) if like else known.last_record(giver)
    filled = known.as_initial(earlier, choices, with_people=bool(like)) if earlier else known.blank(choices)
    filled["is_from_last"] = bool(earlier)
    return filled | ({"recipients": [person]} if person else {})


def _named(giver: Giver, like: str) -> Service | None:
    if like == "week-ago":
        return known.week_ago(giver)
    pk = id_in(like)
    return Service.objects.visible_to(giver.user).select_related("kind", "payer").filter(pk=pk).first() if pk else None


def _step(data: QueryDict) -> str:
    """Which button was pressed; Enter in the search box looks, anywhere else it saves."""
    for step in ("add", "remove"):
        if data.get(step):
            return step
    step = data.get("step", "")
    if step == "enter":
        return "find" if data.get("find", "").strip() else ""
    return step if step in STEPS else ""


def _stepped(request: PlacedRequest, giver: Giver, choices: Choices, step: str) -> HttpResponse:
    kept = typed(request.POST)
    if step == "add":
        kept["recipients"] = [*kept["recipients"], request.POST["add"]]
        kept["find"] = ""
    if step == "remove":
        kept["recipients"] = [one for one in kept["recipients"] if one != request.POST["remove"]]
    form = RecordForm(giver, choices, initial=kept)
    if not request.htmx:
        return _page(request, giver, form)
    if step == "count":
        looked_at(request, ())
        return render(request, "services/_counted.html", _counted(giver, form))
    if step == "kinds":
        looked_at(request, ())
        return render(request, "services/_kinds.html", {"form": form})
    if step == "suggest":
        return render(request, "services/_found.html", _found(request, giver, form))
    shown = _people(request, giver, form) | _found(request, giver, form) | {"form": form, "goes_on": True}
    return render(request, "services/_recipients.html", shown)


def _save(request: PlacedRequest, giver: Giver, form: RecordForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, giver, form, status=422)
    given = form.cleaned_data
    try:
        saved = services.record(organisation=giver.organisation, given=_help(giver, given), by=request.user, once=given["once"])
    except AlreadyDone as done:
        messages.info(request, done.said(_))
        pk = done.subject.partition(":")[2]
        return redirect("services-service", pk) if pk else redirect("services")
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, giver, form, status=422)
    _say_saved(request, saved, len(given["recipients"]))
    return redirect("services-record" if "and_next" in request.POST else "services")


def _help(giver: Giver, given: dict[str, Any]) -> Help:
    received = as_recipients(given["recipients"], on=given["happened_on"], organisation=giver.organisation)
    return Help(
        kind=given["service"],
        happened_on=given["happened_on"],
        minutes=given["took"],
        setting=given["setting"],
        provider=giver.person,
        provider_role=giver.role,
        recipients=[one.row for one in received],
        payer=given["paid_by"],
        note=given["note"],
    )


def _say_saved(request: HttpRequest, saved: Service, people: int) -> None:
    """A note without names: it travels in a cookie. What is unusual is asked about, and was recorded nevertheless."""
    counted = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
    said = _("%(service)s, %(minutes)s, %(people)s.") % {"service": saved.kind, "minutes": duration(saved.minutes), "people": counted}
    odd = told(saved)
    messages.add_message(
        request,
        messages.WARNING if odd else messages.SUCCESS,
        format_html(
            '{} <a href="{}">{}</a>: {} <a href="{}">{}</a>{}',
            _("Recorded"), reverse("services-service", args=[saved.pk]), saved.shown_number,
            said, reverse("services-withdraw", args=[saved.pk]), _("Undo"), odd,
        ),
    )  # fmt: skip


def _page(request: PlacedRequest, giver: Giver, form: RecordForm, status: int = 200) -> HttpResponse:
    earlier, recorded, last_week = known.week_ago(giver), _recorded_today(giver), known.of_last_week(giver)
    shown = {
        "form": form,
        "is_from_last": not form.is_bound and form.initial.get("is_from_last"),
        "week_ago": earlier,
        "same_as": known.SAME_AS[earlier.happened_on.weekday()] if earlier else "",
        "last_week": last_week,
        "today_recorded": recorded,
        "minutes_today": sum(one.minutes for one in recorded),
    }
    looked_at(request, [recipient.person_id for service in (*recorded, *last_week) for recipient in service.recipients.all()])
    shown |= _people(request, giver, form) | _found(request, giver, form) | _counted(giver, form)
    return render(request, "services/record.html", shown, status=status)


def _chosen(giver: Giver, form: RecordForm) -> list[Person]:
    field = form.fields["recipients"]
    assert isinstance(field, PeopleField)
    return [person for person in field.seen(form["recipients"].value() or []) if person]


def _people(request: HttpRequest, giver: Giver, form: RecordForm) -> dict[str, Any]:
    on = today()
    chosen = as_recipients(_chosen(giver, form), on=on, organisation=giver.organisation)
    family = family_of(chosen, on=on, organisation=giver.organisation)[:FAMILY_SHOWN] if chosen else []
    looking = str(form["find"].value() or "").strip()
    lately = [] if chosen or looking else as_recipients(lately_helped(giver), on=on, organisation=giver.organisation)
    looked_at(request, [*(one.person for one in (*chosen, *lately)), *family])
    return {"chosen": [_said(one) for one in chosen], "family": family, "lately": [_said(one) for one in lately]}


def _found(request: HttpRequest, giver: Giver, form: RecordForm) -> dict[str, Any]:
    """People like the typed name who are not chosen yet, each with what tells them apart."""
    text = str(form["find"].value() or "").strip()
    if not text:
        return {"found": [], "looked_for": ""}
    without = [pk for one in form["recipients"].value() or [] if (pk := id_in(one))]
    people = helped_first(giver, suggested(Person.objects.visible_to(giver.user), text, without))
    looked_at(request, people)
    return {"found": [_said(one) for one in as_recipients(people, on=today(), organisation=giver.organisation)], "looked_for": text}


def _said(one: AsRecipient) -> dict[str, Any]:
    """The name and what tells namesakes apart: of a child the age, of a grown-up the role."""
    is_child = one.role == RecipientRole.CHILD
    return {"person": one.person, "age": one.person.age_on(today()) if is_child else None, "role": one.role.label}


def _counted(giver: Giver, form: RecordForm) -> dict[str, Any]:
    """Read loosely: while somebody still types, what is not a number yet moves no hours."""
    minutes = str(form["minutes"].value() or "")
    minutes = str(form["other_minutes"].value() or "") if minutes == known.OTHER else minutes
    took = int(minutes) if minutes.isdecimal() and len(minutes) < 5 else None
    year = today().year
    payer = form.choices.payer(str(form["payer"].value() or ""))
    return {"year": year, "moving": moving(giver, year, took, str(form["setting"].value() or ""), payer)}


def _recorded_today(giver: Giver) -> list[Service]:
    recent = today() - A_WHILE
    mine = Service.objects.visible_to(giver.user).by_worker(giver.person).in_force().filter(recorded_on=today(), happened_on__gt=recent)
    return list(mine.select_related("kind").prefetch_related("recipients__person").order_by("-number")[:10])
