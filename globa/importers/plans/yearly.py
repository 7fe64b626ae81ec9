"""The table of money used in each year, by source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from globa.checker.folding import folded, is_total
from globa.documents.document import Cell, Document, Row, Table
from globa.documents.numbers import amount, funding, units
from globa.importers.plans.columns import headings
from globa.importers.plans.understood import Column, Problem, Yearly
from globa.vocabulary.words import message as _

YEARS = re.compile(r"^met(?:ai|u|us)\b")
YEAR = re.compile(r"(20\d\d)(?:\s*m\.?)?")
BENEFITS = (("globos", "GLOBOS_ISM"), ("tikslin", "TIKSL_KOMP"), ("aliment", "ALIM"))
CENT = Decimal("0.01")


def yearly(document: Document) -> tuple[list[Yearly], list[Problem]]:
    found, problems = list[Yearly](), list[Problem]()
    for table in document.tables:
        heads = headings(table)
        if table.head and YEARS.match(folded(heads[0])) and any(map(funding.source, heads)):
            for row in table.body:
                found.extend(_year(row, table, heads, problems))
    return found, problems


def _year(row: Row, table: Table, heads: list[str], problems: list[Problem]) -> Iterator[Yearly]:
    year = YEAR.fullmatch(row.cells[0].text.strip())
    if not year:
        return
    values = [_value(cell, head, table.caption, problems) for cell, head in zip(row.cells, heads, strict=True)]
    totals = [number for number, head in enumerate(heads) if number and is_total(head)]
    columns = [Column(heads[n], sources(heads[n]), values[n]) for n in range(1, len(heads)) if heads[n] and n not in totals]
    yield Yearly(int(year[1]), values[totals[0]] if totals else None, tuple(columns), row.cells[0].place)


def _value(cell: Cell, head: str, caption: str, problems: list[Problem]) -> Decimal | None:
    reading = amount.read(cell.text)
    if reading is None:
        return None
    if reading.doubtful:
        sentence = _("“%(text)s” is not a sum of money as it is written.")
        problems.append(Problem(cell.place, cell.text, sentence, {"text": cell.text}, f"{reading.doubtful[0]:.2f}"))
        return None
    return units.in_euros(reading, units.measure(f"{head} {caption}")).quantize(CENT)


def sources(heading: str) -> tuple[str, ...]:
    """A column may hold several: benefits, alimony and compensations stand together."""
    words = folded(heading)
    several = tuple(code for stem, code in BENEFITS if stem in words)
    return several or tuple(filter(None, (funding.source(heading),)))
