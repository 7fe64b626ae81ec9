"""What is unusual: in the homes and posts for whoever leads, in the looks for whoever watches over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from globa.journal.explanations import Explanation
from globa.journal.readings import Reading
from globa.vocabulary.calendar import VILNIUS
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.dwellings.places import Places
from globa.web.looks.unusual import midnight, noticed_in
from globa.web.numbers import Number

WEEKS = 8


@dataclass(frozen=True)
class Unusual:
    """`sign` is what stands beside it: how many more or fewer."""

    title: str
    words: str
    address: str
    sign: str = ""


def in_homes(places: Sequence[Places]) -> list[Unusual]:
    """More children than places, and homes that work and have nobody; of carers a free contract is nothing unusual."""
    found = []
    for one in places:
        address = reverse("dwellings-dwelling", args=[one.dwelling.code])
        if one.above and one.of:
            words = ngettext("%(above)s child above the places", "%(above)s children above the places", one.above)
            found.append(Unusual(str(one.dwelling), words % {"above": one.above}, address, f"+{one.above}"))
        elif one.is_home and one.of and not one.taken:
            found.append(Unusual(_("%(home)s: empty") % {"home": one.dwelling}, _("places are counted, no child lives there"), address))
        elif one.is_home and one.counted is None and one.taken:
            found.append(Unusual(_("%(home)s: places not recorded") % {"home": one.dwelling}, _("children live there"), address))
    return found


def in_posts(before: Number, after: Number, address: str) -> list[Unusual]:
    """Filled posts that became fewer or more by a tenth within the year."""
    if not before.is_known or not after.is_known or not before.value or after.value is None:
        return []
    step = Decimal(str(after.value)) - Decimal(str(before.value))
    if abs(step) * 10 < Decimal(str(before.value)):
        return []
    title = _("Filled posts became fewer") if step < 0 else _("Filled posts became more")
    words = _("%(before)s at the start of the year, %(after)s at its end") % {"before": before.shown, "after": after.shown}
    sign = Number(abs(step), Unit.UNITS).shown
    return [Unusual(title, words, address, f"{'+' if step > 0 else '−'}{sign}")]


def unexplained(on: date) -> int:
    """Looks of the last seven days that were noticed and that nobody has explained; two questions."""
    week = Period(on - timedelta(days=6), on + timedelta(days=1))
    explained = Explanation.objects.filter(day__gte=week.begins, day__lt=week.ends)
    said = {(one.noticed, one.looker_id, one.person_id, one.day) for one in explained}
    return sum(one.key not in said for one in noticed_in(week))


def in_looks(on: date) -> list[Unusual]:
    waiting = unexplained(on)
    if not waiting:
        return []
    words = ngettext("%(count)s in the last week, not explained", "%(count)s in the last week, not explained", waiting)
    return [Unusual(_("Looks that somebody should ask about"), words % {"count": waiting}, reverse("looks"))]


def looks_by_week(on: date) -> list[int]:
    """How many looks were written down in each of the last eight weeks; one question."""
    monday = on - timedelta(days=on.weekday())
    mondays = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    seen = Reading.objects.filter(happened_at__gte=midnight(mondays[0]), result="shown").order_by()
    counted = seen.annotate(week=TruncWeek("happened_at", tzinfo=VILNIUS)).values("week").annotate(times=Count("pk"))
    by_week = {row["week"].date(): row["times"] for row in counted}
    return [by_week.get(day, 0) for day in mondays]
