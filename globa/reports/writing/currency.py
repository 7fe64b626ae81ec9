"""Where a table says above its cells that they are euros, the cells need not say it."""

from __future__ import annotations

import re

from globa.reports.document import Table
from globa.reports.writing.numbers import NO_BREAK

SAID = re.compile(r"\b(?:Eur|EUR|eurais|eurų|euro|euros)\b")


def is_said_above(table: Table, place: int) -> bool:
    """Of the column at this place: in the caption of the table, or in its own title."""
    return bool(SAID.search(table.caption) or SAID.search(table.columns[place]))


def without_currency(text: str) -> str:
    return text.removesuffix(f"{NO_BREAK}Eur").removeprefix(f"EUR{NO_BREAK}")
