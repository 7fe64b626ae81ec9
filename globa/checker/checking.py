"""Everything in a document that does not agree: each rule of the list asked once."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from globa.checker.finding import Finding, Severity
from globa.checker.rules import (
    all_done,
    breakdowns,
    copied_rows,
    cross_tables,
    dashes,
    dates_and_addresses,
    execution,
    flows,
    flows_in_text,
    misprints,
    money_cells,
    nested,
    rollup,
    sources,
    stated_twice,
    totals,
    unit_changed,
)
from globa.checker.understanding import understand
from globa.documents.document import Document, Place

ALL: tuple[ModuleType, ...] = (
    totals, nested, flows, money_cells, rollup, breakdowns, flows_in_text,
    cross_tables, copied_rows, execution, sources, dashes, all_done, misprints,
    stated_twice, unit_changed, dates_and_addresses,
)  # fmt: skip
"""A rule is a module with `NAME`, its meaning as docstring, and `find(read) -> Iterator[Finding]`."""


def check(document: Document, *, rules: Sequence[ModuleType] = ALL) -> tuple[Finding, ...]:
    """Contradictions first, then in the order in which they are read. What is said twice is said once, with all its places."""
    read = understand(document)
    once: dict[str, Finding] = {}
    for rule in rules:
        for found in rule.find(read):
            once.setdefault(found.id, found)
    return tuple(sorted(once.values(), key=_order))


def _order(finding: Finding) -> tuple[int, tuple[tuple[int | str, ...], ...], str]:
    return list(Severity).index(finding.severity), tuple(_where(place) for place in finding.places[:1]), finding.id


def _where(place: Place) -> tuple[int | str, ...]:
    return (
        place.page or 0,
        place.sheet or "",
        place.table or 0,
        place.row or 0,
        place.column or 0,
        place.paragraph or 0,
        place.sentence or 0,
    )
