"""What falls due: terms that the records and the norms ask for, and what waits for somebody in the office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from globa.care.guardianships import Guardianship, GuardianshipKind
from globa.casework.carers.messages import Message
from globa.casework.conclusions import Conclusion, Outcome
from globa.casework.recruitment.enquiries import ANSWERED_WITHIN, Enquiry
from globa.registry.accounts.appointments import Role
from globa.registry.accounts.users import User
from globa.registry.asking import FileQuestion, FileRequest
from globa.registry.emergency import Opening
from globa.registry.norms import Norm
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.policy import OVERSEERS, Area, may_enter
from globa.registry.premises import Licence
from globa.reports.keeping.reports import Report, State
from globa.reports.writing import days
from globa.vocabulary.calendar import after_working_days, months_after
from globa.web.grounds import bases, said
from globa.web.reports.states import title_of
from globa.web.routes import route_named
from globa.web.today.reviews import reviews
from globa.web.today.rows import Row, about

AHEAD = timedelta(days=30)
FAR_AHEAD = timedelta(days=60)
"""A licence or a coming of age asks for work long before its day."""
ANSWER_IS_NEW = timedelta(days=7)
TERMS = ("support-plan-review", "temporary-guardianship", "coming-of-age", "conclusion-validity", ANSWERED_WITHIN)


@dataclass(frozen=True)
class Asking:
    """For whom duties are looked for, on which day, with the norms of that day; who works nowhere has no organisation."""

    user: User
    role: str
    organisation: Organisation | None
    on: date
    norms: dict[str, Norm]


def duties(user: User, role: str, organisation: Organisation | None, on: date) -> list[Row]:
    """All of them; as many queries as there are kinds that the role has, however many rows there are."""
    asking = Asking(user, role, organisation, on, bases(TERMS, on))
    found = [row for area, kind in KINDS if may_enter(role, area) for row in kind(asking)]
    return sorted(found, key=lambda row: (row.day or on, row.title, row.who))


def _reviews(asking: Asking) -> Iterator[Row]:
    basis = said(asking.norms.get("support-plan-review"))
    for plan in reviews(asking.user, asking.on):
        yield about(plan.child, _("Plan review"), _file(plan.child), asking.on, plan.review_due, basis, pgettext("do", "Review"))


def _temporary(asking: Asking) -> Iterator[Row]:
    """Guardianships that were to be temporary: what comes after them is to be decided before their term."""
    norm = asking.norms.get("temporary-guardianship")
    if norm is None:
        return
    ships = Guardianship.objects.visible_to(asking.user).on(asking.on).filter(kind=GuardianshipKind.TEMPORARY).select_related("child")
    for ship in ships:
        ends = months_after(ship.during.lower, int(norm.value))
        if ends <= asking.on + AHEAD:
            title = _("Temporary guardianship reaches its term")
            yield about(ship.child, title, _file(ship.child), asking.on, ends, said(norm), pgettext("do", "Open the file"))


def _of_age(asking: Asking) -> Iterator[Row]:
    norm = asking.norms.get("coming-of-age")
    if norm is None:
        return
    born_until = months_after(asking.on + FAR_AHEAD, -12 * int(norm.value))
    guarded = Guardianship.objects.on(asking.on).order_by().values("child")
    children = Person.objects.visible_to(asking.user).surviving().filter(pk__in=guarded, birth_date__lte=born_until)
    for child in children:
        if child.birth_date:
            comes = months_after(child.birth_date, 12 * int(norm.value))
            title = _("Comes of age: guardianship ends")
            yield about(child, title, _file(child), asking.on, comes, said(norm), pgettext("do", "Open the file"))


def _conclusions(asking: Asking) -> Iterator[Row]:
    """Good ones that are about to lose their force, the last one of each household."""
    norm = asking.norms.get("conclusion-validity")
    if norm is None or asking.role not in (Role.HEAD, Role.ATTESTED_PERSON):
        return
    first = months_after(asking.on, -int(norm.value))
    late = Conclusion.objects.visible_to(asking.user).filter(outcome=Outcome.POSITIVE, paper__issued_on__gte=first)
    newest = {one.household_id: one for one in late.select_related("paper", "household").order_by("paper__issued_on", "pk")}
    for one in newest.values():
        ends = months_after(one.paper.issued_on, int(norm.value))
        if ends <= asking.on + AHEAD:
            where = reverse("records-record", args=["casework.conclusion", one.pk])
            yield Row(
                _("A conclusion loses its force"), where, asking.on, ends, str(one.household), None, said(norm), pgettext("do", "Open")
            )


def _licences(asking: Asking) -> Iterator[Row]:
    ending = Licence.objects.visible_to(asking.user).filter(during__contains=asking.on, during__upper_inf=False)
    for licence in ending.filter(during__endswith__lte=asking.on + FAR_AHEAD):
        title = _("A licence or accreditation ends")
        yield Row(title, reverse("administration-licences"), asking.on, licence.during.upper, licence.number, act=pgettext("do", "Open"))


def _reports(asking: Asking) -> Iterator[Row]:
    """Of one's own institutions: what was begun and is not signed, and what came back."""
    begun = Q(state=State.DRAFT) | Q(state=State.IN_SIGNING) | Q(state=State.RETURNED, correction=None)
    own = Report.objects.visible_to(asking.user).filter(begun, organisation=asking.organisation)
    for report in own.select_related("organisation").newest_first():
        words = _("A report came back to be corrected") if report.state == State.RETURNED else _("A report is not signed")
        where = reverse("reports-report", args=[report.pk])
        yield Row(words, where, asking.on, None, title_of(report.form, report.period), act=pgettext("do", "Open"))


