"""
By what a figure can be broken down. Every dimension has a rest, `unknown`, so that the parts make the whole.

Nothing here needs Ibis to be imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from globa.indicators.when import During, When
from globa.vocabulary.words import message as _

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from globa.facts.columns import FactTable

REST = "unknown"
ONE_YEAR = 10_000
AGE_BANDS = ((0, "0-2"), (3, "3-6"), (7, "7-13"), (14, "14-17"), (18, "18+"))
"""First age of each band and its code."""


@dataclass(frozen=True)
class Dimension:
    """`column` of the fact table tells the part; an empty cell belongs to the rest."""

    name: str
    title: str
    column: str

    def part(self, row: ir.Table, when: When) -> ir.StringColumn:
        return row[self.column].cast("string").nullif("").coalesce(REST)

    def fits(self, when: When) -> bool:
        return True

    def codes(self, table: FactTable) -> tuple[str, ...]:
        """The parts in their order, when they are a closed list."""
        return table.columns[self.column].codes if self.column in table.columns else ()


@dataclass(frozen=True)
class AgeBand(Dimension):
    """By the figure's date; where things happened on a day, by that day."""

    def part(self, row: ir.Table, when: When) -> ir.StringColumn:
        lived = _as_number(when.age_day(row)) - _as_number(row[self.column])
        band = lived.isnull().ifelse(REST, AGE_BANDS[-1][1])
        for (_first, code), (after, _next) in reversed(list(pairwise(AGE_BANDS))):
            band = (lived < after * ONE_YEAR).ifelse(code, band)
        return band

    def codes(self, table: FactTable) -> tuple[str, ...]:
        return tuple(code for _first, code in AGE_BANDS)


@dataclass(frozen=True)
class Month(Dimension):
    """2023-04; only for what happened on a day."""

    def part(self, row: ir.Table, when: When) -> ir.StringColumn:
        return row[when.columns[0]].strftime("%Y-%m")

    def fits(self, when: When) -> bool:
        return isinstance(when, During)


def _as_number(day: ir.DateValue) -> ir.IntegerValue:
    """20230228, so that full years are the ten thousands of a difference: 29 February waits for 1 March."""
    return day.year() * ONE_YEAR + day.month() * 100 + day.day()


SEX = Dimension("sex", _("sex"), "sex")
AGE = AgeBand("age", _("age"), "birth_date")
MUNICIPALITY = Dimension("municipality", _("municipality of origin"), "municipality")
DWELLING = Dimension("dwelling", _("home"), "dwelling")
SETTING = Dimension("setting", _("kind of place"), "setting")
SCHOOL = Dimension("school", _("school"), "value")
STATUS = Dimension("status", _("what was true"), "value")
LEVEL = Dimension("level", _("how much"), "level")
ORIGIN = Dimension("origin", _("came from"), "origin")
DESTINATION = Dimension("destination", _("left for"), "destination")
MONTH = Month("month", _("month"), "")
SERVICE = Dimension("service", _("service"), "service")
SERVICE_SETTING = Dimension("service_setting", _("where it was given"), "service_setting")
PROVIDER_ROLE = Dimension("provider_role", _("role of the worker"), "provider_role")
RECIPIENT_ROLE = Dimension("recipient_role", _("as whom"), "recipient_role")
PAYER_KIND = Dimension("payer_kind", _("who pays"), "payer_kind")
FUNDING_SOURCE = Dimension("source", _("funding source"), "source")
FUNDING_KIND = Dimension("source_kind", _("kind of funding"), "source_kind")
MAIN_ITEM = Dimension("main_item", _("economic item"), "main_item")
ITEM = Dimension("item", _("economic item, in its parts"), "item")
KIND = Dimension("kind", _("kind"), "kind")
FORM = Dimension("form", _("who is the guardian"), "form")
RELATION = Dimension("relation", _("how the guardian is related"), "relation")
ENDED_BY = Dimension("ended_by", _("why it ended"), "ended_by")
ABOUT = Dimension("about", _("what it is about"), "about")
OUTCOME = Dimension("outcome", _("what it says"), "outcome")
CAMPAIGN = Dimension("campaign", _("campaign"), "campaign")
POST = Dimension("title", _("post"), "title")
POST_GROUP = Dimension("group", _("group of posts"), "group")
UNIT = Dimension("unit", _("unit"), "unit")
ADDRESS = Dimension("address", _("address"), "address")
COMPARATOR = Dimension("comparator", _("how the target is meant"), "comparator")

BY_NAME = {dimension.name: dimension for dimension in list(globals().values()) if isinstance(dimension, Dimension)}
