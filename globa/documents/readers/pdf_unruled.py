"""Tables without a grid of lines: rows of words far apart that stand below each other, with figures among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from globa.documents.readers.grid import Piece
from globa.documents.readers.pdf_lines import Line, Span

# Rows of one table stand nearer than so many heights of a letter; lines of one cell nearer than so much of it.
NEAR = 3.0
WRAPPED = 0.45
# Than rows usually are: a gap that parts two tables.
FARTHER = 1.7
FEWEST = 3
FIGURE = re.compile(r"[-–—+]?\d[\d\s.,]*%?|[-–—]")
Columns = list[Span]


@dataclass(frozen=True)
class Found:
    """Either lines of text, or the cells of a table that began on the first of them."""

    lines: tuple[Line, ...]
    cells: tuple[Piece, ...] = ()


def parted(lines: Sequence[Line]) -> Iterator[Found]:
    """Text and tables in their order."""
    text: list[Line] = []
    start = 0
    while start < len(lines):
        found = _table(_run(lines, start))
        if found is None:
            text.append(lines[start])
            start += 1
            continue
        if text:
            yield Found(tuple(text))
        text = []
        yield found
        start += len(found.lines)
    if text:
        yield Found(tuple(text))


def _run(lines: Sequence[Line], start: int) -> list[Line]:
    """Lines at about the same distance, from one of several pieces to the last such; a wide line of text ends them."""
    run, gaps = list[Line](), list[float]()
    for line in lines[start:] if len(lines[start].pieces) > 1 else []:
        if run:
            gap = line.top - run[-1].bottom
            if gap > NEAR * line.size or _is_across(line, run) or (_is_apart(gap, gaps, line.size) and not _is_below(line, run)):
                break
            gaps.append(gap)
        run.append(line)
    while run and len(run[-1].pieces) < 2 and run[-1].right > run[0].right:
        run.pop()
    return run


def _is_apart(gap: float, gaps: Sequence[float], size: float) -> bool:
    """Farther than rows were from each other so far."""
    return len(gaps) > 1 and gap > FARTHER * max(median(gaps), WRAPPED * size)


def _is_below(line: Line, run: Sequence[Line]) -> bool:
    """Several pieces, each below one of those above: rows of a table may be farther from each other than lines of a cell."""
    columns = _columns([one for one in run if len(one.pieces) > 1])
    return len(line.pieces) > 1 and all(len(_over(piece, columns)) == 1 for piece in line.pieces)


def _is_across(line: Line, run: Sequence[Line]) -> bool:
    """A line of one piece below several pieces."""
    last = next(one for one in reversed(run) if len(one.pieces) > 1)
    return len(line.pieces) == 1 and len(_over(line.pieces[0], list(last.pieces))) > 1


def _table(run: Sequence[Line]) -> Found | None:
    rows = [line for line in run if len(line.pieces) > 1]
    if len(rows) < FEWEST:
        return None
    columns = _columns(rows)
    kept = _within(run, columns)
    rows = [line for line in kept if len(line.pieces) > 1]
    if len(rows) < FEWEST or len(columns) < 2 or not _holds_figures(rows[1:], columns):
        return None
    return Found(tuple(kept), tuple(_cells(kept, columns)))


def _columns(rows: Sequence[Line]) -> Columns:
    """From the line of most pieces, widened by those of other lines that lie over one column only."""
    columns: Columns = sorted(max(rows, key=lambda line: len(line.pieces)).pieces, key=lambda span: span.left)
    for piece in (piece for line in rows for piece in line.pieces):
        over = _over(piece, columns)
        if len(over) == 1:
            column = columns[over[0]]
            columns[over[0]] = Span(min(column.left, piece.left), max(column.right, piece.right), "")
        elif not over:
            columns = sorted([*columns, piece], key=lambda span: span.left)
    return columns


def _over(piece: Span, columns: Columns) -> list[int]:
    return [number for number, column in enumerate(columns) if piece.left < column.right and piece.right > column.left]


def _within(run: Sequence[Line], columns: Columns) -> list[Line]:
    """Up to the first line of one piece that lies over several columns: that is text again."""
    kept: list[Line] = []
    for line in run:
        if len(line.pieces) == 1 and len(_over(line.pieces[0], columns)) != 1:
            break
        kept.append(line)
    while kept and len(kept[-1].pieces) == 1 and not _is_wrapped(kept, len(kept) - 1):
        kept.pop()
    return kept


def _holds_figures(rows: Sequence[Line], columns: Columns) -> bool:
    """Most of what stands beside the first column are figures; columns of a page of text hold none."""
    beside = [piece for line in rows for piece in line.pieces if _over(piece, columns) != [0]]
    return 2 * sum(1 for piece in beside if FIGURE.fullmatch(piece.text)) >= len(beside) > 0


def _cells(lines: Sequence[Line], columns: Columns) -> Iterator[Piece]:
    """A line close below another without a figure of its own goes on with its cells."""
    texts: dict[tuple[int, int], tuple[str, int]] = {}
    row = -1
    for number, line in enumerate(lines):
        row += not _is_wrapped(lines, number)
        for piece in line.pieces:
            over = _over(piece, columns) or [0]
            text, wide = texts.get((row, over[0]), ("", 1))
            texts[row, over[0]] = (f"{text} {piece.text}".strip(), max(wide, len(over)))
    yield from (Piece(text, row, column, 1, wide) for (row, column), (text, wide) in texts.items())


def _is_wrapped(lines: Sequence[Line], number: int) -> bool:
    """A code alone below its label belongs to it."""
    pieces = lines[number].pieces
    if not number or (len(pieces) > 1 and any(FIGURE.fullmatch(piece.text) for piece in pieces)):
        return False
    gaps = [lower.top - upper.bottom for upper, lower in pairwise(lines)]
    gap = gaps[number - 1]
    return gap < WRAPPED * lines[number].size and 4 * sum(1 for one in gaps if one > gap + 1) >= len(gaps)
