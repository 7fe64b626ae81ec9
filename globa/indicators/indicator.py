"""
The declaration of a figure: what is counted, when, in which unit, who may see it and where it is printed.

A declaration is checked when it is made: a mistyped column, a code that its column never holds, a unit
that does not fit the value fail at import, with no database at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from globa.indicators import checks
from globa.indicators.card import Card, Line
from globa.indicators.dimensions import Dimension
from globa.indicators.disclosure import Disclosure
from globa.indicators.value import Measure, Part, Ratio, Rows
from globa.indicators.when import When
from globa.indicators.wording import rows_said
from globa.vocabulary.source import Source
from globa.vocabulary.unit import Unit


@dataclass(frozen=True, eq=False, kw_only=True)
class Indicator:
    """
    `rows` is a fact table or a filter of one; of a ratio each part may bring its own rows and time.
    `until` is the first day on which the declaration no longer holds: a changed law is a second declaration.
    """

    code: str
    title: str
    means: str
    section: str
    value: Measure | Ratio
    unit: Unit
    disclosure: Disclosure
    source: Source
    since: date
    rows: ir.Table | None = None
    when: When | None = None
    until: date | None = None
    dimensions: tuple[Dimension, ...] = ()

    def __post_init__(self) -> None:
        checks.identity(self.code, self.section, self.since, self.until)
        for part in self.parts:
            checks.part(self.code, part, self.dimensions)
        checks.unit(self.code, self.value, self.unit)

    @property
    def parts(self) -> tuple[Rows, ...]:
        """One, or the two sides of a ratio, each complete."""
        given = (self.value.of, self.value.to) if isinstance(self.value, Ratio) else (Part(self.value),)
        return tuple(
            checks.complete(self.code, part.value, self.rows if part.rows is None else part.rows, part.when or self.when) for part in given
        )

    @property
    def card(self) -> Card:
        return Card(
            self.code, self.title, self.means, self.section, self.unit, self.disclosure, self.source, self.since, self.until,
            tuple(dimension.name for dimension in self.dimensions),
            tuple(Line(checks.table_of(part.rows).name, part.value, part.when, rows_said(part.rows)) for part in self.parts),
        )  # fmt: skip
