"""Which columns of a fact table a reader wants to see, and how each is shown. The first is the heading of its row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.indicators.card import Line
from globa.indicators.when import During

Text = str | Promise


class Kind(Enum):
    RECORD = auto()
    """What the record itself is called, leading to its page."""
    PERSON = auto()
    WORKER = auto()
    FAMILY = auto()
    RECIPIENTS = auto()
    """The people whom a service was for."""
    AGE = auto()
    """Sex and age, on the day that the figure tells ages by."""
    DAY = auto()
    OPENS = auto()
    """A day that leads to the record's page."""
    UNTIL = auto()
    DAYS_IN = auto()
    """How many days of the row lie in the period."""
    NAMED = auto()
    """A code with a name: `dimension` knows which."""
    ENDED = auto()
    """As NAMED; empty while the row lasts."""
    STATUS = auto()
    NUMBER = auto()
    MINUTES = auto()
    MONEY = auto()
    YES = auto()
    """Its heading as a word where it is true."""
    AGES = auto()
    TEXT = auto()


NUMERIC = (Kind.NUMBER, Kind.MONEY, Kind.DAYS_IN, Kind.MINUTES)


@dataclass(frozen=True)
class Column:
    """`short` stands before the cell on a telephone, where the heading is not seen."""

    title: Text
    kind: Kind
    field: str = ""
    dimension: str = ""
    short: Text = ""

    @property
    def is_numeric(self) -> bool:
        return self.kind in NUMERIC