def _enquiries(asking: Asking) -> Iterator[Row]:
    """From whoever asks the centre how to help a child; the question itself is read on its own page."""
    route = route_named("enquiries")
    if route is None or not may_enter(asking.role, route.area):
        return
    within = asking.norms.get(ANSWERED_WITHIN)
    for enquiry in Enquiry.objects.visible_to(asking.user).unanswered().select_related("organisation").oldest_first():
        due = after_working_days(enquiry.received_on, int(within.value)) if within else None
        where = reverse("enquiries-enquiry", args=[enquiry.pk])
        yield Row(
            _("An enquiry waits for an answer"), where, asking.on, due, enquiry.shown_number, None, said(within), pgettext("do", "Answer")
        )


def _messages(asking: Asking) -> Iterator[Row]:
    """A row for each carer who wrote and was not answered since; by name, for a message is no file."""
    waiting = Message.objects.visible_to(asking.user).waiting().select_related("carer").order_by("-written_at")
    for message in {one.carer_id: one for one in waiting}.values():
        where = reverse("carers-carer", args=[message.carer_id])
        since = _("written on %(day)s") % {"day": days.iso(localtime(message.written_at).date())}
        title = _("A message of a carer waits for an answer")
        yield about(message.carer, title, where, asking.on, None, since, pgettext("do", "Answer"))


def _questions(asking: Asking) -> Iterator[Row]:
    """Of other institutions about files that this one keeps; the person is named on the page of the answer."""
    for one in FileQuestion.objects.visible_to(asking.user).waiting().select_related("asker").order_by("asked_on", "pk"):
        where = reverse("people-asked", args=[one.pk])
        since = _("asked on %(day)s") % {"day": days.iso(one.asked_on)}
        yield Row(_("Another institution asks for a file"), where, asking.on, None, str(one.asker), None, since, pgettext("do", "Answer"))


def _answers(asking: Asking) -> Iterator[Row]:
    """What was answered to oneself in the last week."""
    mine = FileRequest.objects.visible_to(asking.user).filter(asked_by=asking.user, answered_on__gt=asking.on - ANSWER_IS_NEW)
    for one in mine.order_by("answered_on", "pk"):
        opened, refused = _("opened until %(day)s") % {"day": days.iso(one.until)}, _("refused: %(why)s") % {"why": one.given_answer}
        words = opened if one.is_opened else refused
        yield Row(_("A file that you asked for"), reverse("people-asks"), asking.on, None, words, act=pgettext("do", "Open"))


def _openings(asking: Asking) -> Iterator[Row]:
    if asking.role not in OVERSEERS:
        return
    waiting = Opening.objects.visible_to(asking.user).unreviewed().count()
    if waiting:
        words = ngettext(
            "%(waiting)s opening in an emergency waits for review", "%(waiting)s openings in an emergency wait for review", waiting
        )
        title = _("Opened in an emergency")
        yield Row(title, reverse("emergencies"), asking.on, asking.on, words % {"waiting": waiting}, act=pgettext("do", "Review"))


def _file(person: Person) -> str:
    return reverse("people-person", args=[person.pk])


KINDS: tuple[tuple[Area, Callable[[Asking], Iterator[Row]]], ...] = (
    (Area.CARING, _reviews),
    (Area.CARING, _temporary),
    (Area.CARING, _of_age),
    (Area.PEOPLE, _conclusions),
    (Area.ADMINISTRATION, _licences),
    (Area.WRITING, _reports),
    (Area.OWN, _enquiries),
    (Area.ENQUIRIES, _messages),
    (Area.OWN, _openings),
    (Area.DECIDING, _questions),
    (Area.CARING, _answers),
)
