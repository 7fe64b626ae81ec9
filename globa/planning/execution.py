"""The table of the budget: what was spent on each item from each source, to the cent. A part is inside its whole and not added again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Count, Sum

from globa.planning.ledger import EconomicItem, FundingSource

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Cell:
    """`cut` is by how much the sum may be larger, where the file that it was read from had cut digits away."""

    amount: Decimal = NOTHING
    entries: int = 0
    cut: Decimal = NOTHING

    def __add__(self, other: Cell) -> Cell:
        return Cell(self.amount + other.amount, self.entries + other.entries, self.cut + other.cut)

    @property
    def at_most(self) -> Decimal:
        return self.amount + self.cut


@dataclass(frozen=True)
class Line:
    """`item` is None for what is booked on lines of a plan and names no item; `parts` are not added to anything: they are inside."""

    item: EconomicItem | None
    cells: Mapping[Any, Cell]
    parts: tuple[Line, ...] = ()

    def of(self, source: FundingSource) -> Cell:
        return self.cells.get(source.pk, Cell())

    @property
    def total(self) -> Cell:
        return sum(self.cells.values(), Cell())


@dataclass(frozen=True)
class Execution:
    sources: tuple[FundingSource, ...]
    lines: tuple[Line, ...]

    @cached_property
    def below(self) -> Line:
        """The sums of the columns."""
        return Line(None, _added(line.cells for line in self.lines))

    @property
    def total(self) -> Cell:
        return self.below.total


def execution(entries: models.QuerySet[Any]) -> Execution:
    """Of entries on one basis, as a rule of one year; cash and accrual in one table would be a sum of nothing. Three queries."""
    rows = list(entries.order_by().values("item_id", "source_id").annotate(sum=Sum("amount"), many=Count("id"), lost=Sum("cut")))
    items = list(EconomicItem.objects.all())
    paying = {row["source_id"] for row in rows}
    cells: dict[Any, dict[Any, Cell]] = {}
    for row in rows:
        cells.setdefault(row["item_id"], {})[row["source_id"]] = Cell(row["sum"], row["many"], row["lost"])
    return Execution(tuple(one for one in FundingSource.objects.all() if one.pk in paying), tuple(_lines(items, cells)))


def _lines(items: Sequence[EconomicItem], cells: Mapping[Any, Mapping[Any, Cell]]) -> list[Line]:
    """In the order of their codes; at the end what names no item."""
    lines = [_line(item, items, cells) for item in items if item.parent_id is None]
    nameless = [Line(None, cells[None])] if None in cells else []
    return [line for line in lines if line.cells] + nameless


def _line(item: EconomicItem, items: Sequence[EconomicItem], cells: Mapping[Any, Mapping[Any, Cell]]) -> Line:
    parts = [_line(part, items, cells) for part in items if part.parent_id == item.pk]
    known = tuple(part for part in parts if part.cells)
    return Line(item, _added([cells.get(item.pk, {}), *(part.cells for part in known)]), known)


def _added(many: Iterable[Mapping[Any, Cell]]) -> dict[Any, Cell]:
    sums: dict[Any, Cell] = {}
    for cells in many:
        for source, cell in cells.items():
            sums[source] = sums.get(source, Cell()) + cell
    return sums