CHILD = Column(_("Child"), Kind.PERSON, "child")
AGE = Column(_("Age"), Kind.AGE)
FROM = Column(pgettext_lazy("column", "From"), Kind.OPENS, "began_on", short=pgettext_lazy("day", "from"))
UNTIL = Column(pgettext_lazy("column", "Until"), Kind.UNTIL, "ended_on", short=pgettext_lazy("day", "until"))
DAYS = Column(_("Days in the period"), Kind.DAYS_IN, short=_("days:"))
CAME_FROM = Column(_("Came from"), Kind.NAMED, "origin", "origin")
LEFT_FOR = Column(_("How it ended"), Kind.ENDED, "destination", "destination")
HAPPENED = Column(_("Day"), Kind.OPENS, "happened_on")
MINUTES = Column(_("How long"), Kind.MINUTES, "minutes")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "stays": (
        CHILD, AGE, Column(_("Place"), Kind.NAMED, "dwelling", "dwelling"), FROM, UNTIL, DAYS, CAME_FROM, LEFT_FOR,
    ),
    "residences": (
        CHILD, AGE, Column(_("Kind of place"), Kind.NAMED, "setting", "setting"), FROM, UNTIL, DAYS, CAME_FROM, LEFT_FOR,
    ),
    "away_times": (
        CHILD, AGE, Column(_("Why away"), Kind.NAMED, "kind", "kind"), Column(_("Lives in"), Kind.NAMED, "dwelling", "dwelling"),
        FROM, UNTIL, DAYS, Column(_("abroad"), Kind.YES, "abroad"),
    ),
    "guardianships": (
        CHILD, AGE, Column(_("Guardianship"), Kind.NAMED, "kind", "kind"), Column(_("Guardian"), Kind.NAMED, "form", "form"),
        Column(_("Family"), Kind.FAMILY, "guardian_family"), Column(_("Related"), Kind.NAMED, "relation", "relation"), FROM, UNTIL,
        Column(_("How it ended"), Kind.ENDED, "ended_by", "ended_by"),
    ),
    "contracts": (
        Column(_("Carer"), Kind.PERSON, "carer"), Column(_("Family"), Kind.FAMILY, "family"),
        Column(_("Contract"), Kind.NAMED, "kind", "setting"), Column(_("Children at once"), Kind.NUMBER, "places", short=_("children:")),
        Column(_("Of ages"), Kind.AGES), FROM, UNTIL,
    ),
    "places": (
        Column(_("Place"), Kind.NAMED, "dwelling", "dwelling"), Column(_("Kind of place"), Kind.NAMED, "setting", "setting"),
        Column(_("Places"), Kind.NUMBER, "places", short=_("places:")), FROM, UNTIL,
    ),
    "statuses": (
        CHILD, AGE, Column(_("What was true"), Kind.STATUS, "value"), Column(_("How much"), Kind.NAMED, "level", "level"),
        Column(_("Lives in"), Kind.NAMED, "dwelling", "dwelling"), FROM, UNTIL,
    ),
    "services": (
        HAPPENED, Column(_("Service"), Kind.NAMED, "service", "service"), Column(_("Given by"), Kind.WORKER, "provider"),
        Column(_("As"), Kind.NAMED, "provider_role", "provider_role"), Column(_("To whom"), Kind.RECIPIENTS),
        Column(_("How"), Kind.NAMED, "service_setting", "service_setting"), Column(_("Paid by"), Kind.NAMED, "payer", "payer"), MINUTES,
    ),
    "attendances": (
        HAPPENED, Column(_("At"), Kind.NAMED, "kind", "kind"), Column(_("Who"), Kind.PERSON, "person"),
        Column(_("As whom"), Kind.NAMED, "recipient_role", "recipient_role"), Column(_("Family"), Kind.FAMILY, "family"),
        Column(_("People"), Kind.NUMBER, "heads", short=_("people:")), MINUTES,
    ),
    "events": (
        HAPPENED, Column(_("Title"), Kind.RECORD), Column(_("Kind"), Kind.NAMED, "kind", "kind"),
        Column(_("Part of"), Kind.NAMED, "campaign", "campaign"), Column(_("People"), Kind.NUMBER, "heads", short=_("people:")), MINUTES,
    ),
    "papers": (
        Column(_("Date"), Kind.OPENS, "issued_on"), Column(_("Paper"), Kind.NAMED, "kind", "kind"),
        Column(_("About"), Kind.NAMED, "about", "about"), Column(_("What it says"), Kind.NAMED, "outcome", "outcome"),
        Column(_("Family"), Kind.FAMILY, "family"), Column(_("Person"), Kind.PERSON, "person"),
    ),
    "cases": (
        Column(_("Number"), Kind.RECORD), Column(_("Case"), Kind.NAMED, "kind", "kind"),
        Column(_("Children"), Kind.NUMBER, "children", short=_("children:")), FROM, UNTIL, DAYS,
    ),
    "case_children": (
        CHILD, Column(_("Case"), Kind.NAMED, "kind", "kind"), FROM, UNTIL, DAYS,
    ),
    "posts": (
        Column(_("Worker"), Kind.WORKER, "worker"), Column(_("Post"), Kind.NAMED, "title", "title"),
        Column(_("Unit"), Kind.NAMED, "unit", "unit"), Column(_("Full-time equivalents"), Kind.NUMBER, "fte", short=_("posts:")),
        Column(_("Paid by"), Kind.NAMED, "payer_kind", "payer_kind"), FROM, UNTIL,
    ),
    "post_limits": (
        Column(_("Post"), Kind.NAMED, "title", "title"), Column(_("Group"), Kind.NAMED, "group", "group"),
        Column(_("Full-time equivalents"), Kind.NUMBER, "fte", short=_("posts:")), FROM, UNTIL,
    ),
    "trainings": (
        HAPPENED, Column(_("Worker"), Kind.WORKER, "worker"), Column(_("Post"), Kind.NAMED, "title", "title"), MINUTES,
    ),
    "licences": (
        Column(_("Number"), Kind.TEXT, "number"), Column(_("Address"), Kind.TEXT, "address"),
        Column(_("Places"), Kind.NUMBER, "places", short=_("places:")), FROM, UNTIL,
    ),
    "assets": (
        Column(_("Vehicle"), Kind.RECORD), Column(_("Kind"), Kind.NAMED, "kind", "kind"),
        Column(_("Seats"), Kind.NUMBER, "seats", short=_("seats:")), FROM, UNTIL,
    ),
    "money": (
        HAPPENED, Column(_("Economic item"), Kind.NAMED, "item", "item"), Column(_("Funding source"), Kind.NAMED, "source", "source"),
        Column(_("Amount"), Kind.MONEY, "amount"),
    ),
    "targets": (
        Column(_("Direction"), Kind.RECORD), Column(_("Meant as"), Kind.NAMED, "comparator", "comparator"),
        Column(_("Target"), Kind.NUMBER, "target", short=_("target:")), FROM, UNTIL,
    ),
    "units": (Column(_("Unit"), Kind.RECORD), Column(_("Kind"), Kind.NAMED, "kind", "kind"), FROM, UNTIL),
}  # fmt: skip


def columns_of(line: Line) -> tuple[Column, ...]:
    """Of a stay either how it began or how it ended: what the figure is about."""
    began = isinstance(line.when, During) and line.when.day == "began_on"
    left_out = LEFT_FOR if began else CAME_FROM
    days = (DAYS,) if not line.when.is_flow or isinstance(line.when, During) else ()
    return tuple(column for column in COLUMNS[line.table] if column not in (left_out, *days))
