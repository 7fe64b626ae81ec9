"""Children and places by home, with the carers of the foster centre in one row, on the day of the occupancy figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from globa.care.dwellings import Dwelling, DwellingKind
from globa.facts.engines.engine import Engine
from globa.indicators import figures as counting
from globa.indicators.figures import Breakdown, Figure
from globa.indicators.scope import Scope
from globa.registry.accounts.users import User
from globa.web.figures.living import number
from globa.web.figures.places import Place
from globa.web.numbers import Number, State

PLACES = "occupancy.places"
CODES = (PLACES, "occupancy.children", "occupancy.girls", "occupancy.boys")
Found = Mapping[str, Mapping[str, Sequence[Breakdown]]]


@dataclass(frozen=True)
class Row:
    title: str
    numbers: tuple[Number, ...]
    note: str = ""
    """What explains the row, beside its numbers."""


@dataclass(frozen=True)
class Occupancy:
    day: date
    rows: tuple[Row, ...]
    total: Row
    found: Found
    """By code of the figure and dimension, for the checks."""


def occupancy(user: User, place: Place, scope: Scope, engine: Engine, computed: Mapping[str, Figure]) -> Occupancy | None:
    """Four statements and one query for the names; nothing where nobody records stays or places."""
    wholes = [computed[code] for code in CODES]
    if not any(whole.recorded for whole in wholes):
        return None
    found = {whole.code: counting.breakdowns(scope, whole.indicator, engine, ["dwelling", "setting"]) for whole in wholes if whole.recorded}
    day = wholes[0].indicator.lines[0].when.days(place.period)[0]
    one_institution = len(scope.organisations) == 1
    rows = _by_home(user, place, scope, found, wholes, day) if one_institution else [_setting(place, found, wholes, "community_home")]
    rows.append(_setting(place, found, wholes, "on_duty_carer"))
    total = Row(_("In all"), tuple(number(whole, place) for whole in wholes))
    return Occupancy(day, tuple(rows), total, found)


def _by_home(user: User, place: Place, scope: Scope, found: Found, wholes: Sequence[Figure], day: date) -> list[Row]:
    homes = Dwelling.objects.visible_to(user).homes().filter(organisation__in=scope.organisations)
    during_period = homes.filter(during__overlap=(place.period.begins, day)).order_by("code")
    return [Row(home.name, _numbers(place, found, wholes, "dwelling", home.code), _since_closed(home, day)) for home in during_period]


def _setting(place: Place, found: Found, wholes: Sequence[Figure], setting: str) -> Row:
    titles = {"community_home": _("Community homes"), "on_duty_carer": _("Foster centre")}
    note = _("with on-duty carers") if setting == DwellingKind.ON_DUTY_CARER else ""
    return Row(titles[setting], _numbers(place, found, wholes, "setting", setting), note)


def _numbers(place: Place, found: Found, wholes: Sequence[Figure], dimension: str, part: str) -> tuple[Number, ...]:
    return tuple(_number(place, found.get(whole.code, {}), whole, {dimension: part}) for whole in wholes)


def _number(place: Place, found: Mapping[str, Sequence[Breakdown]], whole: Figure, where: dict[str, str]) -> Number:
    """A home without children has 0; without places it has none."""
    ((dimension, part),) = where.items()
    for one in found.get(dimension, ()):
        if one.code == part:
            return number(one.figure, place, where)
    if not whole.recorded:
        return number(whole, place)
    if whole.code == PLACES:
        return Number(None, whole.indicator.unit, State.NOTHING)
    return Number(0, whole.indicator.unit).leading_to(place.records(whole.code, where))


def _since_closed(home: Dwelling, day: date) -> str:
    ends: date | None = home.during.upper
    return _("no service since %(day)s") % {"day": ends.isoformat()} if ends and ends <= day else ""
