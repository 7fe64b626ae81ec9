"""Units in the number that goes before them: 1 vaikas, 2 vaikai, 1,5 etato, 10 vaikų."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import npgettext

from globa.reports.writing.numbers import NO_BREAK, Amount, money, number, percent
from globa.vocabulary.unit import Unit


class Fraction(int):
    """
    A count that is not whole, for gettext's plural rule.

    Python's gettext rounds every number before it asks the rule, so that the Lithuanian form for
    fractions (44,25 etato) could never be chosen; and Django's rule asks for it after the form for
    2-9. This one answers every remainder with a half, which only the form for fractions fits.
    """

    def __mod__(self, other: int) -> float:  # type: ignore[override]
        return 0.5


def countable(value: Amount) -> int:
    whole = int(value)
    return whole if whole == value else Fraction(max(2, abs(whole)))


def unit_name(unit: Unit, value: Amount) -> str:
    """Return the unit's name for this many; nothing for those that are part of the number itself."""
    return NAMES[unit](countable(value)) if unit in NAMES else ""


def unit_of(code: str) -> Unit | None:
    """Read the code of a unit, as a document keeps it."""
    return BY_CODE.get(code)


def amount(unit: Unit, value: Amount) -> str:
    """Write the bare number of a figure: money with cents, shares with %, the rest as counted."""
    if unit is Unit.EUROS:
        return money(value)
    if unit is Unit.PERCENT:
        return percent(value)
    return number(value)


def counted(unit: Unit, value: Amount) -> str:
    """Write the number with its unit: “1 834 paslaugos”."""
    name = unit_name(unit, value)
    return f"{amount(unit, value)}{NO_BREAK}{name}" if name else amount(unit, value)


NAMES: dict[Unit, Callable[[int], str]] = {
    Unit.CHILDREN: lambda n: npgettext("number of", "child", "children", n),
    Unit.PERSONS: lambda n: npgettext("number of", "person", "persons", n),
    Unit.FAMILIES: lambda n: npgettext("number of", "family", "families", n),
    Unit.CARERS: lambda n: npgettext("number of", "carer", "carers", n),
    Unit.TIMES: lambda n: npgettext("number of", "time", "times", n),
    Unit.SERVICES: lambda n: npgettext("number of", "service", "services", n),
    Unit.STAYS: lambda n: npgettext("number of", "stay", "stays", n),
    Unit.HOURS: lambda n: npgettext("number of", "hour", "hours", n),
    Unit.DAYS: lambda n: npgettext("number of", "day", "days", n),
    Unit.DOCUMENTS: lambda n: npgettext("number of", "document", "documents", n),
    Unit.CASES: lambda n: npgettext("number of", "case", "cases", n),
    Unit.MEETINGS: lambda n: npgettext("number of", "meeting", "meetings", n),
    Unit.EVENTS: lambda n: npgettext("number of", "event", "events", n),
    Unit.GROUPS: lambda n: npgettext("number of", "group", "groups", n),
    Unit.PLACES: lambda n: npgettext("number of", "place", "places", n),
    Unit.POSTS: lambda n: npgettext("number of", "post", "posts", n),
    Unit.YEARS: lambda n: npgettext("number of", "year of age", "years of age", n),
    Unit.VEHICLES: lambda n: npgettext("number of", "vehicle", "vehicles", n),
    Unit.ADDRESSES: lambda n: npgettext("number of", "address", "addresses", n),
    Unit.UNITS: lambda n: npgettext("number of", "unit", "units", n),
    Unit.CONTRACTS: lambda n: npgettext("number of", "contract", "contracts", n),
    Unit.ATTENDANCES: lambda n: npgettext("number of", "attendance", "attendances", n),
    Unit.GUARDIANSHIPS: lambda n: npgettext("number of", "guardianship", "guardianships", n),
    Unit.HOMES: lambda n: npgettext("number of", "home", "homes", n),
    Unit.SEATS: lambda n: npgettext("number of", "seat", "seats", n),
    Unit.TARGETS: lambda n: npgettext("number of", "target", "targets", n),
}
BY_CODE = {unit.code: unit for unit in Unit}
