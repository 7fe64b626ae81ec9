"""What an office looks at: whose reports have come, whose accounts end, whether the last backup is young."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from globa.journal.backups import last_backup
from globa.planning.directions import Direction
from globa.registry.access import administered_by, organisations_visible_to
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, OrganisationKind
from globa.reports.keeping.reports import Report, State
from globa.reports.writing import days
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number
from globa.web.reports.rights import seen_by
from globa.web.reports.states import Tag, tag_of, title_of
from globa.web.today.rows import Row
from globa.web.whereabouts import PlacedRequest

SENT = (State.SUBMITTED, State.APPROVED)
LATEST = 4
AHEAD = timedelta(days=30)
OLD_BACKUP = timedelta(days=2)


@dataclass(frozen=True)
class Received:
    """Reports of the last ended year that institutions below have sent, and of whom none has come."""

    year: int
    number: Number
    of: int
    missing: list[Organisation]


def received(user: User, on: date) -> Received | None:
    """None where no institution stands below; two questions."""
    year = on.year - 1
    institutions = list(organisations_visible_to(user).filter(kind=OrganisationKind.INSTITUTION).order_by("name"))
    if not institutions:
        return None
    sent = set(Report.objects.visible_to(user).filter(year=year, state__in=SENT).values_list("organisation", flat=True))
    missing = [one for one in institutions if one.pk not in sent]
    number = Number(len(institutions) - len(missing), Unit.UNITS, records=reverse("reports"))
    return Received(year, number, len(institutions), missing)


@dataclass(frozen=True)
class Latest:
    title: str
    organisation: str
    address: str
    tag: Tag


def latest_reports(request: PlacedRequest) -> list[Latest]:
    rows = seen_by(request).newest_first()[:LATEST]  # type: ignore[attr-defined]
    return [
        Latest(title_of(one.form, one.period), str(one.organisation), reverse("reports-report", args=[one.pk]), tag_of(one)) for one in rows
    ]


def unsigned_year(user: User, organisation: Organisation, last: int, on: date) -> int | None:
    """
    The last ended year that has a plan, while nobody has signed its activity report; `last` is the last year with a record.

    A year that only began would otherwise push the one that waits for its report off the page. Without plans it is the last one recorded.
    """
    planned = Direction.objects.visible_to(user).in_force().filter(organisation=organisation, year__lt=on.year).order_by("-year")
    ended = planned.values_list("year", flat=True).first() or (last if last < on.year else None)
    if ended is None:
        return None
    signed = Report.objects.visible_to(user).of(organisation, "activity", Period.year(ended)).signed()
    return None if signed.exists() else ended


def of_accounts(user: User, on: date) -> list[Row]:
    """Appointments that end soon, invitations that nobody has taken up, and a backup that grew old; a question and a file."""
    here = Appointment.objects.on(on).filter(organisation__in=administered_by(user)).select_related("user").order_by("during", "pk")
    asks = here.filter(Q(during__upper_inf=False, during__endswith__lte=on + AHEAD) | Q(user__last_login=None))
    ending = [one for one in asks if one.during.upper and one.during.upper <= on + AHEAD]
    opens = pgettext("do", "Open")
    found = [
        Row(
            _("An appointment ends"),
            _account(one),
            on,
            one.during.upper - timedelta(days=1),
            f"{one.user}, {one.get_role_display()}",
            act=opens,
        )
        for one in ending
    ]
    waiting = len({one.user_id for one in asks if one.user.last_login is None})
    if waiting:
        words = ngettext("%(count)s account was never signed in to", "%(count)s accounts were never signed in to", waiting)
        found.append(Row(_("Invitations not taken up"), reverse("administration-users"), on, None, words % {"count": waiting}, act=opens))
    return [*found, *_backup(on)]


def _account(one: Appointment) -> str:
    return reverse("administration-user", args=[one.user_id])


def _backup(on: date) -> list[Row]:
    last = last_backup()
    where = reverse("administration")
    if last is None:
        return [Row(_("No backup was made yet"), where, on, on, "", None, _("whoever runs the server makes it: globa backup"))]
    if timezone.now() - last.made_at <= OLD_BACKUP:
        return []
    return [Row(_("The last backup is old"), where, on, last.made_at.date() + OLD_BACKUP, days.iso(last.made_at.date()))]
