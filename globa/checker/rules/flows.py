"""
What there was at the beginning, and what came and left, against what there was at the end.

Found by the labels of rows or columns: at the beginning, came, left, at the end. A contradiction where every number between the two is
either of coming or of leaving, or where other columns of the table agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.amounts import Amount, bounds, total, written
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Part, Severity
from globa.checker.folding import folded
from globa.checker.grids import Grid
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "flow"
OPENING = re.compile(r"pradzio|ankstesni\w* likut|opening|at the beginning")
CLOSING = re.compile(r"pabaigo|likutis po|closing|at the end")
CAME = re.compile(r"\b(?:atvyk|priimt|apgyvend|nauj|gaut|gavo|pateko|irasyt|pajam|prised|padidej|paimt|iregistr|isigij|came|arriv|receiv)")
LEFT = re.compile(
    r"\b(?:isvyk|isej|isleist|grizo|graz|panaud|sunaud|nurasy|isbrauk|pilnamet|sumazej|islaid|perkelt|isduot|mir[eu]|left|spent)"
)
SAID = _("%(opening)s at the beginning, %(came)s came and %(left)s left: that makes %(makes)s, but “%(label)s”%(across)s says %(printed)s.")


@dataclass(frozen=True)
class Flow:
    """Entries of a table by their part in the equation. `others` stand between its ends and are neither."""

    opening: int
    closing: int
    came: tuple[int, ...]
    left: tuple[int, ...]
    others: tuple[int, ...]


def find(read: Read) -> Iterator[Finding]:
    for grid in read.grids:
        for turned in (grid, grid.turned()):
            if (flow := _flow(turned)) is not None:
                yield from _broken(read, turned, flow)


def _flow(grid: Grid) -> Flow | None:
    labels = [folded(row.label) for row in grid.rows]
    ends = [[place for place, label in enumerate(labels) if pattern.search(label)] for pattern in (OPENING, CLOSING)]
    if len(ends[0]) != 1 or len(ends[1]) != 1:
        return None
    (opening,), (closing,) = ends
    between = [
        place for place in range(len(labels)) if place not in (opening, closing) and min(opening, closing) < place < max(opening, closing)
    ]
    came, left = ([place for place in between if way(labels[place]) == kind] for kind in ("came", "left"))
    if not came and not left:
        return None
    counted, gone = _topmost(grid, came), _topmost(grid, left)
    others = [place for place in between if place not in (*came, *left) and not grid.rows[place].is_nested and place not in grid.sections]
    return Flow(opening, closing, counted, gone, tuple(others))


def way(label: str) -> str:
    """By the word that stands first: „išvyko priimti kitur“ have left."""
    came, left = CAME.search(label), LEFT.search(label)
    if came and left:
        return "came" if came.start() < left.start() else "left"
    return "came" if came else "left" if left else ""


def _topmost(grid: Grid, places: Sequence[int]) -> tuple[int, ...]:
    """The total of several, else all of them; parts of another are not counted again."""
    totals = [place for place in places if grid.rows[place].is_total]
    return tuple(totals[:1] or [place for place in places if not grid.rows[place].is_nested])


def _broken(read: Read, grid: Grid, flow: Flow) -> Iterator[Finding]:
    asked = [across for across in range(len(grid.columns)) if grid.at(flow.opening, across) and grid.at(flow.closing, across)]
    broken = [across for across in asked if not _holds(grid, flow, across)]
    is_proved = len(broken) < len(asked)
    for across in broken:
        confidence = Decimal("0.95") if is_proved or not flow.others else Decimal("0.4")
        if is_proved or len(broken) == 1 or not flow.others:
            yield _said(read, grid, flow, across, confidence)


def _holds(grid: Grid, flow: Flow, across: int) -> bool:
    low, high = bounds(_known(grid, [flow.opening, *flow.came], across))
    gone_low, gone_high = bounds(_known(grid, flow.left, across))
    closing = grid.at(flow.closing, across)
    return closing is None or closing.agrees(low - gone_high, high - gone_low)


def _known(grid: Grid, places: Sequence[int], across: int) -> list[Amount]:
    return [found for place in places if (found := grid.at(place, across)) is not None]


def _said(read: Read, grid: Grid, flow: Flow, across: int, confidence: Decimal) -> Finding:
    opening, came, left = (_known(grid, places, across) for places in ([flow.opening], flow.came, flow.left))
    (closing,) = _known(grid, [flow.closing], across)
    makes = total([*opening, *came]) - total(left)
    parts = [
        Part(found.place, grid.rows[place].label, found.value) for place in (*flow.came, *flow.left) if (found := grid.at(place, across))
    ]
    label, over = grid.rows[flow.closing].label, grid.columns[across].label
    return finding(
        NAME, Severity.CONTRADICTION if confidence > Decimal("0.7") else Severity.SUSPICIOUS,
        [closing.place, *(one.place for one in (*opening, *came, *left))], SAID, label, over, written(closing.value), written(makes),
        difference=closing.value - makes, explained=explain(abs(closing.value - makes), parts, read.patience), confidence=confidence,
        opening=written(total(opening)), came=written(total(came)), left=written(total(left)), makes=written(makes),
        label=label, across=f" ({over})" if over else "", printed=closing.text.strip(),
    )  # fmt: skip
