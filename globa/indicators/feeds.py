"""
What of the records can feed a measure of a plan: by fact table, whom and what a row counts.

A measure is fed by activities that a person names: services and events by their kind or payer, children who lived somewhere,
carers under contract. A row that lasts is a case, one that happened on a day is an act, and neither is a person.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from globa.facts.tables import attendances, case_children, cases, contracts, events, guardianships, residences, services
from globa.indicators.value import Count, Rows
from globa.indicators.when import AtAnyTime, During, When

HAPPENED, LASTED = During("happened_on"), AtAnyTime("began_on", "ended_on")


@dataclass(frozen=True, eq=False, kw_only=True)
class Feed:
    """
    `what` names the rows as an activity does, or `told_by` is the column that does; `kind`, `payer` and `person` are columns.

    Where `person` is empty the rows name nobody; `heads` and `minutes` are empty where a row does not tell them.
    """

    rows: ir.Table
    when: When
    kind: str
    what: str = ""
    told_by: str = ""
    payer: str = ""
    person: str = ""
    heads: str = ""
    minutes: str = ""

    @property
    def parts(self) -> tuple[Rows, ...]:
        return (Rows(Count.ROWS, self.rows, self.when),)

    def pieces(self, row: ir.Table) -> dict[str, ir.Value]:
        """By name every expression that a statement needs of a row; what a row does not tell is left out."""
        named = {name: row[column] for name in ("kind", "payer", "person", "heads", "minutes") if (column := getattr(self, name))}
        what = row[self.told_by] if self.told_by else ibis.literal(self.what)
        return {"what": what, "organisation": row.scope_organisation, **named}


FEEDS = (
    Feed(rows=attendances, when=HAPPENED, told_by="activity", kind="kind", payer="payer", person="person", heads="heads"),
    Feed(rows=services, when=HAPPENED, what="service", kind="service", payer="payer", minutes="minutes"),
    Feed(rows=events, when=HAPPENED, what="event", kind="kind", minutes="minutes"),
    Feed(rows=residences, when=LASTED, what="stay", kind="setting", person="child"),
    Feed(rows=guardianships, when=LASTED, what="guardianship", kind="form", person="child"),
    Feed(rows=contracts, when=LASTED, what="contract", kind="kind", person="carer"),
    Feed(rows=cases, when=LASTED, what="case", kind="kind"),
    Feed(rows=case_children, when=LASTED, what="case", kind="kind", person="child"),
)
"""One a fact table, so that a whole plan reads each of them once."""
