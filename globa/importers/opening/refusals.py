"""Why a table is not read, or nothing of it recorded."""

from __future__ import annotations

from collections.abc import Sequence

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NoTableThere(Refusal):
    at = "file"

    def __init__(self) -> None:
        super().__init__(
            _("No table of children was found: the first row must name the columns. Take the empty table below and fill it in.")
        )


class ColumnsMissing(Refusal):
    def __init__(self, columns: str) -> None:
        super().__init__(
            _("The table has no column for: %(columns)s. Without it nobody can be recorded. Add it and choose the file again."),
            at="file",
            columns=columns,
        )


class TooManyRows(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(_("The table has more than %(most)s rows, so it was not read. Divide it."), at="file", most=most)


class NobodyBroughtIn(Refusal):
    """`refused` is what was said of each row."""

    def __init__(self, refused: Sequence[tuple[int, str]]) -> None:
        self.refused = tuple(refused)
        super().__init__(_("Nobody was recorded. What is wrong stands beside each row."))
