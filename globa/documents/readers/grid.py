"""Merged cells spread over the squares that they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from globa.documents.document import Cell, Place, Row

Placing = Callable[[int, int], Place]
Square = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as its format holds it: where it begins, counted from nought, and how far it reaches."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_head: bool = False

    @property
    def is_merged(self) -> bool:
        return self.rows * self.columns > 1

    def squares(self) -> Iterator[Square]:
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


def spread(pieces: Sequence[Piece], at: Placing) -> tuple[Row, ...]:
    """Rows equally long; a square that no piece covers is an empty cell. Merged cells win over what hides below them."""
    height = max((piece.row + piece.rows for piece in pieces), default=0)
    width = max((piece.column + piece.columns for piece in pieces), default=0)
    single = {(piece.row, piece.column): piece for piece in pieces if not piece.is_merged}
    merged = {square: piece for piece in pieces if piece.is_merged for square in piece.squares()}
    heads = {row for piece in pieces if piece.is_head for row in range(piece.row, piece.row + piece.rows)}
    laid = single | merged
    return tuple(
        Row(tuple(_cell(laid.get((row, column)), row, column, at) for column in range(width)), row in heads) for row in range(height)
    )


def _cell(piece: Piece | None, row: int, column: int, at: Placing) -> Cell:
    if piece is None:
        return Cell("", at(row, column))
    return Cell(piece.text, at(row, column), (row, column) != (piece.row, piece.column))


def rows_of(texts: Iterable[Sequence[str]], at: Placing) -> tuple[Row, ...]:
    """Rows of a format that knows no merging."""
    return spread([Piece(text, row, column) for row, cells in enumerate(texts) for column, text in enumerate(cells)], at)
