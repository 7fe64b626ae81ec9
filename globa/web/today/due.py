"""What falls due: terms that the records and the norms ask for, and what waits for somebody in the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from globa.care.guardianships import Guardianship, GuardianshipKind
from globa.casework.carers.messages import Message
from globa.casework.conclusions import Conclusion, Outcome
from globa.casework.recruitment.enquiries import ANSWERED_WITHIN, Enquiry
from globa.journal.together import Asker, asked_together
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


Kind = Asker[list[Row]]


def duties(user: User, role: str, organisation: Organisation | None, on: date) -> list[Row]:
    """All of them: the norms, and then every kind that the role has in one trip, however many rows there are."""
    asking = Asking(user, role, organisation, on, bases(TERMS, on))
    found = chain.from_iterable(asked_together([kind(asking) for area, kind in KINDS if may_enter(role, area)]))
    return sorted(found, key=lambda row: (row.day or on, row.title, row.who))


def _reviews(asking: Asking) -> Kind:
    basis = said(asking.norms.get("support-plan-review"))
    plans = yield reviews(asking.user, asking.on)
    return [
        about(plan.child, _("Plan review"), _file(plan.child), asking.on, plan.review_due, basis, pgettext("do", "Review"))
        for plan in plans
    ]


def _temporary(asking: Asking) -> Kind:
    """Guardianships that were to be temporary: what comes after them is to be decided before their term."""
    norm = asking.norms.get("temporary-guardianship")
    if norm is None:
        return []
    temporary = Guardianship.objects.visible_to(asking.user).on(asking.on).filter(kind=GuardianshipKind.TEMPORARY)
    ships = yield temporary.select_related("child")
    title, act = _("Temporary guardianship reaches its term"), pgettext("do", "Open the file")
    ending = [(ship.child, months_after(ship.during.lower, int(norm.value))) for ship in ships]
    return [about(child, title, _file(child), asking.on, ends, said(norm), act) for child, ends in ending if ends <= asking.on + AHEAD]


def _of_age(asking: Asking) -> Kind:
    norm = asking.norms.get("coming-of-age")
    if norm is None:
        return []
    born_until = months_after(asking.on + FAR_AHEAD, -12 * int(norm.value))
    guarded = Guardianship.objects.on(asking.on).order_by().values("child")
    children = yield Person.objects.visible_to(asking.user).surviving().filter(pk__in=guarded, birth_date__lte=born_until)
    title, act = _("Comes of age: guardianship ends"), pgettext("do", "Open the file")
    coming = [(child, months_after(child.birth_date, 12 * int(norm.value))) for child in children]
    return [about(child, title, _file(child), asking.on, comes, said(norm), act) for child, comes in coming]


def _conclusions(asking: Asking) -> Kind:
    """Good ones that are about to lose their force, the last one of each household."""
    norm = asking.norms.get("conclusion-validity")
    if norm is None or asking.role not in (Role.HEAD, Role.ATTESTED_PERSON):
        return []
    first = months_after(asking.on, -int(norm.value))
    late = Conclusion.objects.visible_to(asking.user).filter(outcome=Outcome.POSITIVE, paper__issued_on__gte=first)
    found = yield late.select_related("paper", "household").order_by("paper__issued_on", "pk")
    newest = {one.household_id: one for one in found}
    ending = [(one, months_after(one.paper.issued_on, int(norm.value))) for one in newest.values()]
    title, act = _("A conclusion loses its force"), pgettext("do", "Open")
    return [
        Row(title, _record(one), asking.on, ends, str(one.household), None, said(norm), act)
        for one, ends in ending
        if ends <= asking.on + AHEAD
    ]


def _record(conclusion: Conclusion) -> str:
    return reverse("records-record", args=["casework.conclusion", conclusion.pk])


def _licences(asking: Asking) -> Kind:
    ending = Licence.objects.visible_to(asking.user).filter(during__contains=asking.on, during__upper_inf=False)
    licences = yield ending.filter(during__endswith__lte=asking.on + FAR_AHEAD)
    title, where = _("A licence or accreditation ends"), reverse("administration-licences")
    return [Row(title, where, asking.on, one.during.upper, one.number, act=pgettext("do", "Open")) for one in licences]


def _reports(asking: Asking) -> Kind:
    """Of one's own institutions: what was begun and is not signed, and what came back."""
    begun = Q(state=State.DRAFT) | Q(state=State.IN_SIGNING) | Q(state=State.RETURNED, correction=None)
    own = Report.objects.visible_to(asking.user).filter(begun, organisation=asking.organisation)
    found = yield own.select_related("organisation").newest_first()
    unsigned, returned = _("A report is not signed"), _("A report came back to be corrected")
    titles = [(one, returned if one.state == State.RETURNED else unsigned) for one in found]
    return [
        Row(words, reverse("reports-report", args=[one.pk]), asking.on, None, title_of(one.form, one.period), act=pgettext("do", "Open"))
        for one, words in titles
    ]


