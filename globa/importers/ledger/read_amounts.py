"""Amounts as they stand in somebody's file, with what stands beside and above them; what they mean is not asked yet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from globa.documents.document import Place, column_of


class Shape(StrEnum):
    LIST = "list"
    """A row for each entry."""
    TABLE = "table"
    """A row for each economic item, a column for each source."""


class Flaw(StrEnum):
    """Why an amount is not simply known."""

    CUT = "cut"
    """A cell too narrow cut its last digits away."""
    DOUBTFUL = "doubtful"
    """It may mean something else as well."""
    UNREADABLE = "unreadable"
    BOTH_SIDES = "both_sides"
    """Debit and credit stand in one row."""


@dataclass(frozen=True)
class Sum:
    """`value` is in euros; of a cut one at most `slack` is missing. `others` is what a doubtful one may mean as well."""

    text: str
    value: Decimal = Decimal(0)
    slack: Decimal = Decimal(0)
    flaw: str = ""
    others: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class ReadAmount:
    """`cell` is where it stands, as a workbook calls it: I5, with the sheet's name before it; `hidden` its row or column, where that is."""

    cell: str
    row: int
    column: str
    sum: Sum
    item: str = ""
    item_name: str = ""
    source: str = ""
    source_name: str = ""
    day: str = ""
    programme: str = ""
    project: str = ""
    centre: str = ""
    basis: str = ""
    document: str = ""
    about: str = ""
    hidden: str = ""


@dataclass(frozen=True)
class Total:
    """A sum that the file states itself: of a row, of a column, of a whole item, or of everything."""

    cell: str
    sum: Sum
    row: int | None = None
    column: str = ""


@dataclass(frozen=True)
class ReadLedger:
    """`year` and `basis` are what the title says; `unread` are heads of columns that mean nothing here, `parts_told` rows “of which”."""

    shape: str
    amounts: tuple[ReadAmount, ...]
    totals: tuple[Total, ...] = ()
    year: int | None = None
    basis: str = ""
    unread: tuple[str, ...] = ()
    parts_told: tuple[str, ...] = ()


def cell_of(place: Place) -> str:
    """“Sąmata 2023!I5”; without a sheet “I5”."""
    where = f"{column_of(place.column or 1)}{place.row or 1}"
    return f"{place.sheet}!{where}" if place.sheet else where
