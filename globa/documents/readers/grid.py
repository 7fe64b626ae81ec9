"""Merged cells spread over the squares that they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from globa.documents.document import Cell, Place, Row

Placing = Callable[[int, int], Place]


@dataclass(frozen=True)
class Piece:
    """A cell as its format holds it: where it begins, counted from nought, and how far it reaches."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_head: bool = False


def spread(pieces: Sequence[Piece], at: Placing) -> tuple[Row, ...]:
    """Rows equally long; a square that no piece covers is an empty cell. Merged cells win over what hides below them."""
    if not pieces:
        return ()
    height = max(piece.row + piece.rows for piece in pieces)
    width = max(piece.column + piece.columns for piece in pieces)
    grid = [[Cell("", at(row, column)) for column in range(width)] for row in range(height)]
    for piece in sorted(pieces, key=lambda piece: piece.rows * piece.columns):
        _lay(grid, piece, at)
    heads = {row for piece in pieces if piece.is_head for row in range(piece.row, piece.row + piece.rows)}
    return tuple(Row(tuple(cells), row in heads) for row, cells in enumerate(grid))


def _lay(grid: list[list[Cell]], piece: Piece, at: Placing) -> None:
    for row in range(piece.row, piece.row + piece.rows):
        for column in range(piece.column, piece.column + piece.columns):
            is_first = (row, column) == (piece.row, piece.column)
            grid[row][column] = Cell(piece.text, at(row, column), is_covered=not is_first)


def rows_of(texts: Iterable[Sequence[str]], at: Placing) -> tuple[Row, ...]:
    """Rows of a format that knows no merging."""
    return spread([Piece(text, row, column) for row, cells in enumerate(texts) for column, text in enumerate(cells)], at)
