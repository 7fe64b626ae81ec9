"""What pages, roles and files are called on the pages of looks, and what a file is called where its name is not shown."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from globa.registry.accounts.roles import Role
from globa.registry.accounts.users import User
from globa.registry.people import Person
from globa.registry.policy import Way

PAGES: dict[str, str | Promise] = {
    "today": gettext_lazy("first page"),
    "today-listed": gettext_lazy("list of work"),
    "find": gettext_lazy("what was searched for"),
    "find-found": gettext_lazy("what was found"),
    "people": gettext_lazy("list of people"),
    "people-asks": gettext_lazy("files asked for"),
    "people-asked": gettext_lazy("a file that another institution asks for"),
    "people-opening": gettext_lazy("table of those who live here already"),
    "people-register": gettext_lazy("registering a person"),
    "people-person": gettext_lazy("page of the person"),
    "people-code": gettext_lazy("personal code"),
    "people-admit": gettext_lazy("recording a place"),
    "people-move": gettext_lazy("recording a move"),
    "people-discharge": gettext_lazy("recording that the child left"),
    "people-away": gettext_lazy("recording days away"),
    "people-guardian": gettext_lazy("recording who represents the child"),
    "people-guardian-ends": gettext_lazy("recording that a guardianship ended"),
    "people-back": gettext_lazy("recording the return"),
    "people-working": gettext_lazy("who works with the person"),
    "people-looks": gettext_lazy("who looked"),
    "services": gettext_lazy("list of services"),
    "services-group": gettext_lazy("recording a meeting of a group"),
    "services-record": gettext_lazy("recording a service"),
    "services-service": gettext_lazy("page of a service"),
    "services-correct": gettext_lazy("correcting a service"),
    "services-meeting-correct": gettext_lazy("correcting a meeting"),
    "services-withdraw": gettext_lazy("withdrawing a service"),
    "dwellings": gettext_lazy("list of homes"),
    "dwellings-dwelling": gettext_lazy("page of a home"),
    "enquiries": gettext_lazy("list of enquiries"),
    "enquiries-record": gettext_lazy("recording an enquiry"),
    "enquiries-enquiry": gettext_lazy("page of an enquiry"),
    "carers": gettext_lazy("list of carers"),
    "carers-carer": gettext_lazy("page of a carer"),
    "carers-meeting": gettext_lazy("meeting with a carer"),
    "mine": gettext_lazy("a carer's own page"),
    "plans-activity": gettext_lazy("records behind a plan"),
    "figures-figure": gettext_lazy("page of a figure"),
    "figures-records": gettext_lazy("records behind a figure"),
    "reports-figure": gettext_lazy("figure of a report"),
    "reports-differences": gettext_lazy("differences from a signed report"),
    "records-record": gettext_lazy("page of a record"),
    "records-correct-stay": gettext_lazy("correcting a stay"),
    "administration-invite": gettext_lazy("inviting a user"),
    "administration-user": gettext_lazy("page of a user"),
    "administration-unit": gettext_lazy("page of a unit"),
    "administration-home": gettext_lazy("rooms and beds of a home"),
    "administration-posts": gettext_lazy("list of posts"),
    "administration-post": gettext_lazy("page of a post"),
    "administration-licences": gettext_lazy("licences"),
    "emergency": gettext_lazy("opening in an emergency"),
    "emergencies": pgettext_lazy("page", "openings in an emergency"),
    "emergencies-review": gettext_lazy("review of an opening"),
    "looks": gettext_lazy("unusual looks"),
    "looks-explain": gettext_lazy("explaining a look"),
}

WAYS: dict[str, str | Promise] = {
    Way.INSTITUTION: pgettext_lazy("by which right", "the institution keeps the file"),
    Way.ARCHIVE: pgettext_lazy("by which right", "the institution kept the file, now closed"),
    Way.APPLICANTS: pgettext_lazy("by which right", "guardian, carer or preparing to be one"),
    Way.COLLEAGUES: pgettext_lazy("by which right", "works in the same institution"),
    Way.ASSIGNED: pgettext_lazy("by which right", "assigned by name"),
    Way.HOME: pgettext_lazy("by which right", "works in the child's home"),
    Way.CARER: pgettext_lazy("by which right", "the child lives with them"),
    Way.WARD: pgettext_lazy("by which right", "guardian of the child"),
    Way.DECISION: pgettext_lazy("by which right", "the municipality decides or pays"),
    Way.SUPERVISION: pgettext_lazy("by which right", "supervision of guardianship"),
    Way.FAMILY: pgettext_lazy("by which right", "close to somebody whose file is open"),
    Way.EMERGENCY: pgettext_lazy("by which right", "opened in an emergency"),
    "self": pgettext_lazy("by which right", "they themselves"),
}


def way_called(way: str) -> str:
    """By which right, or nothing: whoever was refused had none, and who watches over the looks needs none."""
    return str(WAYS.get(way, way))


def page_called(route: str) -> str:
    return str(PAGES.get(route, route))


def role_called(role: str) -> str:
    return str(Role(role).label) if role in Role.values else _("no place of work")


def users_called(keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    return {one.pk: str(one) for one in User.objects.filter(pk__in=set(keys))}


def people_called(user: User, keys: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, str]:
    """The names of those whom the user may see; a data-protection officer sees none and gets the number of the file."""
    return {one.pk: str(one) for one in Person.objects.visible_to(user).filter(pk__in={key for key in keys if key})}


def file_number(person: uuid.UUID) -> str:
    """The end of the key, which is chance: enough to ask the head, who sees the same beside the name."""
    return f"{person.hex[-8:-4]}-{person.hex[-4:]}".upper()
