"""Choosing an organisation and a period: what there is to choose, and where a reader begins."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from globa.care.stays import Stay
from globa.casework.services import Service
from globa.journal.together import found_by
from globa.registry.access import organisations_visible_to, visible_organisations
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.recording import Recording
from globa.reports.writing import days
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.web.figures.places import Place, slug

COUNTED = (OrganisationKind.NATIONAL_SERVICE, OrganisationKind.INSTITUTION)
YEARS_SHOWN = 6


@dataclass(frozen=True)
class Option:
    value: str
    title: str
    is_chosen: bool = False
    address: str = ""


def organisations_for(user: User) -> list[Organisation]:
    """Return those the user sees and for whom figures are counted: with records of their own or of institutions below."""
    has_records = Q(kind__in=COUNTED) | Q(kind=OrganisationKind.MUNICIPALITY, children__organisation__kind=OrganisationKind.INSTITUTION)
    return list(organisations_visible_to(user).filter(has_records).distinct().order_by("name"))


@dataclass(frozen=True)
class Years:
    """From the year before recording began, so that a trend shows where it begins, to the last one with a record."""

    first: int
    last: int

    @property
    def last_full(self) -> int:
        """The last ended year; the present one where nothing ended yet."""
        ended = min(self.last, today().year - 1)
        return ended if ended > self.first else self.last

    def periods(self, also: Period) -> list[Period]:
        """Return the years to compare, at most six, the one of the asked period among them."""
        last = max(self.last, also.begins.year)
        return [Period.year(year) for year in range(max(self.first, last - YEARS_SHOWN + 1), last + 1)]


def recorded_years(user: User) -> Years:
    """
    Since when the user's organisations record, and the year of their last stay and service; asked in one trip.

    Whose they are is not asked: an accountant reads none of them, and the year is there all the same.
    """
    seen = visible_organisations(user)
    recording = Recording.objects.filter(organisation__in=seen).order_by("since").values_list("since", flat=True)[:1]
    began = Stay.objects.filter(organisation__in=seen).annotate(day=Lower("during")).values("day").order_by("-day")[:1]
    helped = Service.objects.filter(organisation__in=seen).values("happened_on").order_by("-happened_on")[:1]
    since, days_of_last = found_by(recording, began.union(helped), counting=True)
    last = max((row["day"].year for row in days_of_last if row["day"]), default=today().year)
    return Years(since[0].year - 1 if since else last - 1, last)


def year_options(place: Place, years: Years) -> list[Option]:
    chosen = place.period.begins.year
    among = sorted({*range(years.first + 1, years.last + 1), chosen})
    return [_option(place, Period.year(year), str(year), year == chosen) for year in among[-2 * YEARS_SHOWN :]]


def part_options(place: Place) -> list[Option]:
    """The year itself, its quarters and its months."""
    year = place.period.begins.year
    quarters = [Period.months(year, 3 * number + 1, 3) for number in range(4)]
    months = [Period.months(year, number + 1, 1) for number in range(12)]
    whole = _option(place, Period.year(year), _("whole year"), place.period.is_year)
    return [whole, *(_option(place, part, days.period(part), part == place.period) for part in (*quarters, *months))]


def _option(place: Place, period: Period, title: str, is_chosen: bool) -> Option:
    return Option(slug(period), title, is_chosen, place.at(period).address)