def _enquiries(asking: Asking) -> Kind:
    """From whoever asks the centre how to help a child; the question itself is read on its own page."""
    route = route_named("enquiries")
    if route is None or not may_enter(asking.role, route.area):
        return []
    within = asking.norms.get(ANSWERED_WITHIN)
    found = yield Enquiry.objects.visible_to(asking.user).unanswered().select_related("organisation").oldest_first()
    due = [after_working_days(one.received_on, int(within.value)) if within else None for one in found]
    title, act = _("An enquiry waits for an answer"), pgettext("do", "Answer")
    return [
        Row(title, reverse("enquiries-enquiry", args=[one.pk]), asking.on, day, one.shown_number, None, said(within), act)
        for one, day in zip(found, due, strict=True)
    ]


def _messages(asking: Asking) -> Kind:
    """A row for each carer who wrote and was not answered since; by name, for a message is no file."""
    waiting = yield Message.objects.visible_to(asking.user).waiting().select_related("carer").order_by("-written_at")
    return [_message(one, asking.on) for one in {one.carer_id: one for one in waiting}.values()]


def _message(message: Message, on: date) -> Row:
    where = reverse("carers-carer", args=[message.carer_id])
    since = _("written on %(day)s") % {"day": days.iso(localtime(message.written_at).date())}
    return about(message.carer, _("A message of a carer waits for an answer"), where, on, None, since, pgettext("do", "Answer"))


def _questions(asking: Asking) -> Kind:
    """Of other institutions about files that this one keeps; the person is named on the page of the answer."""
    found = yield FileQuestion.objects.visible_to(asking.user).waiting().select_related("asker").order_by("asked_on", "pk")
    return [_question(one, asking.on) for one in found]


def _question(asked: FileQuestion, on: date) -> Row:
    where = reverse("people-asked", args=[asked.pk])
    since = _("asked on %(day)s") % {"day": days.iso(asked.asked_on)}
    return Row(_("Another institution asks for a file"), where, on, None, str(asked.asker), None, since, pgettext("do", "Answer"))


def _answers(asking: Asking) -> Kind:
    """What was answered to oneself in the last week."""
    mine = FileRequest.objects.visible_to(asking.user).filter(asked_by=asking.user, answered_on__gt=asking.on - ANSWER_IS_NEW)
    found = yield mine.order_by("answered_on", "pk")
    return [_answer(one, asking.on) for one in found]


def _answer(asked: FileRequest, on: date) -> Row:
    opened, refused = _("opened until %(day)s") % {"day": days.iso(asked.until)}, _("refused: %(why)s") % {"why": asked.given_answer}
    words = opened if asked.is_opened else refused
    return Row(_("A file that you asked for"), reverse("people-asks"), on, None, words, act=pgettext("do", "Open"))


def _openings(asking: Asking) -> Kind:
    if asking.role not in OVERSEERS:
        return []
    waiting = len((yield Opening.objects.visible_to(asking.user).unreviewed().values_list("pk")))
    if not waiting:
        return []
    wait = ngettext("%(waiting)s opening in an emergency waits for review", "%(waiting)s openings in an emergency wait for review", waiting)
    where, words = reverse("emergencies"), wait % {"waiting": waiting}
    return [Row(_("Opened in an emergency"), where, asking.on, asking.on, words, act=pgettext("do", "Review"))]


def _file(person: Person) -> str:
    return reverse("people-person", args=[person.pk])


KINDS: tuple[tuple[Area, Callable[[Asking], Kind]], ...] = (
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
