"""The table of money by year in a document: amounts of years before the plan, as they are taken over beside the years that are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from globa.importers.plans.decisions import Decisions, YearAnswer
from globa.importers.plans.understood import Plan


class Held(StrEnum):
    """Why an amount cannot be taken over: the year is counted here, it is written already, no source is known, or another has it."""

    COUNTED = "counted"
    WRITTEN = "written"
    SOURCE = "source"
    TWICE = "twice"


@dataclass(frozen=True)
class Known:
    """`counted` are years that have a plan and a ledger here; `written` what documents said before, by year and source."""

    counted: frozenset[int] = frozenset()
    written: Mapping[tuple[int, str], Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Taking:
    """An amount of one column in one year; `sources` are all that the column holds together, `source` the one that it is kept under."""

    year: int
    column: int
    heading: str
    printed: Decimal
    sources: tuple[str, ...]
    is_wanted: bool
    amount: Decimal
    source: str
    held: Held | None = None
    written: Decimal | None = None

    @property
    def key(self) -> str:
        return f"{self.year}.{self.column}"

    @property
    def is_taken(self) -> bool:
        return self.is_wanted and self.held is None


def takings(plan: Plan, decisions: Decisions, known: Known) -> Iterator[Taking]:
    """In the order of the document; what is nothing or not known is not among them."""
    taken: set[tuple[int, str]] = set()
    for row in plan.yearly:
        for at, column in enumerate(row.columns):
            if row.year < plan.year and column.amount:
                answer = decisions.years.get(f"{row.year}.{at}") or YearAnswer(is_taken=True)
                source = answer.source or next(iter(column.sources), "")
                held = _held(row.year, source, known, taken)
                written = known.written.get((row.year, source))
                amount = answer.amount or column.amount
                one = Taking(row.year, at, column.heading, column.amount, column.sources, answer.is_taken, amount, source, held, written)
                taken |= {(row.year, source)} if one.is_taken else set()
                yield one


def _held(year: int, source: str, known: Known, taken: set[tuple[int, str]]) -> Held | None:
    if year in known.counted:
        return Held.COUNTED
    if not source:
        return Held.SOURCE
    if (year, source) in known.written:
        return Held.WRITTEN
    return Held.TWICE if (year, source) in taken else None
