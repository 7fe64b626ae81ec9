"""Texts of a row shared out among its lines."""

from __future__ import annotations

from globa.documents.document import Place
from globa.documents.sentences import of


def plain(text: str) -> str:
    return " ".join(text.split())


def shared(text: str, among: int) -> tuple[str, ...]:
    """A row of the text for each line, or a sentence; where they are not as many, all of it is the first line's."""
    rows = [plain(row) for row in text.split("\n") if row.strip()]
    said = [plain(one.text) for one in of(text, Place())]
    for pieces in (rows, said):
        if len(pieces) == among and not any(piece[0].islower() for piece in pieces):
            return tuple(pieces)
    return (plain(text), *("" for _ in range(among - 1)))
