"""
Reports that were printed, row by row, and the figure that answers each row.

A row keeps what the report says (`value`), what is true of the demonstration (`truth`) and why they differ (`note`).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

FOLDER = Path(__file__).with_name("published")


class UnknownReport(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no published report “%(name)s”. Known are: %(known)s."),
            name=name,
            known=", ".join(sorted(path.stem for path in FOLDER.glob("*.csv"))),
        )


@dataclass(frozen=True)
class Row:
    """A row of the file, by its column names; `where` is the part of the indicator that it prints, {} for the whole."""

    id: str
    section: str
    label_lt: str
    label_en: str
    value: str
    unit: str
    kind: str
    at: str
    truth: str
    note: str
    indicator: str
    dimension: str
    part: str

    @property
    def where(self) -> dict[str, str]:
        return {self.dimension: self.part} if self.dimension else {}

    @property
    def true_number(self) -> Decimal:
        return Decimal(self.truth.removesuffix("%").replace("\N{NO-BREAK SPACE}", "").strip())


@cache
def rows(name: str) -> tuple[Row, ...]:
    path = FOLDER / f"{name}.csv"
    if "/" in name or not path.is_file():
        raise UnknownReport(name)
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Row(**row) for row in csv.DictReader(file))
