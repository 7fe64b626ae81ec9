"""What a figure counts, and whether its parts may be added up."""

from __future__ import annotations

from enum import Enum

from globa.vocabulary.words import message as _


class Unit(Enum):
    """`adds_up` is False where one person or family may stand in several parts."""

    CHILDREN = ("children", _("children"), False)
    PERSONS = ("persons", _("persons"), False)
    FAMILIES = ("families", _("families"), False)
    CARERS = ("carers", _("carers"), False)
    TIMES = ("times", _("times"), True)
    SERVICES = ("services", _("services"), True)
    STAYS = ("stays", _("stays"), True)
    HOURS = ("hours", _("hours"), True)
    DAYS = ("days", _("days"), True)
    DOCUMENTS = ("documents", _("documents"), True)
    CASES = ("cases", _("cases"), True)
    MEETINGS = ("meetings", _("meetings"), True)
    EVENTS = ("events", _("events"), True)
    GROUPS = ("groups", _("groups"), False)
    PLACES = ("places", _("places"), True)
    POSTS = ("posts", _("posts"), True)
    EUROS = ("EUR", _("EUR"), True)
    PERCENT = ("percent", _("percent"), False)
    YEARS = ("years", _("years of age"), False)
    VEHICLES = ("vehicles", _("vehicles"), True)
    ADDRESSES = ("addresses", _("addresses"), True)
    UNITS = ("units", _("units"), True)
    CONTRACTS = ("contracts", _("contracts"), True)
    TARGETS = ("targets", _("targets"), True)
    ATTENDANCES = ("attendances", _("attendances"), True)
    GUARDIANSHIPS = ("guardianships", _("guardianships"), True)
    HOMES = ("homes", _("homes"), False)
    SEATS = ("seats", _("seats"), True)

    def __init__(self, code: str, title: str, adds_up: bool) -> None:
        self.code = code
        self.title = title
        self.adds_up = adds_up
