"""Cells that a conversion moved aside, put back by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from globa.documents.document import Cell, Row
from globa.documents.shaping.content import Kind, kind

# By how much a row must fit better before anything of it is moved.
CERTAIN = 1.5
WIDEST = 14
Share = dict[str, float]


@dataclass(frozen=True)
class Columns:
    """What each column holds, learned from rows that fill them all: in those nothing can have moved."""

    shares: tuple[Share, ...]
    known: dict[tuple[tuple[str, ...], tuple[int, ...]], tuple[int, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Columns | None:
        """None where nothing tells the columns apart."""
        whole = [row for row in rows if len(row.cells) <= WIDEST and all(cell.text for cell in row.cells)]
        columns = zip(*(map(kind, row.texts) for row in whole), strict=True)
        known = cls(tuple(_share(Counter(column)) for column in columns))
        return known if known.are_told_apart else None

    @cached_property
    def are_told_apart(self) -> bool:
        return len({max(share, key=lambda kind: share[kind]) for share in self.shares}) > 2

    def put_back(self, row: Row) -> Row:
        """The row as it is, unless another place of its cells, in the same order, fits plainly better and no other does as well."""
        filled = tuple(number for number, cell in enumerate(row.cells) if cell.text and not cell.is_covered)
        if not 1 < len(filled) < len(row.cells) or any(cell.is_covered for cell in row.cells):
            return row
        kinds = tuple(kind(row.cells[number].text) for number in filled)
        places = self.known.get((kinds, filled)) or self.known.setdefault((kinds, filled), self._places(kinds, filled))
        return row if places == filled else _moved(row, filled, places)

    def _places(self, kinds: tuple[str, ...], filled: tuple[int, ...]) -> tuple[int, ...]:
        """No more than all of them can fit: a row that nearly does so is left without trying."""
        now = self._fit(kinds, filled)
        if len(filled) - now < CERTAIN:
            return filled
        best = max(self._fit(kinds, places) for places in combinations(range(len(self.shares)), len(filled)))
        return filled if best - now < CERTAIN else self._nearest(kinds, filled, best)

    def _nearest(self, kinds: Sequence[str], filled: Sequence[int], best: float) -> tuple[int, ...]:
        """Of the places that fit best the one that moves least."""
        fitting = [places for places in combinations(range(len(self.shares)), len(filled)) if self._fit(kinds, places) >= best - 1e-9]
        return min(fitting, key=lambda places: sum(abs(place - was) for place, was in zip(places, filled, strict=True)))

    def _fit(self, kinds: Sequence[str], places: Sequence[int]) -> float:
        return sum(_fits(kind, self.shares[place]) for kind, place in zip(kinds, places, strict=True))


def _share(counts: Counter[str]) -> Share:
    return {kind: count / counts.total() for kind, count in counts.items()}


def _fits(kind: str, share: Share) -> float:
    """A dash stands where figures or money stand."""
    if kind == Kind.DASH:
        return max(share.get(Kind.DASH, 0.0), share.get(Kind.MONEY, 0.0), share.get(Kind.NUMBER, 0.0))
    return share.get(kind, 0.0)


def _moved(row: Row, filled: Sequence[int], places: Sequence[int]) -> Row:
    """A cell keeps the place where it stands in the file."""
    cells = list(_emptied(row))
    for was, now in zip(filled, places, strict=True):
        cells[now] = row.cells[was]
    return replace(row, cells=tuple(cells))


def _emptied(row: Row) -> Iterator[Cell]:
    for cell in row.cells:
        yield replace(cell, text="", is_covered=False)
