"""A carer's or a guardian's own page: the child with them now, what is agreed, their year, the contract, a message, one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.care.contracts import CarerContract
from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.casework.carers import messages, satisfaction
from globa.casework.carers.messages import LONGEST, Message
from globa.casework.carers.planned import PlannedMeeting
from globa.casework.carers.satisfaction import Asked, Survey
from globa.casework.plans import AssessmentWithPlan
from globa.journal.operations import counting
from globa.registry.accounts.roles import Role
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.people import Person
from globa.reports.writing import days
from globa.vocabulary.calendar import today
from globa.web.carer.year import year_of
from globa.web.forms.acts import Act, page
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

SCORES = (
    ("1", _("1 - not at all")),
    ("2", _("2 - little")),
    ("3", _("3 - partly")),
    ("4", _("4 - well")),
    ("5", _("5 - very well")),
)


class MessageForm(forms.Form):
    letter = forms.CharField(
        label=_("Message"), max_length=LONGEST, widget=forms.Textarea({"rows": 4}), error_messages={"required": _("Write something first.")}
    )


class ScoreForm(forms.Form):
    score = forms.ChoiceField(
        label=_("Your answer"), choices=SCORES, widget=forms.RadioSelect, error_messages={"required": _("Choose one of the five.")}
    )


@dataclass(frozen=True)
class Day:
    """A line of the calendar; `child` is empty for what is the carer's alone."""

    on: date
    what: str
    detail: str = ""
    is_off: bool = False


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: PlacedRequest) -> HttpResponse:
    """Nothing here is asked of anybody but the person of the account: row security shows no other."""
    person, organisation = request.user.person, request.organisation
    if person is None or organisation is None:
        raise Http404
    on = today()
    with_me = list(Stay.objects.visible_to(request.user).on(on).filter(carer=person).select_related("child"))
    wards = list(Guardianship.objects.visible_to(request.user).on(on).filter(guardian=person).select_related("child"))
    children = [one.child for one in (*with_me, *wards)]
    looked_at(request, {child.pk: child for child in children}.values())
    question = _question(request.user, person)
    shown = {
        "person": person,
        "with_me": with_me,
        "wards": wards,
        "calendar": _calendar(request.user, person, children, on),
        "year": year_of(person, on),
        "contracts": list(CarerContract.objects.visible_to(request.user).filter(carer=person).select_related("paper").order_by("-during")),
        "thread": list(Message.objects.visible_to(request.user).of(person).select_related("author")),
        "question": question,
    }
    return page(request, "carer/mine.html", lambda: shown, _acts(request, question))


def _acts(request: PlacedRequest, question: Survey | None) -> dict[str, Act]:
    acts = {
        "write": Act(
            MessageForm,
            partial(_write, request),
            _("Your message has reached the centre."),
            at={"message_is_of_a_readable_length": "letter"},
        )
    }
    if question:
        acts["score"] = Act(
            ScoreForm, partial(_answer, request, question), _("Thank you. Your answer is counted, and nobody can tell that it is yours.")
        )
    return acts


def _write(request: PlacedRequest, given: dict[str, Any]) -> None:
    assert request.organisation is not None
    assert request.user.person is not None
    messages.write(
        organisation=request.organisation, letter=given["letter"], by=request.user, tell=_coordinators(request.user.person, request)
    )


def _coordinators(person: Person, request: PlacedRequest) -> list[User]:
    """Who works with the carer by name; without anybody the message waits on the page of carers."""
    with counting():  # a carer sees no list of who works with whom; here only a letter goes to them
        at_work = Assignment.objects.filter(person=person, role=Role.FOSTER_COORDINATOR, organisation=request.organisation).on(today())
        return [one.user for one in at_work.select_related("user")]


def _answer(request: PlacedRequest, question: Survey, given: dict[str, Any]) -> None:
    satisfaction.answer(survey=question, score=int(given["score"]), by=request.user)


def _question(user: User, person: Person) -> Survey | None:
    """The open question that this account has not answered yet, the one that closes first."""
    waiting = Asked.objects.visible_to(user).filter(person=person, has_answered=False).values("survey")
    return Survey.objects.visible_to(user).open_on(today()).filter(pk__in=waiting).order_by("closes_on", "pk").first()


def _calendar(user: User, person: Person, children: list[Person], on: date) -> list[Day]:
    """What is agreed, and when the plans of the children are looked at again."""
    agreed = PlannedMeeting.objects.visible_to(user).filter(carer=person).since(on)
    listed = [_agreed(one) for one in agreed]
    due = AssessmentWithPlan.objects.visible_to(user).filter(child__in=children, review_due__gte=on).select_related("child")
    listed += [Day(one.review_due, str(_("the plan is looked at again")), one.child.name) for one in due if one.review_due]
    return sorted(listed, key=lambda one: (one.on, one.what))


def _agreed(one: PlannedMeeting) -> Day:
    """What does not take place stays until its day has passed, with the reason: somebody may have counted on it."""
    detail = (days.clock(one.at) if one.at else "", one.where, one.cancelled_because)
    return Day(one.on, one.get_kind_display(), ", ".join(filter(None, detail)), is_off=bool(one.cancelled_because))
