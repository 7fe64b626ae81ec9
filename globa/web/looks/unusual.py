"""Looks that somebody should ask about, each with the reason for which it was noticed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from globa.journal.explanations import Explanation
from globa.registry.accounts.users import User
from globa.vocabulary.calendar import VILNIUS
from globa.vocabulary.period import Period
from globa.web.looks.naming import file_number, people_called, role_called, users_called

QUESTION = "SELECT * FROM globa_unusual_looks(%s, %s)"


@dataclass(frozen=True)
class Noticed:
    """What was noticed of one looker on one day, of one person where it is about one."""

    kind: str
    organisation_id: uuid.UUID
    looker_id: uuid.UUID
    role: str
    person_id: uuid.UUID | None
    day: date
    looks: int
    compared: int

    @property
    def key(self) -> tuple[str, uuid.UUID, uuid.UUID | None, date]:
        return (self.kind, self.looker_id, self.person_id, self.day)

    @property
    def reason(self) -> str:
        """Why somebody should ask, as a sentence without names."""
        if self.kind == "volume":
            files = ngettext("%(count)s file", "%(count)s files", self.looks) % {"count": self.looks}
            return _("Opened %(files)s in a day; whoever works as this usually opens %(usual)s.") % {"files": files, "usual": self.compared}
        if self.kind == "refused":
            times = ngettext("%(count)s time", "%(count)s times", self.looks) % {"count": self.looks}
            return _("Asked %(times)s for what is not open to them.") % {"times": times}
        return {
            "family": _("Has the same family name as the person."),
            "street": _("Lives in the same street as the person."),
            "involvement": _("No organisation kept an open file on the person on that day."),
            "night": _("Looked between 22 and 6 o'clock, and has no duty at night."),
        }[self.kind]


@dataclass(frozen=True)
class Row:
    noticed: Noticed
    who: str
    role: str
    name: str
    number: str
    explanation: Explanation | None
    explained_by: str
    is_own: bool

    @property
    def explain(self) -> str:
        one = self.noticed
        of = [one.kind, one.looker_id, one.day.isoformat(), *([one.person_id] if one.person_id else [])]
        return reverse("looks-explain", args=of)


def noticed_in(period: Period) -> list[Noticed]:
    """By day, the last first; a look that was noticed for two reasons stands there twice."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [midnight(period.begins), midnight(period.ends)])
        found = [Noticed(*[*row[:-1], int(row[-1] or 0)]) for row in cursor.fetchall()]
    return sorted(found, key=lambda one: (one.day, one.kind, str(one.looker_id), str(one.person_id)), reverse=True)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, VILNIUS)


def rows_of(user: User, found: Sequence[Noticed]) -> list[Row]:
    days = [one.day for one in found]
    said = Explanation.objects.filter(day__gte=min(days), day__lt=max(days) + timedelta(days=1)) if days else []
    explained = {(one.noticed, one.looker_id, one.person_id, one.day): one for one in said}
    who = users_called([*(one.looker_id for one in found), *(one.actor_id for one in explained.values())])
    names = people_called(user, [one.person_id for one in found])
    return [_row(one, user, who, names, explained.get(one.key)) for one in found]


def _row(one: Noticed, user: User, who: dict[uuid.UUID, str], names: dict[uuid.UUID, str], explanation: Explanation | None) -> Row:
    return Row(
        one,
        who.get(one.looker_id, ""),
        role_called(one.role),
        names.get(one.person_id, "") if one.person_id else "",
        file_number(one.person_id) if one.person_id else "",
        explanation,
        who.get(explanation.actor_id, "") if explanation else "",
        one.looker_id == user.pk,
    )
