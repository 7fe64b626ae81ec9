"""Measure tables for tests: number, planned money, used money, and what was expected and achieved."""

from __future__ import annotations

from globa.documents.document import Table
from tests.checker.tables import table

HEAD = "Uždaviniai | Priemonės | Lėšos eurais, finansavimo šaltiniai | Panaudotos lėšos | Laukiamas rezultatas | Pasiektas rezultatas"
OTHER = "9.9.9. | 10,00 savivaldybės biudžeto lėšos | 10,00 savivaldybės biudžeto lėšos"


def plan(*rows: str) -> Table:
    """Rows of "number | planned | used | expected | achieved", and one more that nothing is wrong with."""
    return table("\n".join([HEAD, *(f" | {row}" for row in (*rows, OTHER))]))
