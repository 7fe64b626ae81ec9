"""A child's way through care on two lanes: what the law says, and where the child sleeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from globa.care.away import AwayTime
from globa.care.dwellings import DwellingKind
from globa.care.guardianships import Guardianship, GuardianshipKind
from globa.care.stays import Stay
from globa.reports.writing import days
from globa.web.pictures.timeline import Lane, Moment, Span

TONES = {DwellingKind.COMMUNITY_HOME: "life-strong", DwellingKind.ON_DUTY_CARER: "life", DwellingKind.PERMANENT_CARER: "life"}
A_WHILE = timedelta(days=60)
Lasting = TypeVar("Lasting", Stay, Guardianship, AwayTime)


@dataclass(frozen=True)
class Way:
    lanes: list[Lane]
    marks: list[Moment]


def way_of(stays: Sequence[Stay], guardianships: Sequence[Guardianship], away: Sequence[AwayTime], opens_homes: bool = True) -> Way:
    """Both lanes always stand, for an empty one says something too; the stays and guardianships are in the order of days."""
    law = Lane(_("Who represents"), _("by law"), [_guarded(one) for one in guardianships])
    life = Lane(_("Where lives"), "", [_lived(one, opens_homes) for one in stays], [_away(one) for one in away])
    return Way([law, life], _gap(stays, guardianships))


def _guarded(ship: Guardianship) -> Span:
    is_temporary = ship.kind == GuardianshipKind.TEMPORARY
    title = _("Temporary guardianship") if is_temporary else _("Permanent guardianship")
    note = str(ship.household or ship.get_form_display())
    return Span(title, ship.during.lower, ship.during.upper, note, "law" if is_temporary else "law-strong")


def _lived(stay: Stay, opens_home: bool) -> Span:
    tone = TONES.get(DwellingKind(stay.setting), "life-faint")
    address = reverse("dwellings-dwelling", args=[stay.dwelling.code]) if opens_home else ""
    return Span(stay.dwelling.name, stay.began_on, stay.ended_on, str(stay.get_setting_display()), tone, address)


def _away(time: AwayTime) -> Span:
    return Span(str(time.get_kind_display()), time.during.lower, time.during.upper, time.place)


def _gap(stays: Sequence[Stay], guardianships: Sequence[Guardianship]) -> list[Moment]:
    """Say when the child came before the guardian was appointed: the two lanes need not begin together."""
    if not stays or not guardianships:
        return []
    came, appointed = stays[0].began_on, guardianships[0].during.lower
    if not came < appointed <= came + A_WHILE:
        return []
    return [Moment(came, _("%(day)s came; guardianship %(later)s") % {"day": days.iso(came), "later": _later((appointed - came).days)})]


def _later(count: int) -> str:
    return ngettext("%(count)s day later", "%(count)s days later", count) % {"count": count}


def on(spans: Sequence[Lasting], day: date) -> Lasting | None:
    return next((one for one in spans if day in one.during), None)
